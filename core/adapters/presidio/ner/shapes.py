"""Shapes: where in a run of Hangul a Korean name may end, by its surname, its length and what is glued behind it."""

import re
from collections.abc import Iterator
from typing import Final

from core.adapters.presidio.gazetteer import alternatives, words
from core.privacy.korean import surnames

DOUBLE: Final = surnames.DOUBLE
_GIVEN: Final = words("given", "given.word")
SINGLE: Final = frozenset(surnames.SINGLE)

COPULA: Final = (
    r"(?:이?라고(?:요|도|만)?|이?라는|이?랍니다|입니다만?|입니당|임다|이에요|이예요|예요|에요|인데(?:요"
    r"|용)?|인뎅|이고요?|고요|이구요|구요|이며|이?야|이지만|"
    r"이라서|이라|이죠|이니까|이란|이냐고?|래요?)"
)
"""What says of somebody who they are: X입니다, X인데요, X라고."""
_TITLES: Final = alternatives("title")
_HONOR: Final = r"(?:님들?|씨들?|군|양|쌤|샘|옹)"
TAIL: Final = (
    rf"(?: ?(?:{_TITLES}))?{_HONOR}?(?:{COPULA}|[임일고다]|{alternatives('ending.name')})?(?:요|만|도|은|는)?"
    r"(?![가-힣])"
)
"""What may stand behind a name up to the end of its run of Hangul: a title, a particle, the copula."""
_TAIL: Final = re.compile(TAIL)
_TITLED: Final = re.compile(rf" ?(?:{_TITLES}|{_HONOR}){_HONOR}?(?:{TAIL})")
_RUN: Final = re.compile(r"[가-힣]+")


def ends(text: str, start: int) -> Iterator[int]:
    """Yield where a full name that begins there may end, the likeliest first; what is left is a tail."""
    run = _RUN.match(text, start)
    if run is None:
        return
    double = text.startswith(DOUBLE, start)
    for length in _double_lengths(text, start, run.end()) if double else ():
        if start + length <= run.end() and _TAIL.match(text, start + length):
            yield start + length
    if text[start] in SINGLE:
        lengths = (2, 3) if _is_said(text, start + 2, run.end()) else (3, 2)
        yield from (start + n for n in lengths if start + n <= run.end() and _TAIL.match(text, start + n))


def given_ends(text: str, start: int) -> Iterator[int]:
    """Yield where a given name of two syllables, or of another length, may end."""
    run = _RUN.match(text, start)
    if run is not None:
        yield from (start + n for n in (2, 3, 4) if start + n <= run.end() and _TAIL.match(text, start + n))


def is_tailed(text: str, end: int) -> bool:
    """Say whether what follows there is no part of the name."""
    return _TAIL.match(text, end) is not None


def is_titled(text: str, end: int) -> bool:
    """Say whether a title, or 님 and the like, follows there."""
    return _TITLED.match(text, end) is not None


def is_full(written: str) -> bool:
    """Say whether it has a surname and one or two syllables behind it."""
    if written.startswith(DOUBLE):
        return len(written) in (3, 4)
    return len(written) in (2, 3) and written[0] in SINGLE


_SAID: Final = re.compile(
    rf"(?:입니다|이에요|예요|이라고|인데|이고|이며|{_HONOR}|(?:{_TITLES})(?:님|[은는이가을를]|\Z))"
)


def _double_lengths(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the likelier length first: 황보준|은, 선우진|이고, but 선우하은 and 황보인숙|께서."""
    short = start + len("황보준")
    given = text[short - 1 : short + 1]
    closed = _TAIL.match(text, short) is not None
    return (3, 4) if short < end and closed and given not in _GIVEN else (4, 3)


def _is_said(text: str, place: int, end: int) -> bool:
    """Say whether the copula or a title begins there: 허균|입니다, not 허균입|니다."""
    return place < end and _SAID.match(text, place, end) is not None
