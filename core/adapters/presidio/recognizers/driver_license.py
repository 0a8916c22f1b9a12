"""Korean driver's licence numbers.

Replaces Presidio's KrDriverLicenseRecognizer, which takes every time stamp of twelve digits for one.
"""

from typing import Final

from core.adapters.presidio.recognizers.pattern import (
    AFTER,
    BEFORE,
    DASH,
    GAP,
    IS,
    LIKELY,
    SURE,
    PatternRecognizer,
    PatternRule,
)
from core.privacy.entities import EntityType

_NAMED: Final = rf"(?:면허(?:증)?(?:[ ]?번호)?|driver'?s? licen[cs]e(?: number| no\.?)?){IS}"
_PROVINCE: Final = r"(?:서울|부산|대구|인천|광주|대전|울산|경기|강원|충북|충남|전북|전남|경북|경남|제주)"
_REGION: Final = r"(?:1[1-9]|2[0-6]|28)"
_REST: Final = rf"[0-9]{{2}}{GAP}[0-9]{{6}}{GAP}[0-9]{{2}}"
_NAMED_SCORE: Final = 0.95


class DriverLicenseRecognizer(PatternRecognizer):
    """Finds licence numbers: 11-12-345678-90, and older ones with a province's name or without."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.KR_DRIVER_LICENSE,
            PatternRule.of(
                "licence behind its name",
                rf"{_NAMED}(?P<item>(?:{_PROVINCE}[ -]?|{_REGION}{GAP})?{_REST}){AFTER}",
                _NAMED_SCORE,
            ),
            PatternRule.of(
                "licence in groups", rf"{BEFORE}{_REGION}{DASH}[0-9]{{2}}{DASH}[0-9]{{6}}{DASH}[0-9]{{2}}{AFTER}", SURE
            ),
            PatternRule.of(
                "licence with blanks", rf"{BEFORE}{_REGION} [0-9]{{2}} [0-9]{{6}} [0-9]{{2}}{AFTER}", LIKELY
            ),
            PatternRule.of(
                "licence with a province", rf"{_PROVINCE}[ -]?[0-9]{{2}}{DASH}[0-9]{{6}}{DASH}[0-9]{{2}}{AFTER}", SURE
            ),
            PatternRule.of(
                "licence with a province and blanks",
                rf"{_PROVINCE}[ -]?[0-9]{{2}} [0-9]{{6}} [0-9]{{2}}{AFTER}",
                LIKELY,
            ),
        )
