"""The entity types that are masked, with what `entities.toml` says of each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from core.values.locale import Locale


class EntityType(StrEnum):
    """A kind of personal item; the names follow Presidio's where it has one."""

    PERSON = "PERSON"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    KR_RRN = "KR_RRN"
    KR_FRN = "KR_FRN"
    KR_PASSPORT = "KR_PASSPORT"
    KR_DRIVER_LICENSE = "KR_DRIVER_LICENSE"
    KR_BRN = "KR_BRN"
    KR_CORP_REG = "KR_CORP_REG"
    BANK_ACCOUNT = "BANK_ACCOUNT"
    CREDIT_CARD = "CREDIT_CARD"
    ADDRESS = "ADDRESS"
    ORGANIZATION = "ORGANIZATION"
    DATE_OF_BIRTH = "DATE_OF_BIRTH"
    CAR_PLATE = "CAR_PLATE"
    ID_NUMBER = "ID_NUMBER"
    ACCOUNT_NAME = "ACCOUNT_NAME"
    URL_PERSONAL = "URL_PERSONAL"
    IP = "IP"
    MAC = "MAC"
    CUSTOM = "CUSTOM"
    SECRET = "SECRET"  # noqa: S105 - an entity type, not a password


@dataclass(frozen=True, slots=True)
class Entity:
    """What is known of a type: the noun in its labels, what people read of it, its class, what an AI may call it."""

    label: Mapping[Locale, str]
    name: Mapping[Locale, str]
    class_: str
    synonyms: tuple[str, ...]


def _read() -> dict[EntityType, Entity]:
    tables = tomllib.loads(files(__package__).joinpath("entities.toml").read_text("utf-8"))
    return {
        EntityType(name): Entity(
            MappingProxyType({locale: table["label"][locale] for locale in Locale}),
            MappingProxyType({locale: table["name"][locale] for locale in Locale}),
            table["class"],
            tuple(table.get("synonyms", "").split()),
        )
        for name, table in tables.items()
    }


ENTITIES: Final[Mapping[EntityType, Entity]] = MappingProxyType(_read())
