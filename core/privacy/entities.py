"""The entity types that are masked; the nouns people read in their labels are in `labels.py`."""

from enum import StrEnum


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
