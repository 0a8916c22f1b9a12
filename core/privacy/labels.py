"""Labels: the variables that stand for masked items, such as `{이름1}` or `{PHONE2}`.

A second form of the same item (a given name alone, a number with other dashes) shares its number: `{이름1-2}`.
"""

import re
from dataclasses import dataclass
from typing import Final

from core.privacy.entities import EntityType
from core.values.locale import Locale

NOUNS: Final[dict[Locale, dict[EntityType, str]]] = {
    Locale.KO: {
        EntityType.PERSON: "이름",
        EntityType.PHONE: "전화번호",
        EntityType.EMAIL: "이메일",
        EntityType.KR_RRN: "주민등록번호",
        EntityType.KR_FRN: "외국인등록번호",
        EntityType.KR_PASSPORT: "여권번호",
        EntityType.KR_DRIVER_LICENSE: "운전면허번호",
        EntityType.KR_BRN: "사업자등록번호",
        EntityType.KR_CORP_REG: "법인등록번호",
        EntityType.BANK_ACCOUNT: "계좌번호",
        EntityType.CREDIT_CARD: "카드번호",
        EntityType.ADDRESS: "주소",
        EntityType.ORGANIZATION: "기관",
        EntityType.DATE_OF_BIRTH: "생년월일",
        EntityType.CAR_PLATE: "차량번호",
        EntityType.ID_NUMBER: "식별번호",
        EntityType.ACCOUNT_NAME: "계정",
        EntityType.URL_PERSONAL: "개인링크",
        EntityType.IP: "IP주소",
        EntityType.MAC: "MAC주소",
        EntityType.CUSTOM: "비공개",
        EntityType.SECRET: "비밀값",
    },
    Locale.EN: {
        EntityType.PERSON: "NAME",
        EntityType.PHONE: "PHONE",
        EntityType.EMAIL: "EMAIL",
        EntityType.KR_RRN: "RRN",
        EntityType.KR_FRN: "FRN",
        EntityType.KR_PASSPORT: "PASSPORT",
        EntityType.KR_DRIVER_LICENSE: "LICENSE",
        EntityType.KR_BRN: "BRN",
        EntityType.KR_CORP_REG: "CORP_REG",
        EntityType.BANK_ACCOUNT: "BANK_ACCOUNT",
        EntityType.CREDIT_CARD: "CARD",
        EntityType.ADDRESS: "ADDRESS",
        EntityType.ORGANIZATION: "ORGANIZATION",
        EntityType.DATE_OF_BIRTH: "BIRTH_DATE",
        EntityType.CAR_PLATE: "CAR_PLATE",
        EntityType.ID_NUMBER: "ID",
        EntityType.ACCOUNT_NAME: "ACCOUNT",
        EntityType.URL_PERSONAL: "URL",
        EntityType.IP: "IP",
        EntityType.MAC: "MAC",
        EntityType.CUSTOM: "PRIVATE",
        EntityType.SECRET: "SECRET",
    },
}

_TYPES: Final = {noun: entity_type for nouns in NOUNS.values() for entity_type, noun in nouns.items()}
_NOUN: Final = "|".join(sorted(map(re.escape, _TYPES), key=len, reverse=True))

LABEL: Final = re.compile(rf"\{{({_NOUN})([1-9][0-9]{{0,5}})(?:-([1-9][0-9]{{0,3}}))?\}}")


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart: `{이름1-2}` is the noun 이름, the number 1, the form 2."""

    noun: str
    number: int
    form: int = 1

    @property
    def type(self) -> EntityType:
        """The kind of item it stands for."""
        return _TYPES[self.noun]

    def __str__(self) -> str:
        form = "" if self.form == 1 else f"-{self.form}"
        return f"{{{self.noun}{self.number}{form}}}"


def noun(entity_type: EntityType, locale: Locale) -> str:
    """Return the word that people read for a kind of item: 전화번호, PHONE."""
    return NOUNS[locale][entity_type]


def parse(label: str) -> Label | None:
    """Take apart a label; None when the text is not exactly one."""
    match = LABEL.fullmatch(label)
    return match and Label(match[1], int(match[2]), int(match[3] or 1))


def find_labels(text: str) -> tuple[str, ...]:
    """Return the labels in a text, each once, in order."""
    return tuple(dict.fromkeys(match.group() for match in LABEL.finditer(text)))
