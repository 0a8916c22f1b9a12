"""Identifiers that no rule finds: told by the judge from what stands around them, and what only looks like them."""

import numpy as np
import pytest

from core.adapters.presidio.detector import PresidioDetector
from core.adapters.presidio.items.finder import NAME, offers
from core.adapters.presidio.items.judge import KINDS, ItemJudge, buckets, load, save, shipped
from core.adapters.presidio.items.tables import tables
from core.privacy.entities import EntityType
from core.privacy.explanation import Refusal
from core.privacy.text import RawText
from serving.training.detector.item_texts import LabelledText, digest, labels, texts

SOMEBODYS = [
    ("원생 노을이 출석부 24-0113 결석", "24-0113", EntityType.ID_NUMBER),
    ("담당 염다올, 보험 청구 LN-20418 서류 미비", "LN-20418", EntityType.ID_NUMBER),
    ("2024-진정-30118 진정인 염다올", "2024-진정-30118", EntityType.ID_NUMBER),
    ("예약 염다올 QT7M2X 2박", "QT7M2X", EntityType.ID_NUMBER),
    ("작업자 harim.oh 가 배포함, 연락 010-2345-6789", "harim.oh", EntityType.ACCOUNT_NAME),
    ("롤 닉 새벽라면왕 친추 주세요", "새벽라면왕", EntityType.ACCOUNT_NAME),
    ("아이디가 뭐였더라 noeul.han 이거 맞아요", "noeul.han", EntityType.ACCOUNT_NAME),
    ("비번은 지난주에 바꿨는데 tofmskf77 이에요", "tofmskf77", EntityType.SECRET),
    ("캐리어 비번 세자리는 417 이에요", "417", EntityType.SECRET),
    (
        "이력서 https://cv.example.kr/p/daol-yeom 봐 주세요",
        "https://cv.example.kr/p/daol-yeom",
        EntityType.URL_PERSONAL,
    ),
    ("염다올\t2030118\t941102\t서울", "941102", EntityType.DATE_OF_BIRTH),
    ("새벽라면왕 — 오늘 오후 8:14\n다들 들어왔나요", "새벽라면왕", EntityType.ACCOUNT_NAME),
    (
        "예약 확인 페이지 https://book.example.kr/r/daol-yeom?tel=01023456789",
        "https://book.example.kr/r/daol-yeom?tel=01023456789",
        EntityType.URL_PERSONAL,
    ),
]
NOBODYS = [
    "며느리 서유진입니다 민원이 10월에만 27건 들어왔고 010-2345-6789로 오세요",
    "박소연이에요 휠체어 폭 62cm인데 들어가는지 물어보고 싶어요",
    "심사자 김도현님이 국문 초록을 영문으로 150단어 이내로 맞추래요",
    "저는 임하준이고 노지귤이고 11월20일부터 따요",
    "상주 이경주 씨, 발인은 9월 29일에 마쳤고요",
    "2026.11.03 염다올 휴가",
    "염다올 대리 v2.3.1 배포",
    "PO 4500028831 납기 12/5 염다올",
    "3-4 온유 수업 일지",
    "A-3동 승강기 2호기 점검, 문의 010-2345-6789",
    "도어락 모델 GK-410S 건전지 교체 방법",
    "로그인 화면에서 아이디 찾기를 누르면 멈춰요",
    "비밀번호는 영문과 숫자를 섞어 8자 이상으로 정하세요",
    "Write a thank-you note to 염다올",
    "당첨자: 홍*동",
]


@pytest.mark.parametrize(("text", "item", "entity_type"), SOMEBODYS)
def test_the_judge_finds_it(detector: PresidioDetector, text: str, item: str, entity_type: EntityType) -> None:
    found = [one.span for one in detector.explain(RawText(text)).found]
    assert (item, entity_type, NAME) in [(text[span.start : span.end], span.type, span.by) for span in found]


@pytest.mark.parametrize("text", NOBODYS)
def test_the_judge_leaves_it(detector: PresidioDetector, text: str) -> None:
    assert NAME not in [one.span.by for one in detector.explain(RawText(text)).found]


def test_digits_that_are_no_date_are_nobodys_birth(detector: PresidioDetector) -> None:
    found = detector.detect(RawText("염다올 차장님, 카카오 035720은 보유, 에스엠 041510은 매도로 메모해 주세요"))
    assert EntityType.DATE_OF_BIRTH not in {span.type for span in found}


def test_what_it_is_unsure_of_is_told(detector: PresidioDetector) -> None:
    text = "접수번호 2026-11-000123"
    refused = [(text[one.span.start : one.span.end], one.refusal) for one in detector.explain(RawText(text)).refused]
    assert ("2026-11-000123", Refusal.UNSURE) in refused


def test_what_rules_find_stays_theirs(detector: PresidioDetector) -> None:
    text = "사번 20231234 염다올 010-2345-6789"
    assert [one.span.by for one in detector.explain(RawText(text)).found if one.span.type is not EntityType.PERSON] == [
        "IdNumberRecognizer",
        "PhoneRecognizer",
    ]


def test_it_learnt_from_the_texts_beside_the_training() -> None:
    assert shipped().texts == digest(), "the texts have changed: train the judge again (items/MODEL_CARD.md)"


def test_every_span_lies_in_its_text() -> None:
    for text in texts():
        spans = sorted(text.spans)
        assert all(0 <= start < end <= len(text.text) for start, end, _ in spans)


def test_a_judge_is_kept_as_it_is(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("judge") / "items.npz"
    save(shipped(), path)
    assert np.array_equal(load(path).weights, shipped().weights)


def test_a_judge_of_nothing_says_nothing() -> None:
    assert ItemJudge(np.zeros((1, len(KINDS)), np.float32)).scores([]).shape == (0, len(KINDS))


def test_evidence_goes_to_buckets_in_order() -> None:
    places, offsets = buckets([["a", "b"], ["a"]])
    assert places[0] == places[2] != places[1]
    assert offsets.tolist() == [0, 2, 3]


def test_a_cell_knows_its_head_and_its_row() -> None:
    text = "이름\t사번\n염다올\t2030118"
    cell = tables(text).at(text.index("2030118"), len(text))
    assert cell is not None
    assert (cell.head, cell.first, cell.row, cell.column) == ("사번", "염다올", 1, 1)


def test_a_candidate_with_its_borders_is_the_right_one() -> None:
    text = "비번 Qk8#vv21 로"
    given = LabelledText(text, "one", ((3, 11, "SECRET"),), ())
    places = [place for place, _ in offers(text)]
    told = dict(zip(places, labels(given, places), strict=True))
    assert told[3, 11] == (KINDS.index("SECRET"), 1.0)
    assert all(kind == 0 for place, (kind, _) in told.items() if place != (3, 11))


def test_texts_are_read_as_the_judge_is_asked() -> None:
    text = next(text for text in texts() if "—" not in text.text and " - 오늘 오" in text.text)
    assert all(text.text[start:end].strip() == text.text[start:end] for start, end, _ in text.spans)
    assert not [text for text in texts() if "—" in text.text]
