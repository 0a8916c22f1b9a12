"""Numbers, dates and houses that count where somebody is named, and stay where nobody is."""

import pytest

from core.adapters.presidio.detector import PresidioDetector
from core.privacy.entities import EntityType
from core.privacy.text import RawText

SOMEBODYS = [
    ("지원번호 2026-R-0091 문현정", "2026-R-0091", EntityType.ID_NUMBER),
    ("사건번호 2024가단123456 원고 김하늘", "2024가단123456", EntityType.ID_NUMBER),
    ("택배 6892-1047-3351 분실. 받는사람 간지혜", "6892-1047-3351", EntityType.ID_NUMBER),
    ("고객 송유진 1990년 12월 3일", "1990년 12월 3일", EntityType.DATE_OF_BIRTH),
    ("자녀: 김하은 (2025.12.08)", "2025.12.08", EntityType.DATE_OF_BIRTH),
    ("부재시 윗층 김하늘 씨 1204호로", "1204호", EntityType.ADDRESS),
    ("20261102 김하늘, 20261103 이서연 입사", "20261103", EntityType.ID_NUMBER),
    ("명단 20411 김하늘 1회 / 20417 이서연 2회 / 20430 첸 3회", "20430", EntityType.ID_NUMBER),
    ("김하늘 20231000", "20231000", EntityType.ID_NUMBER),
    ("20231000 김하늘, 20232000 이서연", "20232000", EntityType.ID_NUMBER),
    ("김하늘 771204000", "771204000", EntityType.ID_NUMBER),
    ("김하늘 대리 팔로우는 @sky.haneul 입니다", "@sky.haneul", EntityType.ACCOUNT_NAME),
]
NOBODYS = [
    "지원번호 2026-R-0091로 조회하는 방법",
    "대법원 2013다61381 판결을 요약해줘",
    "회의실은 1204호입니다",
    "지역\t출생\t사망\n새터\t2020\t1990",
    "20261102 방문, 20261103 발송",
    "출시일 (2025.12.08)에 맞춰 홍보",
]


@pytest.mark.parametrize(("text", "item", "entity_type"), SOMEBODYS)
def test_it_is_masked_where_somebody_is_named(
    detector: PresidioDetector, text: str, item: str, entity_type: EntityType
) -> None:
    found = [(text[span.start : span.end], span.type) for span in detector.detect(RawText(text))]
    assert (item, entity_type) in found


@pytest.mark.parametrize("text", NOBODYS)
def test_it_stays_where_nobody_is(detector: PresidioDetector, text: str) -> None:
    assert not detector.detect(RawText(text))
