"""Bank account numbers.

Presidio has none for Korea. A number of 3-3-6 digits fits seventeen banks and many other things, so a bank's name or a
word about accounts must be near.
"""

import re
from typing import Final

from core.adapters.presidio.recognizers.pattern import (
    AFTER,
    BEFORE,
    IS,
    SURE,
    WITH_CONTEXT,
    PatternRecognizer,
    PatternRule,
)
from core.privacy.entities import EntityType

_BANKS_LIST: Final = """
    국민 신한 우리 하나 농협 기업 카카오뱅크 카카오 카뱅 토스뱅크 토스 토뱅 케이뱅크 케뱅 새마을금고 새마을 우체국 제일
    SC제일 씨티 수협 신협 대구 iM뱅크 아이엠뱅크 부산 경남 광주 전북 제주 산업 산림조합 저축 국민은행 KB국민 KB
    NH농협 NH IBK기업 IBK KEB하나 KDB BNK MG새마을금고 MG 한국씨티 SC 농협중앙회 단위농협 미래에셋증권 키움증권 삼성증권
    한국투자증권 한투 NH투자증권 KB증권 신한투자증권 대신증권 하나증권
"""
_BANKS: Final = _BANKS_LIST.split()
_LATIN, _HANGUL = (
    "|".join(sorted((bank for bank in _BANKS if bank[0].isascii() is latin), key=len, reverse=True))
    for latin in (True, False)
)
_BANK: Final = rf"(?:(?<![0-9A-Za-z])(?:{_LATIN})|{_HANGUL})(?:[ ]?은행)?(?:[ ]?(?:계좌|통장))?(?:[ ]?번호)?"
_DASH: Final = r"[ ]?(?:\r?\n)?[-.][ ]?(?:\r?\n)?"
_GROUPED: Final = rf"[0-9]{{2,6}}{_DASH}[0-9]{{2,6}}{_DASH}[0-9]{{2,8}}(?:[ ]?[-.][ ]?[0-9]{{1,3}})?"
_SPACED: Final = r"[0-9]{3,6} [0-9]{2,6} [0-9]{2,8}(?: [0-9]{1,6})?"
# As banks show them: 302-0187-****-11.
_HIDDEN: Final = r"[0-9]{2,6}-[0-9*]{2,6}-[0-9*]{2,8}(?:-[0-9*]{1,3})?"
_NUMBER: Final = rf"(?:{_GROUPED}|{_HIDDEN}|{_SPACED}|[0-9]{{10,14}})"
_IBAN: Final = r"(?<![0-9A-Za-z])[A-Z]{2}[0-9]{2}(?: ?[0-9A-Z]{4}){2,7}(?: ?[0-9A-Z]{1,3})?(?![0-9A-Za-z])"
_YEARS: Final = re.compile(r"(?:(?:19|20)[0-9]{2}[ ]?[-.~][ ]?){2}(?:19|20)[0-9]{2}")
_FEWEST, _MOST = 9, 16
_FEWEST_SEEN: Final = 4


class BankAccountRecognizer(PatternRecognizer):
    """Finds account numbers."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.BANK_ACCOUNT,
            PatternRule.of(
                "bank or account, then a number",
                rf"(?:{_BANK}[\])]?|계좌(?:[ ]?번호)?|(?<![A-Za-z])(?:account|acct|a/c)(?: number| no\.?| ?#)?){IS}"
                rf"(?P<item>{BEFORE}{_NUMBER}){AFTER}",
                SURE - 0.05,
                _is_account,
            ),
            PatternRule.of(
                "number, then a bank",
                rf"{BEFORE}(?P<item>{_NUMBER}){AFTER}[ ,(]{{0,2}}(?:{_BANK})",
                SURE - 0.1,
                _is_account,
            ),
            PatternRule("IBAN", re.compile(_IBAN), SURE, _is_iban),
            PatternRule.of("number in groups", rf"{BEFORE}{_NUMBER}{AFTER}", WITH_CONTEXT, _is_account),
            context="계좌 통장 입금 송금 이체 예금주 환불 account",
        )


def _is_account(number: str) -> bool:
    """Say whether a number is as long as an account's, and more than years."""
    hidden = "*" in number
    fewest = _FEWEST_SEEN if hidden else _FEWEST
    return fewest <= sum(map(str.isdigit, number)) <= _MOST and not _YEARS.fullmatch(number)


def _is_iban(number: str) -> bool:
    """Say whether the check digits of ISO 13616 are right."""
    written = number.replace(" ", "")
    return int("".join(str(int(character, 36)) for character in written[4:] + written[:4])) % 97 == 1
