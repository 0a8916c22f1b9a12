"""Business and corporate registration numbers.

The check digit of Presidio's KrBrnRecognizer is right and reused; its patterns are not (a fitting check digit lifts
every tenth run of ten digits to 1.0). Presidio has no corporate number.
"""

import re
from typing import Final

from presidio_analyzer.predefined_recognizers.country_specific.korea.kr_brn_recognizer import KrBrnRecognizer

from core.adapters.presidio.recognizers.pattern import (
    AFTER,
    BEFORE,
    DASH,
    GAP,
    IS,
    LIKELY,
    POSSIBLE,
    PatternRecognizer,
    PatternRule,
    digits,
)
from core.privacy.entities import EntityType

_BUSINESS: Final = rf"(?:사업자(?:[ ]?등록)?(?:[ ]?번호)?|brn|business (?:registration )?(?:number|no\.?)){IS}"
_CORPORATE: Final = rf"(?:법인(?:[ ]?등록)?(?:[ ]?번호)?|corporate (?:registration )?(?:number|no\.?)){IS}"
# Four digits of the registry court's office, two of the kind of corporation.
_OFFICE: Final = r"(?:1[1-9]|2[0-8])[0-9]{2}[1-7][0-9]"
# Above a resident number's score, below nothing: the word before it decides.
_NAMED: Final = 0.95
_CORPORATE_WEIGHTS: Final = (1, 2) * 6
_LENGTH: Final = 13


class BusinessNumberRecognizer(PatternRecognizer):
    """Finds business registration numbers (3-2-5 digits)."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.KR_BRN,
            PatternRule.of(
                "business number behind its name",
                rf"{_BUSINESS}(?P<item>{BEFORE}[0-9]{{3}}{GAP}[0-9]{{2}}{GAP}[0-9]{{5}}){AFTER}",
                _NAMED,
                _is_given_out,
            ),
            PatternRule.of(
                "business number in groups",
                rf"{BEFORE}[0-9]{{3}}{DASH}[0-9]{{2}}{DASH}[0-9]{{5}}{AFTER}",
                LIKELY,
                _is_business,
            ),
            PatternRule.of(
                "business number with blanks",
                rf"{BEFORE}[0-9]{{3}} [0-9]{{2}} [0-9]{{5}}{AFTER}",
                POSSIBLE,
                _is_business,
            ),
        )


class CorporateNumberRecognizer(PatternRecognizer):
    """Finds corporate registration numbers (6-7 digits)."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.KR_CORP_REG,
            PatternRule.of(
                "corporate number behind its name",
                rf"{_CORPORATE}(?P<item>{BEFORE}[0-9]{{6}}{GAP}[0-9]{{7}}){AFTER}",
                _NAMED,
            ),
            PatternRule.of(
                "corporate number in groups", rf"{BEFORE}{_OFFICE}{DASH}[0-9]{{7}}{AFTER}", LIKELY, is_corporate
            ),
        )


def is_corporate(number: str) -> bool:
    """Say whether a number has an office, a kind of corporation and a check digit (weights 1 and 2 in turn)."""
    written = digits(number)
    if len(written) != _LENGTH or not re.match(_OFFICE, written):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(written, _CORPORATE_WEIGHTS, strict=False))
    return (10 - total % 10) % 10 == int(written[-1])


def _is_given_out(number: str) -> bool:
    """000-00-00000 is a form to fill in."""
    return bool(digits(number).strip("0"))


def _is_business(number: str) -> bool:
    return _is_given_out(number) and bool(_PRESIDIO.validate_result(digits(number)))


_PRESIDIO: Final = KrBrnRecognizer()
