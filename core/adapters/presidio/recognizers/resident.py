"""Resident and foreigner registration numbers.

Replaces Presidio's KR_RRN and KR_FRN recognizers: they demand the check digit, which numbers issued since October 2020
no longer have, and do not look whether the birth date exists.
"""

from datetime import UTC, date, datetime
from typing import Final

from core.adapters.presidio.recognizers.business import is_corporate
from core.adapters.presidio.recognizers.pattern import AFTER, BEFORE, GAP, SURE, Form, PatternRecognizer, digits
from core.privacy.entities import EntityType

_BIRTH: Final = r"[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_HIDDEN: Final = r"[*●○xX•]"
# The seventh digit says sex and century of birth.
_CENTURIES: Final = dict.fromkeys("90", 1800) | dict.fromkeys("1256", 1900) | dict.fromkeys("3478", 2000)
_OLDEST: Final = 1920
_LENGTH: Final = 13
_UNDASHED: Final = 0.8


def _forms(seventh: str) -> tuple[Form, ...]:
    return (
        Form.of(
            rf"{BEFORE}{_BIRTH}[ ]?-[ ]?(?:\r?\n)?[{seventh}](?:[0-9]{{6}}|[0-9]?{_HIDDEN}{{5,6}}){AFTER}",
            SURE,
            _is_dated,
        ),
        Form.of(rf"{BEFORE}{_BIRTH}{GAP}[{seventh}](?:[0-9]{{6}}|{_HIDDEN}{{6}}){AFTER}", _UNDASHED, _is_living),
    )


class ResidentNumberRecognizer(PatternRecognizer):
    """Finds resident registration numbers, partly hidden ones too."""

    def __init__(self) -> None:
        super().__init__(EntityType.KR_RRN, *_forms("1234"))


class ForeignerNumberRecognizer(PatternRecognizer):
    """Finds foreigner registration numbers, partly hidden ones too."""

    def __init__(self) -> None:
        super().__init__(EntityType.KR_FRN, *_forms("5678"))


def _is_dated(number: str) -> bool:
    born = _birth(digits(number))
    return born is not None and (born.year >= _OLDEST or not is_corporate(number))


def _is_living(number: str) -> bool:
    """Thirteen digits in a row may be a time stamp or a bar code; rarely with a birth date of a living person."""
    written = digits(number)
    born = _birth(written)
    return born is not None and born.year >= _OLDEST and born <= _today() and not _is_bar_code(written)


def _is_bar_code(written: str) -> bool:
    # EAN-13: Korea's begin with 880, weights 1 and 3 in turn.
    total = sum(int(digit) * weight for digit, weight in zip(written, (1, 3) * 7, strict=False))
    return written.startswith("880") and len(written) == _LENGTH and total % 10 == 0


def _today() -> date:
    return datetime.now(tz=UTC).date()


def _birth(written: str) -> date | None:
    try:
        return date(_CENTURIES[written[6]] + int(written[:2]), int(written[2:4]), int(written[4:6]))
    except ValueError:
        return None
