"""A detector that loads in the background, and an anonymizer that follows it: the first question waits for neither."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from threading import Lock

from core.ports import Detector
from core.privacy.anonymizer import Anonymizer, Item, Replaced
from core.privacy.spans import Span
from core.privacy.text import RawText


class BackgroundDetector:
    """Fulfils `core.ports.Detector` with one that `load` makes in a thread; whoever is too early waits for it."""

    def __init__(self, load: Callable[[], Detector], *, begins: bool = True) -> None:
        """Begin to load, unless that is left to `begin`, or to whoever needs it first."""
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="detector")
        self._load = load
        self._beginning = Lock()
        self._loaded: Future[Detector] | None = None
        if begins:
            self.begin()

    @property
    def is_ready(self) -> bool:
        """Whether the detector is loaded, so that nobody has to wait for it."""
        return self._loaded is not None and self._loaded.done() and self._loaded.exception() is None

    def begin(self) -> "Future[Detector]":
        """Begin to load; a second time does nothing."""
        with self._beginning:
            if self._loaded is None:
                self._loaded = self._executor.submit(self._load)
                self._executor.shutdown(wait=False)
            return self._loaded

    def ready(self) -> Detector:
        """Return the loaded detector.

        Raises:
            DetectorError: It could not be loaded.
        """
        return self.begin().result()

    def detect(self, text: RawText) -> tuple[Span, ...]:
        """Return what is personal in `text`.

        Raises:
            DetectorError: The detector could not be loaded, or cannot work.
        """
        return self.ready().detect(text)


class LateAnonymizer:
    """Fulfils `core.privacy.anonymizer.Anonymizer` with one that is loaded when it is first needed."""

    def __init__(self, load: Callable[[], Anonymizer]) -> None:
        self._load = cache(load)

    def anonymize(self, text: RawText, items: Sequence[Item]) -> Replaced:
        """Put into the place of each item its label, or what the operator of its action makes of it.

        Raises:
            DetectorError: It could not be loaded, or cannot work.
        """
        return self._load().anonymize(text, items)

    def deanonymize(self, text: RawText, items: Sequence[Item], values: Mapping[str, RawText]) -> Replaced:
        """Put into the place of each label its value.

        Raises:
            DetectorError: As in `anonymize`.
        """
        return self._load().deanonymize(text, items, values)
