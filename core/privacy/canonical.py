"""The canonical form of a value: equal for two writings of the same item."""

import re
import unicodedata
from typing import Final

from core.privacy.entities import EntityType

_NUMBERS: Final = frozenset(
    {
        EntityType.PHONE,
        EntityType.KR_RRN,
        EntityType.KR_FRN,
        EntityType.KR_DRIVER_LICENSE,
        EntityType.KR_BRN,
        EntityType.KR_CORP_REG,
        EntityType.BANK_ACCOUNT,
        EntityType.CREDIT_CARD,
        EntityType.DATE_OF_BIRTH,
    }
)
_SPOKEN: Final = str.maketrans("공영일이삼사오육륙칠팔구", "001234566789")


def canonical(value: str, entity_type: EntityType) -> str:
    """Return a key under which 010-1234-5678, ０１０ 1234 5678 and 공일공12345678 are one."""
    plain = "".join(
        character
        for character in unicodedata.normalize("NFKC", value)
        if unicodedata.category(character) not in ("Cf", "Cc", "Zs")
    ).casefold()
    if entity_type not in _NUMBERS:
        return plain
    digits = re.sub(r"[^0-9]", "", plain.translate(_SPOKEN))
    return re.sub(r"\A82(?=10)", "0", digits) or plain
