"""The identity of an item: one for its writings, by the rules of its type."""

import pytest

from core.privacy.entities import EntityType
from core.privacy.item_identity import item_identity


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("PHONE", "010-2345-6789", "+82 10-2345-6789"),
        ("PHONE", "010-2345-6789", "+82-(0)10-2345-6789"),
        ("PHONE", "02-345-6789", "(02)345-6789"),
        ("PHONE", "010-2345-6789", "공일공 이삼사오 육칠팔구"),
        ("DATE_OF_BIRTH", "1990년 3월 4일", "1990.03.04."),
        ("DATE_OF_BIRTH", "1990년 3월 4일", "900304"),
        ("DATE_OF_BIRTH", "2005-03-04", "05년 3월 4일"),
        ("ORGANIZATION", "한빛상사", "㈜한빛상사"),
        ("ORGANIZATION", "한빛상사", "주식회사 한빛상사"),
        ("ORGANIZATION", "Hanbit", "Hanbit Co., Ltd."),
        ("ORGANIZATION", "Hanbit", "HANBIT, Inc."),
        ("ADDRESS", "서울시 강남구 테헤란로 12, 3층", "서울시 강남구 테헤란로 12 3층"),
        ("ACCOUNT_NAME", "@seoyeon_92", "seoyeon_92"),
        ("URL_PERSONAL", "https://www.instagram.com/seoyeon_92/", "instagram.com/seoyeon_92"),
        ("PERSON", "John Smith", "SMITH, John"),
        ("PERSON", "Kim Seoyeon", "Seo-yeon Kim"),
        ("PERSON", "Smith", "Mr. Smith"),
        ("PERSON", "김서연", "김 서연"),
        ("PERSON", "김서연", "\u1100\u1175\u11b7\u1109\u1165\u110b\u1167\u11ab"),
    ],
)
def test_two_writings(kind: str, one: str, other: str) -> None:
    assert item_identity(one, EntityType[kind]) == item_identity(other, EntityType[kind])


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("PHONE", "010-2345-6789", "010-2345-6780"),
        ("PHONE", "02-345-6789", "031-345-6789"),
        ("DATE_OF_BIRTH", "1990년 3월 4일", "1990년 4월 3일"),
        ("ORGANIZATION", "한빛상사", "한빛상회"),
        ("ORGANIZATION", "Cisco", "Cis"),
        ("ORGANIZATION", "Cisco", "Cis Co."),
        ("ADDRESS", "테헤란로 12", "테헤란로 1-2"),
        ("URL_PERSONAL", "instagram.com/seoyeon_92", "facebook.com/seoyeon_92"),
        ("PERSON", "John Smith", "Joan Smith"),
        ("PERSON", "김서연", "김서영"),
        ("ID_NUMBER", "1234", "1235"),
    ],
)
def test_two_items(kind: str, one: str, other: str) -> None:
    assert item_identity(one, EntityType[kind]) != item_identity(other, EntityType[kind])
