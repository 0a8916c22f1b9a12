"""The questions that a model would ask: which may be put to the person, and which are dropped."""

import json
from dataclasses import replace

import pytest

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.prompting.guard.violations import Rule
from core.prompting.model.advised_prompt import DropReason, ProposalKind
from core.prompting.model.asking_substance import MOST_QUESTIONS, substance_request
from core.prompting.model.judging_substance import settle
from core.prompting.model.reading_substance import Draft, read_draft
from core.prompting.substance import ModelQuestion
from core.values.locale import Locale
from tests.core.prompting.briefs import WELCOME

GOOD = ModelQuestion("첫날 복장", "첫날 무엇을 입고 오면 되나요?", ("정장", "편한 옷", "작업복"))
OTHER = ModelQuestion("점심", "점심은 어떻게 하나요?", ("회사에서 사요", "각자 챙겨요"))


def kept(*questions: ModelQuestion, brief: Brief = WELCOME, personal: str = "\0") -> tuple[ModelQuestion, ...]:
    composed, substance, _ = settle(brief, compose(brief), Draft(questions=questions), lambda text: personal in text)
    assert composed == compose(brief), "a question stands in no prompt"
    return substance.questions


def reasons(question: ModelQuestion) -> set[Rule | DropReason]:
    _, _, proposals = settle(WELCOME, compose(WELCOME), Draft(questions=(question,)))
    (judged,) = proposals
    assert judged.part is ProposalKind.QUESTIONS
    return set(judged.reasons)


def test_two_good_ones_are_kept_and_no_third() -> None:
    third = ModelQuestion("자리", "어느 자리에 앉나요?", ("창가", "안쪽"))
    assert kept(GOOD, OTHER, third) == (GOOD, OTHER)
    assert kept(GOOD, GOOD) == (GOOD,)


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"options": ("37명이 함께", "혼자")}, Rule.NUMBER_INVENTED),
        ({"ask": "최윤서 과장이 마중 나오나요?"}, Rule.NAME_INVENTED),
        ({"options": ("www.welcome.example", "편한 옷")}, Rule.LINK_INVENTED),
        ({"ask": "{이름9}에게 물어도 되나요?"}, Rule.LABEL_INVENTED),
        ({"ask": "What should they wear?"}, Rule.DRIFT),
        ({"ask": "첫날 복장을 적습니다."}, Rule.MOOD),
        ({"about": ""}, Rule.MOOD),
        ({"options": ("정장",)}, Rule.TOO_FEW),
        ({"options": ("정장", "정장")}, Rule.TOO_FEW),
        ({"options": ("정장", "편한 옷", "작업복", "운동복", "한복")}, Rule.TOO_FEW),
        ({"about": "시끄러운 때", "ask": "하루 가운데 주로 언제 시끄러운가요?"}, Rule.ECHOED),
        ({"about": "신입사원"}, Rule.SAID_ALREADY),
    ],
)
def test_one_that_says_something_new_or_asks_nothing_is_dropped(changed: dict[str, object], rule: Rule) -> None:
    question = replace(GOOD, **changed)  # type: ignore[arg-type]  # by name
    assert rule in reasons(question)
    assert kept(question, OTHER) == (OTHER,)


def test_a_personal_item_in_one_is_refused() -> None:
    assert kept(GOOD, OTHER, personal="작업복") == (OTHER,)
    assert kept(GOOD, OTHER, personal="점심은") == (GOOD,)


def test_in_english() -> None:
    brief = replace(WELCOME, locale=Locale.EN, purpose=MaskedText("Write a welcome mail"), background=MaskedText(""))
    question = ModelQuestion("Dress code", "What do people wear at work?", ("Suits", "Casual clothes"))
    assert kept(question, brief=brief) == (question,)
    assert kept(replace(question, ask="무엇을 입나요?"), brief=brief) == ()


def test_it_is_asked_for_under_the_schema_and_read_as_leniently_as_the_rest() -> None:
    request = substance_request(WELCOME, compose(WELCOME))
    assert request.schema is not None
    asked = request.schema["properties"]["questions"]  # type: ignore[index]  # JSON
    assert asked["maxItems"] == MOST_QUESTIONS
    told = {"about": GOOD.about, "ask": GOOD.ask, "options": list(GOOD.options)}
    assert read_draft(json.dumps({"questions": [told]})).questions == (GOOD,)
    bad: list[object] = [None, 3, "왜요?", [], {"about": [1], "options": "정장"}, told]
    assert read_draft(json.dumps({"questions": bad})).questions[-1] == GOOD
    assert read_draft(json.dumps({"questions": {"ask": "왜요?"}, "cover": ["가"]})).questions == ()
    cut = json.dumps({"cover": ["가나다라를 적습니다."], "questions": [told, told]}, ensure_ascii=False)[:-40]
    assert read_draft(cut).questions[0] == GOOD
