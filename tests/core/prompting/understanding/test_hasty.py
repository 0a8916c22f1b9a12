"""Notes whose end stands for a verb."""

import pytest

from core.prompting.understanding.instructing import instruct_korean


@pytest.mark.parametrize(
    ("said", "closed"),
    [
        ("핑계 ㄴㄴ", "핑계는 넣지 않습니다"),
        ("광고문구는 x", "광고문구는 넣지 않습니다"),
        ("대본 다 써주는 건 말고", "대본 다 써주는 것은 뺍니다"),
        ("감사는 하되 핑계 노노", "감사는 하되 핑계는 넣지 않습니다"),
        ("배송비x", "배송비는 넣지 않습니다"),
        ("기능 추가 ㄴㄴ", "기능 추가는 하지 않습니다"),
        ("짠거x", "짠 것은 넣지 않습니다"),
        ("국수말고", "국수는 뺍니다"),
        ("너무 의역 말고", "너무 의역하지 않습니다"),
        ("한자 이름 싫음", "한자 이름은 피합니다"),
        ("존댓말", "존댓말로 씁니다"),
        ("결론 두줄 딱", "결론 두줄로 씁니다"),
        ("800자 이상", "800자 이상으로 씁니다"),
        ("엽서니까 대여섯줄만", "엽서니까 대여섯줄만 씁니다"),
        ("한 글자 이름으로 8개", "한 글자 이름으로 8개를 씁니다"),
        ("반찬은 세 가지", "반찬은 세 가지로 합니다"),
        ("고맙다는 말은 한 번만", "고맙다는 말은 한 번만 넣습니다"),
        ("예제하나", "예제하나를 넣습니다"),
        ("너무 매끄러우면 이상하니까 신입처럼", "너무 매끄러우면 이상하니까 신입처럼 씁니다"),
        ("앞면이랑 뒷면 나눠서", "앞면이랑 뒷면 나눕니다"),
        ("시간과 장소는 그대로 두시고", "시간과 장소는 그대로 둡니다"),
        ("정한 순서로 작성하고", "정한 순서로 작성합니다"),
    ],
)
def test_a_note_is_closed_with_the_verb_of_its_end(said: str, closed: str) -> None:
    assert instruct_korean(said) == closed


@pytest.mark.parametrize(
    "said",
    [
        "하루 두 번만",  # 무엇을 하는지 없음
        "랩은 절대 말고",
        "이렇게 말고",
        "지금 4줄",
        "변명 금지 세 문장",
        "700자, 뻔한 말 ㄴㄴ",
        "이모지는 아홉 곳까지만",
        "산책 금지",
    ],
)
def test_what_the_end_does_not_say_is_not_added(said: str) -> None:
    assert instruct_korean(said) == said
