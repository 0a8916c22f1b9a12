"""What the labels of others' models mean."""

import pytest

from core.adapters.presidio.custom_model.labels import read
from core.privacy.entities import EntityType

MEANT = [
    # KLUE and Modu
    (("B-PS", "I-PS", "PS", "ps", "B-PS_NAME", "I-PS_CHARACTER"), EntityType.PERSON),
    (("B-OG", "I-OG", "OG", "OGG_ECONOMY", "B-OGG_EDUCATION", "OG_WORKPLACE"), EntityType.ORGANIZATION),
    # CoNLL, Naver, WNUT
    (("PER", "B-PER", "PER-B", "PER-I", "E-PER", "S-PER", "U-PER", "L-PER", "B-person"), EntityType.PERSON),
    (("ORG", "B-ORG", "ORG-B", "ORG-I"), EntityType.ORGANIZATION),
    # Models made to find personal data
    (("private_person", "B-NAME", "I-GIVENNAME", "B-SURNAME", "PS_NICKNAME"), EntityType.PERSON),
    (("QT_MOBILE", "QT_PHONE", "private_phone", "B-PHONE", "I-TELEPHONENUM"), EntityType.PHONE),
    (("TMI_EMAIL", "private_email", "B-EMAIL"), EntityType.EMAIL),
    (("LC_ADDRESS", "private_address", "B-ADDRESS", "I-STREET"), EntityType.ADDRESS),
    (("QT_RESIDENT_NUMBER", "B-RRN", "KR_RRN"), EntityType.KR_RRN),
    (("QT_ALIEN_NUMBER", "B-FRN"), EntityType.KR_FRN),
    (("QT_PASSPORT_NUMBER", "B-PASSPORT"), EntityType.KR_PASSPORT),
    (("QT_DRIVER_NUMBER", "B-DRIVER_LICENSE"), EntityType.KR_DRIVER_LICENSE),
    (("QT_ACCOUNT_NUMBER", "account_number"), EntityType.BANK_ACCOUNT),
    (("QT_CARD_NUMBER", "B-CREDIT_CARD"), EntityType.CREDIT_CARD),
    (("DT_BIRTH", "B-BIRTHDATE", "DATE_OF_BIRTH"), EntityType.DATE_OF_BIRTH),
    (("QT_PLATE_NUMBER", "B-VEHICLE_NUMBER"), EntityType.CAR_PLATE),
    (("B-EMPLOYEE_ID", "ID_NUMBER"), EntityType.ID_NUMBER),
    (("PS_ID", "B-USER_ID", "personal_handle"), EntityType.ACCOUNT_NAME),
    (("TMI_SITE", "private_url", "B-URL"), EntityType.URL_PERSONAL),
    (("QT_IP", "ip_address"), EntityType.IP),
    (("B-SECRET", "I-PASSWORD"), EntityType.SECRET),
    # Nothing personal
    (("O", "", "LABEL_0", "LABEL_1", "B", "I", "B-", "-B"), None),
    (("B-LC", "LC", "LOC", "LOC-B", "LCP_CITY", "LC_PLACE", "B-GPE"), None),
    (("B-DT", "DAT-B", "TI", "QT", "QT_AGE", "CV_POSITION", "FD_MAJOR", "MISC"), None),
    (("OG_DEPARTMENT", "B-OG_DEPARTMENT", "OGG_RELIGION", "DEPARTMENT"), None),
]


@pytest.mark.parametrize(("label", "kind"), [(label, kind) for labels, kind in MEANT for label in labels])
def test_what_a_label_means(label: str, kind: EntityType | None) -> None:
    assert read(label).kind is kind


@pytest.mark.parametrize(
    ("label", "place"),
    [
        ("B-PS", (True, False)),
        ("I-PS", (False, False)),
        ("S-PS", (True, False)),
        ("PS", (False, False)),
        ("PER-B", (True, True)),
        ("PER-I", (False, True)),
    ],
)
def test_where_in_an_item_a_label_stands(label: str, place: tuple[bool, bool]) -> None:
    assert (read(label).begins, read(label).behind) == place
