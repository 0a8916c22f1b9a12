"""The skeleton: facts at the parts of the outline that tell them."""

from core.choices import Form, Length, Variant
from core.prompting.checking.coverage import check
from core.prompting.compose import Composition, compose
from core.prompting.intents.catalogue import all_intents
from core.prompting.understanding.kinds import Kind
from core.prompting.writing.holding import holding
from core.prompting.writing.line import Heading
from tests.core.prompting.briefs import brief

_APOLOGY = "거래처에 납기 지연 사과 메일 써 주세요"
_TOLD = "의자 90개를 4월 2일까지 보내기로 했는데 공장 고장 때문에 4월 20일로 밀렸습니다. 30개는 먼저 보낼 수 있어요."
_LATE = "의자 90개를 4월 2일까지 보내기로 했는데 공장 고장 때문에 4월 20일로 밀림"
_FIRST = "30개는 먼저 보낼 수 있음"


def composed(purpose: str, background: str, **answers: object) -> Composition:
    return compose(brief(purpose, background=background, **answers))


def given(composition: Composition) -> list[str]:
    return [line.text for line in composition.lines if line.heading is Heading.FACTS]


def test_a_fact_stands_at_the_part_that_tells_it_and_nowhere_else() -> None:
    composition = composed(_APOLOGY, _TOLD)
    assert (
        f" 2. 무슨 일이 있었나\n  - {_LATE}\n 3. 끼친 불편 인정\n 4. 바로잡는 일\n  - {_FIRST}\n" in composition.prompt
    )
    assert composition.prompt.count(_LATE) == 1
    assert _LATE not in given(composition)


def test_what_has_no_sure_part_stays_among_the_facts() -> None:
    composition = composed(_APOLOGY, f"{_TOLD} 창립 20주년입니다.")
    assert "창립 20주년" in given(composition)
    assert f"  - {_LATE}" in composition.prompt


def test_an_outline_without_facts_stays_on_one_line() -> None:
    assert "구성: 사과 한 문장 → 무슨 일이 있었나" in composed(_APOLOGY, "총무팀입니다.").prompt


def test_the_english_outline_holds_the_same() -> None:
    prompt = composed("Write an apology email to our client", "The package arrived with three broken cups.").prompt
    assert " 2. What happened\n  - The package arrived with three broken cups\n" in prompt


def test_sections_that_the_person_named_hold_facts_too() -> None:
    prompt = composed(
        "급식 잔반 보고서 써주세요 서론, 현황, 원인, 대책, 결론 5개 장으로 나눠서",
        "지난달 잔반은 하루 평균 64kg입니다.",
        form=Form.REPORT,
    ).prompt
    assert " 2. 현황\n  - 지난달 잔반은 하루 평균 64kg\n" in prompt


def test_a_fact_at_its_part_can_be_taken_away() -> None:
    left = composed(_APOLOGY, _TOLD, left_out=(_FIRST,))
    assert _FIRST not in left.prompt
    assert _LATE in left.prompt


def test_worries_are_not_put_where_they_would_be_told() -> None:
    told = "어제 케이크에서 비닐이 나왔습니다. 솔직히 주문이 몰려 포장이 밀렸습니다."
    composition = composed(_APOLOGY, told)
    assert "  - 어제 케이크에서 비닐이 나옴" in composition.prompt
    assert any("솔직히" in fact for fact in given(composition))


def test_the_contract_holds_for_every_form_and_size() -> None:
    for form in (Form.PROSE, Form.REPORT, Form.LIST):
        for length in Length:
            for variant in Variant:
                asked = brief(_APOLOGY, background=_TOLD, form=form, length=length, variant=variant)
                assert check(compose(asked).prompt, asked) == ()


def test_every_part_that_holds_something_is_one_of_an_intent_or_a_usual_section() -> None:
    """A name that is misspelled holds nothing, and nobody sees it."""
    parts = {
        part
        for intent in all_intents().values()
        for shape in intent.shapes.values()
        for texts in (shape.parts, shape.order)
        for part in (texts.ko if texts else ())
    }
    usual = {"현황", "대책", "개선 방안", "해결 방안", "향후 계획", "사건 경위", "예산", "비용"}
    of_intents = {f"{intent}: {part}" for intent in all_intents() for part in parts}
    assert holding().keys() - parts - usual - of_intents == set()
    assert not any(Kind.OTHER in kinds for kinds in holding().values())
