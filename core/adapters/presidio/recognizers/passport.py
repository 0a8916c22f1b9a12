"""Korean passport numbers.

Replaces Presidio's KrPassportRecognizer, whose scores stay under every usual threshold.
"""

import re
from typing import Final

from core.adapters.presidio.recognizers.pattern import (
    IS,
    LIKELY,
    POSSIBLE,
    SURE,
    PatternRecognizer,
    PatternRule,
)
from core.privacy.entities import EntityType

_NAMED: Final = rf"(?:여권(?:[ ]?번호)?|passport(?: number| no\.?)?){IS}"
# One letter for the kind, eight digits; since December 2021 a letter stands among them.
_OLD: Final = r"(?<![0-9A-Za-z_\-])[MSROD][ ]?[0-9]{8}(?![0-9A-Za-z])(?!-[0-9])"
_NEW: Final = r"(?<![0-9A-Za-z_\-])[MSROD][ ]?[0-9]{3}[A-Z][0-9]{4}(?![0-9A-Za-z])(?!-[0-9])"
_DATED: Final = re.compile(r"[A-Za-z] ?(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")


class PassportRecognizer(PatternRecognizer):
    """Finds passport numbers."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.KR_PASSPORT,
            PatternRule.of(
                "passport behind its name",
                rf"{_NAMED}(?P<item>[A-Z](?:[ \-]?[0-9]){{3}}[ \-]?[A-Z0-9](?:[ \-]?[0-9]){{4}})(?![0-9A-Za-z])",
                SURE,
            ),
            # Of other countries: one or two letters, or none, and seven to nine signs.
            PatternRule.of(
                "foreign passport behind its name",
                rf"{_NAMED}(?P<item>[A-Z]{{1,2}}[ \-]?[0-9]{{6,8}}|[0-9]{{9}})(?![0-9A-Za-z])",
                LIKELY,
            ),
            PatternRule.of("passport number", _OLD, POSSIBLE, _is_undated),
            PatternRule.of("passport number with a second letter", _NEW, LIKELY),
            context="여권 passport",
        )


def _is_undated(number: str) -> bool:
    """A letter and a date is more often the number of a document."""
    return not _DATED.fullmatch(number)
