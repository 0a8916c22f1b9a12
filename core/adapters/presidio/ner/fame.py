"""Fame: whom and what everybody knows by a name, nobody's secret unless the text says that it is somebody here."""

import re
from typing import Final

from core.adapters.presidio.gazetteer import words
from core.adapters.presidio.ner.public import is_public, is_title
from core.adapters.presidio.ner.tails import is_tail

# Longer than any title with its particles.
_AHEAD: Final = 16
_RUN: Final = re.compile(r" ?([가-힣]+)")
_OF_STATE: Final = re.compile(r" ?(?:전 )?(?:미국 )?(?:대통령|총리|주석|국왕|여왕|황제|교황|장군|대왕)")
_NAMESAKES: Final = words("famous.namesake", "famous.borne")
_PLACES: Final = words("place")
_ROLES: Final = words("role", "role.announcer", "title.rank", "title")
_TITLES: Final = words("title")
_CALENDAR: Final = words("english.calendar")


def is_famous(text: str, start: int, end: int) -> bool:
    """Say whether a name is no person's or everybody's; with a title behind it is somebody here (메시 대리)."""
    if text[start:end] in _NAMESAKES or text[start:end] in _PLACES:
        return True
    behind = text[end : end + _AHEAD]
    if _is_titled(behind) and not _OF_STATE.match(behind):
        return False
    return is_public(text, start, end) or is_title(text, start, end)


def is_role(written: str) -> bool:
    """Say whether it is what people are, and no name: 주무관, 보호자."""
    return len(written) > len("갑") + 1 and written in _ROLES


def is_of_calendar(written: str) -> bool:
    """Say whether it is a day of the week or a month: on Fri; those that are names as well (May, June) are not."""
    rest = [word for word in written.split() if word not in _CALENDAR]
    return len(rest) < len(written.split()) and all(map(str.islower, rest))


def _is_titled(behind: str) -> bool:
    run = _RUN.match(behind)
    title = _title(run[1]) if run else ""
    return run is not None and bool(title) and is_tail(run[1].removeprefix(title))


def _title(run: str) -> str:
    """Return the longest title that a run of Hangul begins with."""
    return next((run[:length] for length in range(len(run), 0, -1) if run[:length] in _TITLES), "")
