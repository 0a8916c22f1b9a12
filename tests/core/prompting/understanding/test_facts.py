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
