r"""Card numbers.

The check (Luhn) of Presidio's CreditCardRecognizer is right and reused; its pattern drops Korean cards that begin with
9 and Mastercard's 2-series, and its `\b` misses a number with a particle behind it.
"""

import re
from typing import Final

from presidio_analyzer.predefined_recognizers.generic.credit_card_recognizer import CreditCardRecognizer

from core.adapters.presidio.recognizers.pattern import (
    AFTER,
    BEFORE,
    GAP,
    LIKELY,
    POSSIBLE,
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
_EXPIRY: Final = (
    r"(?:exp(?:iry|ires|iration)?(?: date)?|valid thru|good thru|유효(?:[ ]?기간)?"
    r"|만료(?:일|월)?)[ ]?[.:=은는이]?[ ]{0,2}"
    r"(?P<item>(?:0[1-9]|1[0-2])[ ]?/[ ]?(?:20)?[2-4][0-9]|(?:0[1-9]|1[0-2])[2-4][0-9])(?![0-9/])"
)
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
            PatternRule.of("expiry behind a card number", rf"(?<=[0-9*]{{4}})[ ,/()\n]{{1,4}}{_EXPIRY}", LIKELY),
            PatternRule.of("expiry behind the word card", rf"(?:카드|card)[^\n0-9]{{0,8}}?{_EXPIRY}", LIKELY),
            PatternRule.of(
                "expiry before the word card",
                rf"{_EXPIRY}(?=(?:인|까지인)?[ ](?:on (?:my|the) )?(?:카드|card))",
                LIKELY,
            ),
            PatternRule.of("sixteen digits with dashes", rf"{BEFORE}(?:[0-9]{{4}}-){{3}}[0-9]{{4}}{AFTER}", POSSIBLE),
            PatternRule.of("sixteen digits", rf"{BEFORE}(?:{_FOURS}|{_AMEX}){AFTER}", WITH_CONTEXT),
            PatternRule.of("card number partly hidden", rf"{BEFORE}{_SEEN}", WITH_CONTEXT),
            context="카드 card visa 비자 마스터 유효기간 cvc",
        )


def _is_card(number: str) -> bool:
    written = digits(number)
    return bool(_ISSUER.match(written)) and bool(_PRESIDIO.validate_result(written))


_PRESIDIO: Final = CreditCardRecognizer()
