"""The nouns of a text, as Kiwi tells them apart: without particles, labels, code and fragments."""

import re
from collections.abc import Sequence
from typing import Final

from core.adapters.presidio.engine import LANGUAGE, KiwiNlpEngine, morphemes

_ASIDE: Final = re.compile(r"```.*?```|`[^`\n]*`|\{[^{}\n]{1,40}\}|https?://\S+", re.DOTALL)
_NOUNS: Final = frozenset({"NNG", "NNP"})
_SHORTEST: Final = 2
_HANGUL: Final = re.compile(r"[가-힣]+")
_FOREIGN: Final = re.compile(r"[A-Za-z][A-Za-z0-9+#.-]+")


class KiwiNouns:
    """Finds nouns; a call returns them in their order, as often as they come."""

    def __init__(self) -> None:
        self._engine = KiwiNlpEngine()
        self._engine.load()

    def __call__(self, text: str) -> Sequence[str]:
        """Return the nouns of a text; those of one syllable are mostly fragments, and left out."""
        found = morphemes(self._engine.process_text(_ASIDE.sub(" ", text), LANGUAGE))
        return [token.form for token in found if _is_word(token.form, token.tag)]


def _is_word(form: str, tag: str) -> bool:
    if len(form) < _SHORTEST:
        return False
    return (tag in _NOUNS and _HANGUL.fullmatch(form) is not None) or (tag == "SL" and bool(_FOREIGN.fullmatch(form)))
