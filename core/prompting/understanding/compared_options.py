"""Compared options: the things that a request compares, in the person's own words."""

import re
from itertools import takewhile
from typing import Final

_WORD: Final = r"(?:\{[^{}\n]{1,20}\}|[가-힣A-Za-z0-9.+#]{1,20})"
_PAIRS: Final = (
    re.compile(
        r"(?P<first>\{[^{}\n]{1,20}\}|[가-힣A-Za-z0-9.+#]{1,20}?)(?:이랑|랑|와|과|하고)\s+(?P<second>\{[^{}\n]{1,20}\}|[가-힣A-Za-z0-9.+#]{1,20}?)"
        r"(?:[을를의은는이가]?\s?(?:비교|중에서?|중|차이|가운데)|[을를]\s|의\s)"
    ),
    re.compile(rf"(?P<first>{_WORD})\s?(?:vs\.?|VS|versus)\s?(?P<second>{_WORD})"),
    re.compile(rf"(?:[Cc]ompare|between|choose)\s(?P<first>{_WORD})\s(?:and|with|to|or)\s(?P<second>{_WORD})"),
)
_SERIES: Final = re.compile(rf"((?:{_WORD}(?:\s?[,·/]\s?|\s)){{1,8}}{_WORD}?)\s?(?:의\s)?(?:차이|비교)")
_BETWEEN: Final = re.compile(r"\s?[,·/]\s?|\s")
_MOST: Final = 5
# 후보는 A: … / B: …, or each on a line of its own
_LETTERED: Final = re.compile(
    r"(?:^|[/,;\n]|후보[는은]?|선택지[는은]?|안[은]?)\s{0,3}(?P<letter>[A-E])안?\s?[:：]\s?(?=\S)"
)


def options_in(purpose: str) -> tuple[str, ...]:
    """Return two or more things that are compared; none when they are not said plainly.

    Words in a row count where they end alike (영정법 대동법 균역법), for only then are they surely of one kind.
    """
    match = next((match for pair in _PAIRS if (match := pair.search(purpose))), None)
    if match:
        return (match["first"], match["second"]) if match["first"] != match["second"] else ()
    series = _SERIES.search(purpose)
    if series is None:
        return ()
    words = [word for word in _BETWEEN.split(series[1].strip()) if word]
    if not words:
        return ()
    alike = list(takewhile(lambda word: word[-1] == words[-1][-1] and len(word) > 1, reversed(words)))[::-1]
    return tuple(alike) if 1 < len(alike) <= _MOST else ()


def candidates_in(told: str) -> tuple[str, ...]:
    """Return the letters by which a text tells the things that are compared: A, B and so on without a gap."""
    letters = tuple(dict.fromkeys(found["letter"] for found in _LETTERED.finditer(told)))
    return letters if len(letters) > 1 and letters == tuple("ABCDE"[: len(letters)]) else ()
