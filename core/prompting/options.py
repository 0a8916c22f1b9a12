"""Options: the two things that a purpose line asks to compare."""

import re
from typing import Final

_WORD: Final = r"[가-힣A-Za-z0-9.+#]{1,20}"
_PAIRS: Final = (
    re.compile(
        rf"(?P<first>{_WORD}?)(?:이랑|랑|와|과|하고)\s+(?P<second>{_WORD}?)"
        r"(?:[을를의은는이가]?\s?(?:비교|중에서?|중|차이|가운데)|[을를]\s|의\s)"
    ),
    re.compile(rf"(?P<first>{_WORD})\s?(?:vs\.?|VS|versus)\s?(?P<second>{_WORD})"),
    re.compile(rf"(?:[Cc]ompare|between|choose)\s(?P<first>{_WORD})\s(?:and|with|to|or)\s(?P<second>{_WORD})"),
)


def options_in(purpose: str) -> tuple[str, str] | None:
    """Return the two options in the person's own words; None when they are not said plainly."""
    match = next((match for pair in _PAIRS if (match := pair.search(purpose))), None)
    return (match["first"], match["second"]) if match and match["first"] != match["second"] else None
