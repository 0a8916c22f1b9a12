"""Hints: what is lacking in a prompt that came without a brief."""

import pytest

from core.prompting.checking.hints import hints, points
from core.prompting.compose import compose
from core.values.locale import Locale
from tests.core.prompting.briefs import WELCOME


def lacking(prompt: str) -> set[str]:
    return {hint.id for hint in hints(prompt, Locale.KO) if not hint.is_kept}


@pytest.mark.parametrize(
    ("prompt", "missing"),
    [
        ("글 잘 써줘", {"matter", "reader", "form", "length", "limits"}),
        ("이 기사 요약해 줘", {"material"}),
        ("Summarize this article for my manager in a table", {"material", "length"}),
        ("표로 써 줘. 분량은 500자입니다. 길이는 2000자 이상으로 합니다.", {"agreement"}),
        ("사과 자동차 하늘 표 리스트 500자 독자 바다 음악", {"task"}),
        ("명확하게 씁니다.\n구체적으로, 정확하게 씁니다.\n간결하게 씁니다.", {"specific"}),
        ("저는 회사원입니다 " * 40 + "메일을 써줘", {"sorted"}),
    ],
)
def test_what_is_lacking_is_named(prompt: str, missing: set[str]) -> None:
    assert missing <= lacking(prompt)


def test_a_composed_prompt_lacks_next_to_nothing() -> None:
    assert points(hints(compose(WELCOME).prompt, Locale.KO)) >= 90


def test_words_without_a_task_are_half_a_prompt_at_most() -> None:
    assert points(hints("표 500자 독자 조건 만 씁 " + "사과 하늘 바다 노을 강산 " * 5, Locale.KO)) <= 50


@pytest.mark.parametrize("locale", Locale)
def test_every_hint_has_its_words(locale: Locale) -> None:
    found = hints("글", locale)
    assert all(hint.reason and bool(hint.mend) is not hint.is_kept for hint in found)
