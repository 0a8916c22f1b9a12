"""What leans on each other stays together, and stands in the prompt as it was said."""

import pytest

from core.locale import Locale
from core.prompting.understanding.clauses import place_clauses
from core.prompting.understanding.instructing import instruct_korean
from core.prompting.understanding.introduction import read_introduction
from core.prompting.understanding.restating import Restated, instruct


def wishes(text: str) -> list[str]:
    found = read_introduction(Restated("", is_noun=True), text, None, Locale.KO)
    return [wish.text for wish in found.wishes]


@pytest.mark.parametrize(
    "said",
    [
        "어떤 지점은 합계행이 맨밑에 있어서 그건 빼야돼요",
        "느낌표 막 붙이고 이모지 도배하는거 싫고 조용한 말투가 좋아요",
        "수술얘기는 분위기 처지니까 빼는게 나을까요 음 빼주세요",
        "딸 하윤이가 할머니 된장국 제일 좋아하는 얘기는 꼭 넣고싶어요",
        "비오면 갈데도 따로 있었음 좋겠네요",
        "주민이 나무를 베어달라 하셨어요",
        "말투는 ~함 ~임 이렇게",
        "아이가 할머니 화났어? 하고 물었어요",
        "my english is so-so so keep sentences short",
    ],
)
def test_what_leans_on_each_other_is_one(said: str) -> None:
    assert [one.said for one in place_clauses(said)] == [said]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("경력 3년이고요 표로 해주세요 인사말은 빼주세요", 3),
        ("글씨 크게 해주시고 말투는 부드럽게", 2),
        ("네 문장, 존댓말 금지, 날짜순으로 정리", 3),
    ],
)
def test_what_stands_alone_is_told_apart(text: str, clauses: int) -> None:
    assert len(place_clauses(text)) == clauses


@pytest.mark.parametrize(
    ("said", "closed"),
    [
        ("어떤 지점은 합계행이 있어서 그건 빼야돼요", "어떤 지점은 합계행이 있어서 그건 빼야 합니다"),
        (
            "싸우는거처럼 보이면 손해니까 손님들이 본다고 생각하고 써줘요",
            "싸우는거처럼 보이면 손해니까 손님들이 본다고 생각하고 씁니다",
        ),
        ("법조항은 헷갈리니까 정확한거 아니면 쓰지마세요", "법조항은 헷갈리니까 정확한거 아니면 쓰지 않습니다"),
        ("술얘기 농담은 안되고 외모 농담도 금지", "술얘기 농담은 안 되고 외모 농담도 금지"),
        ("뭘 준비할지 몰라서 하나씩 알려줘", "뭘 준비할지 몰라서 하나씩 알려 줍니다"),
    ],
)
def test_only_the_last_verb_is_put_formally(said: str, closed: str) -> None:
    assert instruct_korean(said) == closed


def test_what_was_joined_is_no_other_demand() -> None:
    assert wishes("느낌표 막 붙이고 이모지 도배하는거 싫고 조용한 말투가 좋아요") == [
        "느낌표 막 붙이고 이모지 도배하는거 싫고 조용한 말투가 좋음"
    ]


def test_advice_of_those_near_is_not_followed() -> None:
    assert not any("세게 합니다" in wish for wish in wishes("남친은 무조건 세게 하라고 했어요"))


@pytest.mark.parametrize(
    "said",
    ["지금 4줄", "원본은 12쪽", "연습할게", "저녁은 숙소 근처에서", "내년에 사무직으로 옮기고 싶습니다"],
)
def test_what_is_no_demand_is_not_turned(said: str) -> None:
    assert instruct(said, Locale.KO) == said
