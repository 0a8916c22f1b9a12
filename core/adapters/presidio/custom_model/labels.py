"""What the labels of others' models mean: Korean corpora's tags, and those of models made to find personal data."""

import re
from typing import Final, NamedTuple

from core.privacy.entities import EntityType

_KINDS: Final = {
    **{kind.value: kind for kind in EntityType},
    # CoNLL, KLUE, Modu, Naver.
    **dict.fromkeys(("PS", "PER", "NAME", "GIVENNAME", "SURNAME", "NICKNAME"), EntityType.PERSON),
    **dict.fromkeys(("OG", "ORG", "OGG", "WORKPLACE", "SCHOOL"), EntityType.ORGANIZATION),
    # KDPII, OpenPII and their like, without a first part that says less (`QT_MOBILE`, `private_phone`).
    **dict.fromkeys(("MOBILE", "TELEPHONENUM", "PHONE_NUMBER"), EntityType.PHONE),
    **dict.fromkeys(("EMAIL_ADDRESS",), EntityType.EMAIL),
    **dict.fromkeys(("RRN", "RESIDENT_NUMBER"), EntityType.KR_RRN),
    **dict.fromkeys(("FRN", "ALIEN_NUMBER", "FOREIGNER_NUMBER"), EntityType.KR_FRN),
    **dict.fromkeys(("PASSPORT", "PASSPORT_NUMBER", "PASSPORTNUM"), EntityType.KR_PASSPORT),
    **dict.fromkeys(("DRIVER_NUMBER", "DRIVER_LICENSE", "DRIVERLICENSENUM"), EntityType.KR_DRIVER_LICENSE),
    **dict.fromkeys(("ACCOUNT_NUMBER", "ACCOUNTNUM"), EntityType.BANK_ACCOUNT),
    **dict.fromkeys(("CARD_NUMBER", "CREDITCARDNUMBER"), EntityType.CREDIT_CARD),
    **dict.fromkeys(("STREET", "STREET_ADDRESS"), EntityType.ADDRESS),
    **dict.fromkeys(("BIRTH", "BIRTHDATE", "DATEOFBIRTH"), EntityType.DATE_OF_BIRTH),
    **dict.fromkeys(("PLATE_NUMBER", "VEHICLE_NUMBER"), EntityType.CAR_PLATE),
    **dict.fromkeys(("EMPLOYEE_ID", "MEMBER_ID", "IDCARDNUM"), EntityType.ID_NUMBER),
    **dict.fromkeys(("PS_ID", "USER_ID", "USERNAME", "HANDLE"), EntityType.ACCOUNT_NAME),
    **dict.fromkeys(("URL", "SITE"), EntityType.URL_PERSONAL),
    **dict.fromkeys(("IP_ADDRESS",), EntityType.IP),
    **dict.fromkeys(("PASSWORD",), EntityType.SECRET),
}
KINDS: Final = sorted({kind.value for kind in _KINDS.values()})
# A department points at nobody, nor does a religion; a place (`LC`) neither, unless it is an address (`LC_ADDRESS`).
_NOBODY: Final = frozenset({"OG_DEPARTMENT", "OGG_RELIGION"})
_BEFORE: Final = re.compile(r"(?P<place>[BIELSU])-(?P<kind>.+)")
_BEHIND: Final = re.compile(r"(?P<kind>.+)-(?P<place>[BI])")


class ModelLabel(NamedTuple):
    """What a label says: the kind, None where it is nothing personal; whether an item begins; whether it is Naver's."""

    kind: EntityType | None
    begins: bool
    behind: bool


def read(label: str) -> ModelLabel:
    """Read a label: `B-PS`, `PER-B`, `I-PS_NAME`, `QT_MOBILE`, `private_person`."""
    written = label.upper()
    behind = _BEHIND.fullmatch(written)
    parts = behind or _BEFORE.fullmatch(written)
    kind, place = (parts["kind"], parts["place"]) if parts else (written, "I")
    return ModelLabel(_kind(kind), place in "BSU", behind is not None)


def _kind(name: str) -> EntityType | None:
    """Return the kind by the whole name, by what follows its first part, or by that part alone (`PS_CHARACTER`)."""
    if name in _NOBODY:
        return None
    first, _, rest = name.partition("_")
    return _KINDS.get(name) or _KINDS.get(rest) or _KINDS.get(first)
