"""Shapes: how a candidate is written, and what its digits may mean."""

import re
from collections.abc import Iterator
from typing import Final

from core.adapters.presidio.gazetteer import alternatives, folded

_RUN: Final = re.compile(r"[0-9]+|[a-z]+|[A-Z]+|[가-힣]+|[^\w\s]|_|\s+|.")
_UNITS: Final = frozenset("년월일생동호층제번길로가리")
_ENGLISH: Final = folded("english.common", "english.word", "english.thing")
_PARTS: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
# Korean that was typed on English keys: rkskek is 가나다.
_TYPED: Final = re.compile(r"(?:[rRseEfaqQtTdwWczxvg](?:[hkl]?[koiOjpuPhynbml])[rRseEfaqQtTdwWczxvg]{0,2})+")
_ROMANISED: Final = alternatives("given.romanised", "surname.romanised")
_SOMEBODY: Final = re.compile(rf"{_ROMANISED}{{2,4}}")
_CALLED: Final = re.compile(rf"{_ROMANISED}{{2}}")
_CALLED_LAST: Final = re.compile(rf"{_ROMANISED}\Z")
_MOST: Final = 14
_LONG: Final = 4
# Year, month and day, and the most that the last two may be.
_DAY: Final = (0, 12, 31)
_DATES: Final = (6, 8)
# Before which year, written with two digits or with four, it is of somebody's birth, of these years, or neither.
_YEARS: Final = {
    2: ((16, "young"), (30, "new"), (100, "old")),
    4: ((1920, "past"), (2012, "old"), (2024, "new"), (2032, "now")),
}
_FEW: Final = 2


def shape(written: str) -> str:
    """Return a pattern: digits with their number, letters, Hangul but for units, signs as they are."""
    return "".join(map(_run, _RUN.findall(written)))[:40]


def is_english(word: str) -> bool:
    """Say whether every word in what may be several in one is of English."""
    return all(part.casefold() in _ENGLISH for part in _PARTS.findall(word))


def signs(written: str) -> str:
    """Return the signs of a candidate, each once."""
    return "".join(sorted(set(re.sub(r"[\w\s]", "", written))))[:6]


def numbers(written: str) -> int:
    """Return the last number in a candidate."""
    found = re.findall(r"[0-9]+", written)
    return int(found[-1][-12:]) if found else 0


def tells(written: str) -> Iterator[str]:
    """Yield what may be said of a candidate alone."""
    digits = re.sub(r"[^0-9]", "", written)
    letters = re.sub(r"[^A-Za-z]", "", written)
    yield f"digits={min(len(digits), _MOST)}"
    yield f"letters={min(len(letters), 10)}"
    yield f"mix={bool(digits)}{bool(letters)}{letters.islower()}{letters.isupper()} {signs(written)}"
    yield f"length={min(len(written), 16)}"
    yield f"starts={digits[:2]}"
    yield f"ends={_ending(digits)}"
    yield f"grouped={'-'.join(str(len(group)) for group in re.findall('[0-9]+', written))[:12]}"
    if len(set(digits)) <= _FEW and len(digits) > _LONG:
        yield "dull"
    if digits and digits in "01234567890123456789":
        yield "counting"
    if letters:
        yield from (f"pre={letters[:3].casefold()}", f"w={written.casefold()[:16]}")
        for part in re.findall(r"[A-Za-z]{3,}", written)[:3]:
            yield f"part={part.casefold()[:10]}"
        parts = [part.casefold() for part in _PARTS.findall(written)]
        yield f"english={sum(part in _ENGLISH for part in parts)}/{min(len(parts), 4)}"
        runs = re.findall(r"[A-Za-z]+", written)
        longest = max(runs, key=len)
        yield f"typed={bool(_TYPED.fullmatch(longest)) * min(len(longest), 8)}"
        low = letters.casefold()
        yield f"name={bool(_SOMEBODY.fullmatch(low))}"
        yield f"called={bool(_CALLED.match(low))}{bool(_CALLED_LAST.search(low))} {min(len(low), 8)}"
        if re.fullmatch(r"(?:0x)?[0-9a-fA-F\-]{6,}", written):
            yield f"hex={min(len(written), 40)}"
        if not digits:
            low = letters.casefold()
            yield from (f"tri={low[i : i + 3]}" for i in range(min(len(low) - 2, 10)))
    if re.search("[가-힣]", written):
        yield from (f"hangul={run}" for run in re.findall("[가-힣]+", written)[:4])
        yield f"last={written[-1]}"
    yield f"day={_day(written, digits)}"


def _run(run: str) -> str:
    if run[0].isdigit():
        return f"{len(run)}"
    if "가" <= run[0] <= "힣":
        return run if _UNITS.issuperset(run) else "가"
    if run.isascii() and run.isalpha():
        return ("A" if run.isupper() else "a") * min(len(run), 2)
    return run


def _ending(digits: str) -> str:
    return "000" if digits.endswith("000") else "00" if digits.endswith("00") else "0" if digits.endswith("0") else "x"


def _day(written: str, digits: str) -> str:
    """Return which day it may be: of long ago, of these years, or none."""
    parts = re.findall("[0-9]+", written)
    if len(parts) == 1:
        parts = _split(written, digits)
    if len(parts) == len(_DAY) and len(parts[2]) == len(_YEARS):
        parts = [parts[2], *parts[:2]]
    if len(parts) != len(_DAY) or len(parts[0]) not in _YEARS:
        return "no"
    year, month, day = map(int, parts)
    if not all(1 <= value <= most for value, most in zip((month, day), _DAY[1:], strict=True)):
        return "odd"
    eras = _YEARS[len(parts[0])]
    return f"{len(parts[0])} {next((name for before, name in eras if year < before), 'far')} {len(digits)}"


def _split(written: str, digits: str) -> list[str]:
    """Return year, month and day of digits in one; a year alone has a day, too."""
    if len(digits) in _DATES:
        return [digits[:-4], digits[-4:-2], digits[-2:]]
    return [digits, "1", "1"] if len(digits) in _YEARS and "년" in written else []
