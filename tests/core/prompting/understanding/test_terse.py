import pytest

from core.locale import Locale
from core.prompting.understanding.clauses import place_clauses
from core.prompting.understanding.demands import read_requirement
from core.prompting.understanding.instructing import instruct_korean
from core.prompting.understanding.introduction import read_introduction
from core.prompting.understanding.places import Place
from core.prompting.understanding.restating import restate
from tests.core.prompting.understanding.introductions import judge, rows


@pytest.mark.parametrize(
    "clause",
    [
        "네 문장",
        "해시태그 5개",
        "활동지도 하나",
        "천 자 정도",
        "최소 세 가지",
        "점당 80자",
        "밝은 느낌",
        "1인칭 주인공 시점",
        "가격은 맨 뒤에",
        "쿠폰 얘기도 같이",
        "법 조항은 인용하되",
        "두 문단 정도가 좋겠네",
        "하트 하나쯤은 환영",
        "항목은 월 렌탈료로 합니다",
        "이모티콘은 두 개 이하로 하고",
        "결론을 앞에 두고",
        "보고서는 개조식으로 작성",
        "줄임말 안 씀",
        "딱딱한 건 별로",
        "문자니까 네 줄",
        "존칭 실수 없게 하고",
        "Two short paragraphs.",
        "Casual tone.",
        "Under 50 words.",
        "Firm but polite.",
        "Numbers in a table.",
    ],
)
def test_a_phrase_without_a_verb_demands(clause: str) -> None:
    assert [one.place for one in place_clauses(clause)] == [Place.WISHES]


@pytest.mark.parametrize(
    "clause",
    [
        "방 두 개 화장실 하나",
        "고양이도 하나",
        "현재 원고 500자",
        "정원 12명",
        "문제가 세 개 있습니다",
        "대표 필요",
        "수업은 줌으로 합니다",
        "결제는 현금으로 하고",
        "강아지를 집에 두고 나왔어요",
        "환불은 안 되는데",
        "카드 결제 불가",
        "수강료 8만원 별도",
        "화장실 못 씀",
        "The AC was loud.",
        "Tune-ups cost $45.",
    ],
)
def test_not_every_phrase_does(clause: str) -> None:
    assert [one.place for one in place_clauses(clause)] == [Place.FACTS]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("제목 후보 다섯 개 낚시성 제목 지양", ["제목 후보 다섯 개", "낚시성 제목 지양"]),
        ("이모티콘은 두 개 이하로 하고 해시태그 5개", ["이모티콘은 두 개 이하로 하고", "해시태그 5개"]),
        ("표로 쓰되 영어는 빼고", ["표로 쓰되", "영어는 빼고"]),
        ("4연, 마지막 행은 명사로", ["4연", "마지막 행은 명사로"]),
        ("화장실 못 씀 세입자분들이 봅니다", ["화장실 못 씀", "세입자분들이 봅니다"]),
        ("해시태그는 일곱 개 달아 주세요", ["해시태그는 일곱 개 달아 주세요"]),
        ("열다섯 자 안으로 써줘", ["열다섯 자 안으로 써줘"]),
        ("주차 금지 구역에 차를 댔어요", ["주차 금지 구역에 차를 댔어요"]),
    ],
)
def test_demands_in_a_run_are_parted(text: str, clauses: list[str]) -> None:
    assert [one.said for one in place_clauses(text)] == clauses


@pytest.mark.parametrize(
    ("demand", "instruction"),
    [
        ("네 문장", "네 문장으로 씁니다"),
        ("밝은 느낌", "밝은 느낌으로 씁니다"),
        ("하트 하나쯤은 환영", "하트 하나쯤은 넣어도 됩니다"),
        ("두 문단 정도가 좋겠네", "두 문단 정도로 합니다"),
        ("법 조항은 인용하되", "법 조항은 인용합니다"),
        ("여지는 남기지 말고", "여지는 남기지 않습니다"),
        ("첫 문장은 질문이었으면 좋겠어", "첫 문장은 질문으로 합니다"),
        ("현수막이라 열다섯 자 안으로", "열다섯 자 안으로 씁니다(현수막)"),
        ("요약본도 필요합니다", "요약본도 넣습니다"),
    ],
)
def test_a_terse_demand_becomes_an_instruction(demand: str, instruction: str) -> None:
    assert read_requirement(demand, Locale.KO).text == instruction


def test_who_asks_is_taken_from_the_head_of_a_text_without_marks() -> None:
    found = read_introduction(restate("글", Locale.KO), "마케터 구독자 8천명", None, Locale.KO)
    assert (found.who, found.facts) == (("마케터",), ("구독자 8천명",))
    assert not read_introduction(restate("글", Locale.KO), "엄마 생신 3월 4일", None, Locale.KO).who


def test_most_demands_of_the_fresh_introductions_are_seen() -> None:
    judged = [(label, got) for row in rows("writer2.jsonl") for _, label, got in judge(row)]
    wishes = [got for label, got in judged if label == "wishes"]
    assert len(rows("writer2.jsonl")) >= 150
    assert wishes.count("wishes") / len(wishes) >= 0.9


def test_a_matter_stays_where_something_of_it_goes() -> None:
    assert instruct_korean("환경 얘기는 과장 없이") == "환경 얘기는 과장 없이 씁니다"
    assert "않습니다" in instruct_korean("가격 얘기 없이")
