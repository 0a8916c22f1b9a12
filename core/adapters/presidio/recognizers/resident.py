"""Resident and foreigner registration numbers.

Replaces Presidio's KR_RRN and KR_FRN recognizers: they demand the check digit, which numbers issued since October 2020
no longer have, and do not look whether the birth date exists.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Final

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from core.adapters.presidio.recognizers.business import is_corporate
from core.adapters.presidio.recognizers.pattern import (
    AFTER,
    BEFORE,
    GAP,
    IS,
    SURE,
    WITH_CONTEXT,
    PatternRecognizer,
    PatternRule,
    digits,
)
from core.privacy.entities import EntityType

_BIRTH: Final = r"[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_SIX: Final = r"[0-9]{2}(?:[ .\-/]?[0-9]{2}){2}"
# What people put before the seventh digit so that the number is not found.
_ANYTHING: Final = rf"(?:{GAP}|[^0-9A-Za-z가-힣\n]{{1,3}})"
_HIDDEN: Final = r"[*●○xX•]"
# The seventh digit says sex and century of birth.
_CENTURIES: Final = dict.fromkeys("90", 1800) | dict.fromkeys("1256", 1900) | dict.fromkeys("3478", 2000)
_OLDEST: Final = 1920
_LENGTH: Final = 13
_WEIGHTS: Final = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
_RANDOM_SINCE: Final = date(2020, 10, 5)
# Behind its own name a number is one, whatever its digits say.
_NAMED: Final = 0.95
_UNDASHED: Final = 0.8
_REACH: Final = 40
# A key of a record, a setting or a tag; what it says decides, and where it says nothing the check digit does.
_KEY_BEFORE: Final = re.compile(
    r"(?:(?P<quote>[\"'])(?P<quoted>[A-Za-z가-힣_][0-9A-Za-z가-힣_ .\-]{0,29})(?P=quote)\s{0,2}[:=]"
    r"|<(?P<tag>[A-Za-z_가-힣][0-9A-Za-z_가-힣.\-]{0,29})>|(?<![0-9A-Za-z_.\-])(?P<bare>[A-Za-z_][0-9A-Za-z_.\-]{0,29})[:=])"
    r"\s{0,2}[\"']?\Z"
)
_OF_RESIDENTS: Final = re.compile(
    r"rrn|frn|jumin|주민|외국인|ssn|resident|residence|(?:personal|national|identity|citizen|identification|foreigner|alien)"
    r"[ _\-]?(?:id|no|num|reg|card)?|식별",
    re.IGNORECASE,
)
_OF_THINGS: Final = re.compile(
    r"(?:\A|[a-z_\-. ])(?:id|_at|ts|time|timestamp|seq|no|num|number|code|barcode|key|epoch"
    r"|sku|ean|gtin|upc|isbn|serial|index|hash)\Z"
    r"|코드|송장|운송장|주문|상품|제품|품번|물품|바코드|관리|시리얼|일련|시각|시간|도서",
    re.IGNORECASE,
)


def _rules(named: str, seventh: str) -> tuple[PatternRule, ...]:
    number = rf"{_BIRTH}{GAP}[{seventh}](?:[0-9]{{6}}|[0-9]?{_HIDDEN}{{5,6}}){AFTER}"
    return (
        PatternRule.of(
            "number behind its name",
            rf"{named}{IS}(?P<item>{BEFORE}{_SIX}{_ANYTHING}[{seventh}](?:{GAP}[0-9]{{6}}|{_HIDDEN}{{6}})?){AFTER}",
            _NAMED,
        ),
        PatternRule.of(
            "last seven digits behind their name",
            rf"(?:뒷|뒤)[ ]?(?:자리|번호){IS}(?P<item>[{seventh}][0-9]{{6}}){AFTER}",
            _NAMED,
        ),
        PatternRule.of("birth date and one digit", rf"{BEFORE}{_BIRTH}-[{seventh}]{AFTER}", WITH_CONTEXT, _is_living),
        PatternRule.of("number with a dash", rf"{BEFORE}(?=[0-9]{{6}}[ ]?-){number}", SURE, _is_living),
        PatternRule.of("number without a dash", rf"{BEFORE}(?![0-9]{{6}}[ ]?-){number}", _UNDASHED, _is_no_bar_code),
    )


class _NumberRecognizer(PatternRecognizer):
    """Leaves thirteen digits that a record calls an id or a time."""

    def kept(
        self,
        text: str,
        found: Sequence[RecognizerResult],
        nlp_artifacts: NlpArtifacts,  # noqa: ARG002 - its words do not matter
    ) -> Iterable[RecognizerResult]:
        """Return the numbers."""
        return [result for result in found if result.score != _UNDASHED or _may_be_called_so(text, result)]


class ResidentNumberRecognizer(_NumberRecognizer):
    """Finds resident registration numbers, partly hidden ones too."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.KR_RRN,
            PatternRule.of("number with hidden digits", rf"{BEFORE}{_BIRTH}-{_HIDDEN}{{7}}(?![0-9*])", SURE),
            *_rules(r"(?:주민(?:등록)?[ ]?번호|주민|(?<![A-Za-z])rrn)", "1234"),
            context="주민",
        )


class ForeignerNumberRecognizer(_NumberRecognizer):
    """Finds foreigner registration numbers, partly hidden ones too."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.KR_FRN, *_rules(r"(?:외국인(?:등록)?[ ]?번호|외국인|(?<![A-Za-z])frn)", "5678"), context="외국인"
        )


def _may_be_called_so(text: str, result: RecognizerResult) -> bool:
    """Say whether what stands before thirteen digits in a row, if it is a key, leaves them a resident's number."""
    key = _KEY_BEFORE.search(text[max(0, result.start - _REACH) : result.start])
    called = (key["quoted"] or key["tag"] or key["bare"]) if key else ""
    if not called or _OF_RESIDENTS.search(called):
        return True
    written = digits(text[result.start : result.end])
    if _OF_THINGS.search(called) or len(written) != _LENGTH:
        return False
    born = _birth(written)
    return _has_check_digit(written) or (born is not None and born >= _RANDOM_SINCE)


def _is_living(number: str) -> bool:
    written = digits(number)
    born = _birth(written)
    return born is not None and born.year >= _OLDEST and born <= _today() and not _is_rather_corporate(written, born)


def _is_no_bar_code(number: str) -> bool:
    """Thirteen digits in a row may be a time stamp or a bar code; rarely with a birth date of a living person."""
    return _is_living(number) and not _is_bar_code(digits(number))


def _is_bar_code(written: str) -> bool:
    # EAN-13: Korea's begin with 880, weights 1 and 3 in turn.
    total = sum(int(digit) * weight for digit, weight in zip(written, (1, 3) * 7, strict=False))
    return written.startswith("880") and len(written) == _LENGTH and total % 10 == 0


def _is_rather_corporate(written: str, born: date) -> bool:
    """Of thirteen digits that may be either, the check digit tells, while there still was one for a resident."""
    return born < _RANDOM_SINCE and is_corporate(written) and not _has_check_digit(written)


def _has_check_digit(written: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(written, _WEIGHTS, strict=False))
    whole = 11 if written[6] in "123490" else 13
    return (whole - total % 11) % 10 == int(written[-1])


def _today() -> date:
    return datetime.now(tz=UTC).date()


def _birth(written: str) -> date | None:
    try:
        return date(_CENTURIES[written[6]] + int(written[:2]), int(written[2:4]), int(written[4:6]))
    except ValueError:
        return None
