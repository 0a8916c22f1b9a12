"""The identity of an item: a key that is equal for two writings of it, by its type's own rules."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

from core.privacy.canonical_form import identity
from core.privacy.entities import EntityType
from core.privacy.korean import birth_dates
from core.privacy.latin_names import words


def item_identity(value: str, entity_type: EntityType) -> str:
    """Return the key: +82 10-2345-6789 and 010 2345 6789 are one telephone, (주)한빛 and 한빛 one organization."""
    plain = identity(unicodedata.normalize("NFKC", value))
    rule = _RULES.get(entity_type)
    return (rule(value, plain) if rule else "") or plain


def _person(value: str, _: str) -> str:
    return " ".join(words(value))


def _phone(_: str, plain: str) -> str:
    digits = re.sub(r"[^0-9]", "", re.sub(r"\(0\)", "", plain))
    return re.sub(r"\A(?:00)?820?(?=[1-9])", "0", digits) if plain.startswith(("+", "0082")) else digits


def _date(value: str, _: str) -> str:
    born = birth_dates.parse(value)
    return f"{born.year % 100:02}{born.month:02}{born.day:02}" if born else ""


def _organization(value: str, _: str) -> str:
    return identity(_LEGAL_FORM.sub("", unicodedata.normalize("NFKC", value)))


def _address(value: str, _: str) -> str:
    return re.sub(r"[\s,.()]", "", value)  # a dash between its numbers says something: 1-2 is not 12


def _account(_: str, plain: str) -> str:
    return plain.lstrip("@")


def _link(_: str, plain: str) -> str:
    return re.sub(r"\A(?:https?://)?(?:www\.|m\.)?", "", plain).rstrip("/")


# In Latin letters only as words of their own: Cisco is no Cis Co.
_LEGAL_FORM: Final = re.compile(
    r"\(\s?(?:주|유|재|사)\s?\)|(?:주식|유한)\s?회사|(?:[\s,.]{1,3}(?:inc|co|ltd|llc|corp)){1,3}\.?\s*\Z", re.IGNORECASE
)
_RULES: Final[Mapping[EntityType, Callable[[str, str], str]]] = {
    EntityType.PERSON: _person,
    EntityType.PHONE: _phone,
    EntityType.DATE_OF_BIRTH: _date,
    EntityType.ORGANIZATION: _organization,
    EntityType.ADDRESS: _address,
    EntityType.ACCOUNT_NAME: _account,
    EntityType.URL_PERSONAL: _link,
}
