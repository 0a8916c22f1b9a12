from dataclasses import replace

from hypothesis import given, settings

from core.choices import Length, Variant
from core.locale import Locale
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.prompting.improvements import Kind
from tests.core.prompting.briefs import WELCOME, brief, briefs

ANSWERS = {"purpose", "background", "form", "length", "level", "reference"}


@settings(max_examples=300)
@given(briefs)
def test_each_kind_is_there_with_a_reason_and_an_answer(one: Brief) -> None:
    added = compose(one).improvements
    assert {item.kind for item in added} == set(Kind)
    assert [item.kind for item in added] == sorted((item.kind for item in added), key=list(Kind).index)
    assert all(item.added and item.why and item.source in ANSWERS for item in added)


def test_what_is_shown_as_added_stands_in_the_prompt() -> None:
    composition = compose(WELCOME)
    assert [item.added for item in composition.improvements if item.added not in composition.prompt] == []


def test_the_length_is_the_one_that_was_chosen() -> None:
    long = compose(brief("블랙홀이 뭐야?", length=Length.LONG)).improvements
    assert {"분량: 1,000~1,500자(공백 포함)", "분량 배분: 도입 200~300자, 본문 600~900자, 마무리 200~300자"} <= {
        item.added for item in long
    }
    typed = compose(brief("블랙홀이 뭐야?", length="300자")).improvements
    assert "글자 수: 270~330자(공백 포함)" in {item.added for item in typed}


def test_what_had_no_room_is_not_shown_as_added() -> None:
    crowded = brief("여행 계획 짜줘", background="길다 " * 99, tone="길다 " * 99, steps=None, constraints="길다 " * 99)
    roomy = brief("여행 계획 짜줘")
    said = "목표와 반드시 지켜야 할 조건을 정리합니다"
    assert any(said in item.added for item in compose(roomy).improvements)
    assert any(said in item.added for item in compose(crowded).improvements) == (said in compose(crowded).prompt)


def test_the_compact_variant_shows_no_steps_that_it_leaves_out() -> None:
    compact = replace(brief("여행 계획 짜줘"), variant=Variant.COMPACT)
    assert not any("목표와 반드시 지켜야 할 조건" in item.added for item in compose(compact).improvements)


def test_english_is_english() -> None:
    added = compose(brief("Plan a trip", Locale.EN, variant=Variant.COMPACT)).improvements
    assert all(item.why.isascii() or "“" in item.why for item in added)
