"""Facts without their polite endings."""

import pytest

from core.prompting.understanding.facts import state


@pytest.mark.parametrize(
    ("said", "stated"),
    [
        ("인수인계는 문서로 남길게요", "인수인계는 문서로 남길 예정"),
        ("금요일까지 다시 연락할게", "금요일까지 다시 연락할 예정"),
    ],
)
def test_what_the_person_will_do_is_said_as_a_plan(said: str, stated: str) -> None:
    assert state(said) == stated


@pytest.mark.parametrize("said", ["잘 부탁드릴게요", "표로 할게요", "어떤 가게요"])
def test_a_courtesy_or_a_choice_is_no_plan(said: str) -> None:
    assert "예정" not in state(said)


@pytest.mark.parametrize(
    ("said", "stated"),
    [
        ("저녁 8시 이후엔 조심하겠다", "저녁 8시 이후엔 조심하겠음"),
        ("매트는 깔았음", "매트는 깔았음"),
        ("한강 소년이 온다", "한강 소년이 온다"),
        ("다음집 잔금날이라서", "다음집 잔금날"),
        ("세부내역 달라고", "세부내역 달라고 요청할 것"),
        ("돈이 모자라서", "돈이 모자라서"),
        ("시골에서 자라서", "시골에서 자라서"),
        ("3살이어서", "3살"),
        ("갈 거라서", "갈 것"),
        ("글은 아래에 붙일게요", "글은 아래에 붙일게요"),
        ("실수로 push 해서", "실수로 push 해서"),
        ("못 가서 미안하다고", "못 가서 미안하다고 알릴 것"),
        ("대상은 중학생들이고", "대상은 중학생들"),
        ("대상은 학생들입니다", "대상은 학생들"),
    ],
)
def test_an_ending_goes_where_nothing_is_lost(said: str, stated: str) -> None:
    assert state(said) == stated
