"""Which sentences stand as instructions, and which are parted; the clauses are read as in a whole introduction."""

import pytest

from core.prompting.understanding.introduction import read_introduction
from core.prompting.understanding.restated_request import restate
from core.prompting.understanding.understanding import Introduction
from core.values.locale import Locale


def _introduced(background: str) -> Introduction:
    return read_introduction(restate("글 써줘", Locale.KO), "글을 씁니다.", background, None)


def _demanded(background: str) -> list[str]:
    return [wish.text for wish in _introduced(background).wishes if wish.text]


@pytest.mark.parametrize(
    ("background", "instruction"),
    [
        ("결론이 확실했으면 함", "결론이 확실했으면 합니다"),
        ("CTO가 영어권이라 메모는 영어로.", "CTO가 영어권이라 메모는 영어로 합니다"),
        ("예산이 안 정해졌으니 금액을 지어내면 안 됩니다.", "예산이 안 정해졌으니 금액을 지어내면 안 됩니다"),
        ("따지는 느낌 안 나게 부탁드려요.", "따지는 느낌 안 나게 합니다"),
        ("작년에 했던 보물찾기, 퀴즈쇼는 빼주세요.", "작년에 했던 보물찾기, 퀴즈쇼는 뺍니다"),
        ("91원도 되는데 이건 쓰지 말고 여지만 비춰 주세요.", "91원도 되는데 이건 쓰지 말고 여지만 비춥니다"),
        ("반말은 쓰지 말아 주세요, 이름은 꼭 넣어 주세요.", "반말은 쓰지 않습니다"),
        ("양치하기 싫어하는 내용으로", "양치하기 싫어하는 내용으로 합니다"),
        ("톤은 담백하게, 이모지 X", "톤은 담백하게, 이모지 X"),
        ("대책은 돈 안 드는 것부터", "대책은 돈 안 드는 것부터"),
        (
            "Please give four variants that differ in the colour only.",
            "Give four variants that differ in the colour only",
        ),
        ("수면 얘기는 빼주세요 그럴 수가 없으니까요", "수면 얘기는 빼주세요 그럴 수가 없으니까요"),
        ("변경된 날짜만 강조.", "변경된 날짜만 강조"),
        ("Complaints first.", "Complaints first"),
        ("Without buzzwords.", "Without buzzwords"),
        ("It must be polite but not stiff.", "It must be polite but not stiff"),
    ],
)
def test_a_sentence_whose_end_demands_is_an_instruction(background: str, instruction: str) -> None:
    assert instruction in _demanded(background)
    assert not _introduced(background).told


@pytest.mark.parametrize(
    "background",
    [
        "명단은 제가 밑에 붙일게요.",
        "약은 혈압약만 드세요.",
        "시어머니가 나쁜 분은 아니고 반찬도 해다 주시고...",
        "거동 불편 세대는 미리 연락 주시면 도와드림.",
        "컬럼은 timestamp, temp인데 2번만 시간이 다른 형식으로 찍힘.",
        "노트북으로 캐드를 돌려야 됩니다.",
        "어제부터 로그인이 안 됨.",
        "예산은 9만원(숙박 빼고).",
        "첫째는 일곱 살이고 둘째는 회를 못 먹습니다.",
        "My old team ordered the first 30 loaves.",
        "Applying to a lab for a field role.",
    ],
)
def test_what_tells_is_no_instruction(background: str) -> None:
    assert _demanded(background) == []
    assert _introduced(background).told


def test_what_points_to_the_sentence_before_stays_with_it() -> None:
    assert _introduced("첫 데이트 때 신랑이 넘어졌어요. 그 얘기 꼭 넣어줘.").told == (
        "첫 데이트 때 신랑이 넘어졌어요.",
        "그 얘기 꼭 넣어줘.",
    )


@pytest.mark.parametrize(
    ("background", "told", "instruction"),
    [
        (
            "불량은 미성형, 플래시, 웰드라인이고 각각 원인을 한마디로 붙여주세요.",
            "불량은 미성형, 플래시, 웰드라인이고",
            "각각 원인을 한마디로 붙입니다",
        ),
        ("비닐이 나와서 사과했어요 변명은 빼고 써주세요", "비닐이 나와서 사과했어요", "변명은 빼고 씁니다"),
        ("날짜는 한국 시각으로 적어 줘, 원문은 영어야.", "원문은 영어야.", "날짜는 한국 시각으로 적습니다"),
    ],
)
def test_a_sentence_is_parted_where_both_parts_stand_alone(background: str, told: str, instruction: str) -> None:
    assert _introduced(background).told == (told,)
    assert _demanded(background) == [instruction]


@pytest.mark.parametrize(
    "background",
    [
        "김 부장과 박 부장은 붙이지 말아주세요, 사정이 있어요.",
        "'안녕하세요, 저는 봄이에요'라고 인사합니다.",
        "회의는 수요일이고 그건 비밀로 해 주세요.",
        "어르신이 많아 글씨를 크게 써 주세요.",
    ],
)
def test_a_sentence_is_not_parted_where_one_part_leans_on_the_other(background: str) -> None:
    found = _introduced(background)
    assert [background.rstrip(".")] == [
        said.rstrip(".") for said in (*found.told, *(w.said for w in found.wishes if w.text))
    ]
