"""The finder: the names in a text that are to be kept private."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from core.adapters.presidio.engine import Morpheme
from core.adapters.presidio.names.judgement import is_private, parted, trimmed
from core.adapters.presidio.names.model import Model
from core.adapters.presidio.names.tagger import Name, Tagger

# Taken from the score of being no name; measured by cross-validation (see MODEL_CARD.md).
OUTSIDE: Final = 0.5
OUTSIDE_ENGLISH: Final = 2.75

_FULL_NAME: Final = re.compile(r"[가-힣]{3,4}|[A-Za-z](?=[A-Za-z.']*[ \-])[A-Za-z.' \-]*[A-Za-z]")


class NameFinder:
    """Finds what the tagger tags, as it is judged, and full names again wherever they stand.

    `more` is the recall dial: above 0 more is found and more of it is wrong.
    """

    def __init__(self, model: Model, more: float = 0.0) -> None:
        self._tagger = Tagger(model, OUTSIDE + more, OUTSIDE_ENGLISH + more)

    def names(self, text: str, morphemes: Sequence[Morpheme]) -> list[Name]:
        """Return the names in a text whose morphemes are known."""
        tagged = self._tagger.names(text, morphemes)
        found = (trimmed(text, part) for name in tagged for part in parted(text, name))
        names = [name for name in found if is_private(text, name)]
        return [*names, *_repeated(text, names)]


def _repeated(text: str, names: list[Name]) -> Iterator[Name]:
    """Yield the full names that were found in one place and stand in another too."""
    taken = {place for name in names for place in range(name.start, name.end)}
    for written, name in {text[name.start : name.end]: name for name in names if name.kind == "PS"}.items():
        if not _FULL_NAME.fullmatch(written):
            continue
        for match in re.finditer(rf"(?<![가-힣A-Za-z]){re.escape(written)}(?![A-Za-z])", text):
            if taken.isdisjoint(range(*match.span())):
                yield Name(*match.span(), name.kind, name.probability)
