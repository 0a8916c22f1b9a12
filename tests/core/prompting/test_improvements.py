from dataclasses import fields, replace

from hypothesis import given, settings

from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.prompting.improvements import Kind
from core.prompting.writing.sections import Heading
from core.values.choices import Length, Variant
from core.values.locale import Locale
from tests.core.prompting.briefs import WELCOME, brief, briefs

ANSWERS = {field.name for field in fields(Brief)}


@settings(max_examples=100)
@given(briefs)
def test_each_kind_is_there_with_a_reason_and_an_answer(one: Brief) -> None:
    composed = compose(one)
    added = composed.improvements
    assert {item.kind for item in added} >= set(Kind) - {Kind.ROLE}
    assert (Kind.ROLE in {item.kind for item in added}) == any(line.heading is Heading.ROLE for line in composed.lines)
    assert [item.kind for item in added] == sorted((item.kind for item in added), key=list(Kind).index)
    assert [item for item in added if not (item.added and item.why and item.source in ANSWERS)] == []


def test_what_is_shown_as_added_stands_in_the_prompt() -> None:
    composition = compose(WELCOME)
    assert [item.added for item in composition.improvements if item.added not in composition.prompt] == []


def test_the_length_is_the_one_that_was_chosen() -> None:
    long = compose(brief("블랙홀이 뭐야?", length=Length.LONG)).improvements
    assert any(item.added.startswith("1,000자 이상(공백 포함") for item in long)
    typed = compose(brief("블랙홀이 뭐야?", length="300자")).improvements
    assert "300자, 한국어" in {item.added for item in typed}


def test_what_had_no_room_is_not_shown_as_added() -> None:
    crowded = brief("여행 계획 짜줘", background="길다 " * 99, tone="길다 " * 99, steps=None, constraints="길다 " * 99)
    roomy = brief("여행 계획 짜줘")
    prompt, shown = compose(crowded).prompt, {item.added for item in compose(crowded).improvements}
    assert {item.added for item in compose(roomy).improvements} - shown
    assert [added for added in shown if added.removesuffix("…") not in prompt] == []


def test_the_compact_variant_shows_nothing_that_it_leaves_out() -> None:
    full = compose(brief("제주도 가족 여행 계획 짜줘", length=Length.LONG))
    compact = compose(replace(brief("제주도 가족 여행 계획 짜줘", length=Length.LONG), variant=Variant.COMPACT))
    left_out = {line.text for line in full.lines} - {line.text for line in compact.lines}
    assert left_out
    assert not left_out & {item.added for item in compact.improvements}


def test_english_is_english() -> None:
    added = compose(brief("Plan a trip", Locale.EN, variant=Variant.COMPACT)).improvements
    assert all(item.why.isascii() or "“" in item.why for item in added)
