"""Dates of birth: one date in the ways it is written in Korea."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class BirthDate(NamedTuple):
    """A day, its year with the century."""

    year: int
    month: int
    day: int


_CENTURY: Final = 100
_TURN: Final = 30  # 29년생 is of this century, 30년생 of the last
_WRITTEN: Final = re.compile(
    r"(?P<year>(?:19|20)?[0-9]{2})(?:년|[.\-/])(?P<month>0?[1-9]|1[0-2])(?:월|[.\-/])(?P<day>[12][0-9]|3[01]|0?[1-9])일?"
)
_RUN: Final = re.compile(r"(?P<year>(?:19|20)?[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])")


def parse(text: str) -> BirthDate | None:
    """Return the date that a text is: 1990년 3월 4일, 90.3.4., 19900304; None where it is none."""
    bare = re.sub(r"\s", "", text).rstrip(".")
    match = _WRITTEN.fullmatch(bare) or _RUN.fullmatch(bare)
    if match is None:
        return None
    year = int(match["year"])
    if year < _CENTURY:
        year += 2000 if year < _TURN else 1900
    return BirthDate(year, int(match["month"]), int(match["day"]))


def writings(born: BirthDate) -> Iterator[str]:
    """Yield the ways in which the date is written without blanks, and without dots or dashes."""
    for year in (f"{born.year}", f"{born.year % 100:02}"):
        for month, day in ((f"{born.month:02}", f"{born.day:02}"), (str(born.month), str(born.day))):
            yield f"{year}년{month}월{day}일"
            yield f"{year}/{month}/{day}"
        yield f"{year}{born.month:02}{born.day:02}"
    yield f"{born.year}{born.month}{born.day}"
