"""English names: where one begins and ends in what the tagger takes for a person."""

import re
from typing import Final

from core.adapters.presidio.names.lexicon import alternatives


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return what stands between the ends of clauses: mothers. [During]; Mr. and an initial end none."""
    ends = list(_CLAUSE_END.finditer(text, start, end))
    return list(zip([start, *(match.end() for match in ends)], [*(match.start() for match in ends), end], strict=True))


def opening(text: str, start: int, end: int) -> int:
    """Return where a name begins behind the bullet, emoji, verb or greeting that the tagger took in: Ask [Mallory]."""
    opened = _OPENING.match(text, start, end)
    return opened.end() if opened else start


_CLAUSE_END: Final = re.compile(r"(?<=[A-Za-z]{3})(?<!Mrs)(?<!Prof)(?<!Rev)(?<!Gov)(?<!Sen)[.,;:!?]+”? ")
_OPENING: Final = re.compile(rf"(?:[^\w@#]|(?i:{alternatives('english_openers')})(?=[ ,]))+(?=[A-Za-z가-힣])")
