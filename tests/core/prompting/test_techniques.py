import pytest

from core.prompting.plan import Plan, Technique
from core.prompting.task_types import TaskType
from core.prompting.techniques import choose
from tests.core.prompting.briefs import brief

S, F, T, D, R = Technique.STEPS, Technique.FEW_SHOT, Technique.TREE, Technique.DIALOGUE, Technique.REVERSE


@pytest.mark.parametrize(
    ("answers", "task_type", "has_steps", "techniques"),
    [
        ({}, TaskType.WRITING, False, set()),
        ({}, TaskType.CODE, True, {S}),
        ({}, TaskType.DECISION, True, {S, T}),
        ({}, TaskType.PRACTICE, True, {S, D}),
        ({"example_output": "본보기"}, TaskType.WRITING, False, {F}),
        ({"reference": "글", "constraints": "이 글처럼 써줘"}, TaskType.WRITING, False, {R}),
        ({"constraints": "이 글처럼 써줘"}, TaskType.WRITING, False, set()),
        ({"reference": "글", "constraints": "이 글처럼 써줘"}, TaskType.SUMMARY, True, {S}),
        ({"reference": "글"}, TaskType.WRITING, False, set()),
    ],
)
def test_techniques_fit_the_brief(
    answers: dict[str, str],
    task_type: TaskType,
    has_steps: bool,  # noqa: FBT001 - a column of the table
    techniques: set[Technique],
) -> None:
    assert choose(brief("부탁해요", **answers), Plan(), task_type, has_steps=has_steps) == techniques


def test_a_plan_cannot_ask_for_what_the_brief_does_not_have() -> None:
    plan = Plan(techniques=frozenset({F, R, T}))
    assert choose(brief("부탁해요"), plan, TaskType.WRITING, has_steps=False) == {T}
