r"""Card numbers.

The check (Luhn) of Presidio's CreditCardRecognizer is right and reused; its pattern drops Korean cards that begin with
9 and Mastercard's 2-series, and its `\b` misses a number with a particle behind it.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts
from presidio_analyzer.predefined_recognizers.generic.credit_card_recognizer import CreditCardRecognizer

from core.adapters.presidio.recognizers.pattern import (
    AFTER,
    BEFORE,
    GAP,
    LIKELY,
    POSSIBLE,
    RULE,
    SURE,
    WITH_CONTEXT,
    PatternRecognizer,
    PatternRule,
    digits,
)
from core.privacy.entities import EntityType

_FOURS: Final = rf"[0-9]{{4}}{GAP}[0-9]{{4}}{GAP}[0-9]{{4}}{GAP}[0-9]{{4}}"
_AMEX: Final = rf"3[47][0-9]{{2}}{GAP}[0-9]{{6}}{GAP}[0-9]{{5}}"
_DINERS: Final = rf"3[0689][0-9]{{2}}{GAP}[0-9]{{6}}{GAP}[0-9]{{4}}"
# Of 19 digits, as UnionPay and Maestro have (ISO/IEC 7812 allows up to 19).
_LONG: Final = rf"{_FOURS}{GAP}[0-9]{{3}}"
_MONTH: Final = r"(?:0[1-9]|1[0-2])"
_YEAR: Final = r"(?:20)?[2-4][0-9]"
_EXPIRY_DATE: Final = (
    rf"(?:{_MONTH}[ ]?[/.\-][ ]?{_YEAR}|20[2-4][0-9][ ]?[/.\-][ ]?{_MONTH}|{_MONTH}[2-4][0-9]"
    rf"|[2-4][0-9]/{_MONTH}|{_YEAR}[ ]?년[ ]?(?:0?[1-9]|1[0-2])[ ]?월"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,? 20[2-4][0-9])(?![0-9/])(?![\-.][0-9])"
)
_EXPIRY: Final = (
    r"(?:(?<![a-z])exp(?:iry|ires|iring|iration)?(?: date)?|(?:valid|good) (?:thru|through|until|till)"
    r"|유효[ ]?(?:기간|기한)?|만[료기](?:일|월|년월)?)(?:[ ]?\(?mm[ ]?/[ ]?yy(?:yy)?\)?)?"
    rf"[ ]?[.:=은는이가]?[ ]{{0,2}}(?:in |on )?(?P<item>{_EXPIRY_DATE})"
)
# Month and year right behind a card's last digits, with its security code.
_RIGHT_BEHIND: Final = (
    rf"(?<=[0-9]{{4}})(?:[ ]?[/,(|][ ]{{0,2}}|[ \t\n]{{1,2}})"
    rf"(?P<item>{_EXPIRY_DATE}(?:[ ,/|]{{1,2}}[0-9]{{3}}(?![0-9]))?)"
)
_BEFORE_ITS_WORD: Final = rf"(?<![0-9./\-])(?P<item>{_EXPIRY_DATE})(?:까지(?:가|만)?|에|로)?[ ]?(?:유효|만[료기])"
_OF_A_CARD: Final = re.compile(r"(?:카드|card)", re.IGNORECASE)
_NEAR: Final = 80
_NEXT_TO: Final = 14
_EXPIRY_RULE: Final = "expiry of a card"
_EARLY_EXPIRY_RULE: Final = "expiry of a card before its word"
_BARE_EXPIRY_RULE: Final = "month and year behind a card number"
_EXPIRIES: Final = frozenset((_EXPIRY_RULE, _EARLY_EXPIRY_RULE, _BARE_EXPIRY_RULE))
# As receipts print them.
_SEEN: Final = rf"[0-9]{{4}}{GAP}[0-9*●•xX]{{4}}{GAP}[*●•xX]{{4}}{GAP}[0-9]{{4}}{AFTER}"
# Visa, Mastercard, JCB, UnionPay, Maestro, Discover, and 9 for cards of Korea alone.
_ISSUER: Final = re.compile(r"4|5[0-8]|2(?:2[2-9]|[3-6]|7[01]|720)|3[0-9]|6|9")


class CardRecognizer(PatternRecognizer):
    """Finds credit, check and gift card numbers."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.CREDIT_CARD,
            PatternRule.of("card number", rf"{BEFORE}(?:{_FOURS}|{_AMEX}|{_DINERS}){AFTER}", SURE, _is_card),
            PatternRule.of("card number of 19 digits", rf"{BEFORE}{_LONG}{AFTER}", SURE, _is_card),
            PatternRule.of("19 digits", rf"{BEFORE}{_LONG}{AFTER}", WITH_CONTEXT),
            PatternRule.of(_EXPIRY_RULE, _EXPIRY, LIKELY),
            PatternRule.of(_EARLY_EXPIRY_RULE, _BEFORE_ITS_WORD, LIKELY),
            PatternRule.of(_BARE_EXPIRY_RULE, _RIGHT_BEHIND, LIKELY),
            PatternRule.of("sixteen digits with dashes", rf"{BEFORE}(?:[0-9]{{4}}-){{3}}[0-9]{{4}}{AFTER}", POSSIBLE),
            PatternRule.of("sixteen digits", rf"{BEFORE}(?:{_FOURS}|{_AMEX}){AFTER}", WITH_CONTEXT),
            PatternRule.of("card number partly hidden", rf"{BEFORE}{_SEEN}", WITH_CONTEXT),
            context="카드 card visa 비자 마스터 유효기간 cvc",
        )

    def kept(
        self,
        text: str,
        found: Sequence[RecognizerResult],
        nlp_artifacts: NlpArtifacts,  # noqa: ARG002 - its words do not matter
    ) -> Iterable[RecognizerResult]:
        """Return the numbers, and of the months and years those of a card: near its number, or the word card."""
        numbers = [result for result in found if result.recognition_metadata[RULE] not in _EXPIRIES]
        return [result for result in found if result in numbers or _is_of_a_card(text, result, numbers)]


def _is_of_a_card(text: str, expiry: RecognizerResult, numbers: Sequence[RecognizerResult]) -> bool:
    if expiry.recognition_metadata[RULE] == _BARE_EXPIRY_RULE:
        return any(0 < expiry.start - number.end < len(" ( /") for number in numbers)
    return (
        any(-_NEAR < number.start - expiry.end < _NEAR for number in numbers)
        or _OF_A_CARD.search(text, expiry.end, expiry.end + _NEXT_TO) is not None
        or _OF_A_CARD.search(text, max(0, expiry.start - 2 * _NEXT_TO), expiry.start) is not None
    )


def _is_card(number: str) -> bool:
    written = digits(number)
    return bool(_ISSUER.match(written)) and bool(_PRESIDIO.validate_result(written))


_PRESIDIO: Final = CreditCardRecognizer()
