"""The detector: fulfils `core.ports.Detector` with Presidio."""

from collections.abc import Callable
from pathlib import Path

from core.errors import DetectorError, SettingsError
from core.privacy.explanation import Explanation
from core.privacy.spans import Span
from core.privacy.text import RawText


class PresidioDetector:
    """Finds personal items in Korean and English text; ready once constructed, safe to share between threads.

    Loading takes about three seconds and 400 MB, of which nothing is fetched.

    `lists` is the operator's file of words and patterns (see `lists.py`), read again when it changes; `on_problem` is
    told the line of a change that cannot be read. `ner_model` is the operator's own model (see `custom_model`),
    `name_recall` the dial of the built-in one (see `ner/finder.py`).

    Raises:
        DetectorError: Something cannot be loaded.
        SettingsError: The operator's file or model cannot be read; `names` says which setting, `line` where.
    """

    def __init__(
        self,
        lists: Path | None = None,
        on_problem: Callable[[int], None] = lambda _: None,
        ner_model: str | None = None,
        name_recall: float = 0.0,
    ) -> None:
        try:
            # Here and not above, so that `promptgen --help` need not wait, and a broken installation is told apart.
            from core.adapters.presidio.analysis import Analysis  # noqa: PLC0415 - as the comment says
            from core.adapters.presidio.lists import ListsFile  # noqa: PLC0415 - as the comment says

            self._analysis = Analysis(ListsFile(lists, on_problem) if lists else None, ner_model, name_recall)
        except SettingsError:
            raise
        except Exception:  # noqa: BLE001 - whatever is the matter, no text may pass
            raise DetectorError from None

    def detect(self, text: RawText) -> tuple[Span, ...]:
        """Return what is personal in a text: sorted, not overlapping, exact to the character.

        Raises:
            DetectorError: The analysis failed. What it said may carry the text, so nothing of it is passed on.
        """
        try:
            return self._analysis.spans(text.reveal())
        except Exception:  # noqa: BLE001 - as above
            raise DetectorError from None

    def explain(self, text: RawText) -> Explanation:
        """Return what was found and by which rule, and what nearly was and why it was refused.

        Raises:
            DetectorError: As in `detect`.
        """
        try:
            return self._analysis.explained(text.reveal())
        except Exception:  # noqa: BLE001 - as above
            raise DetectorError from None
