"""Techniques: which ways of prompting fit a brief."""

import re
from typing import Final

from core.prompting.brief import Brief
from core.prompting.plan import Plan, Technique
from core.prompting.task_types import TaskType

_OF_TYPE: Final = {TaskType.DECISION: Technique.TREE, TaskType.PRACTICE: Technique.DIALOGUE}
_DRAWN_FROM: Final = frozenset(
    {TaskType.SUMMARY, TaskType.TRANSLATION, TaskType.REVIEW, TaskType.DATA, TaskType.ANALYSIS, TaskType.CODE}
)
_ALIKE: Final = re.compile(
    r"처럼|스타일|같은 (?:느낌|형식|말투|톤)|비슷하|본떠|본따|참고해서 (?:써|작성)|이런 (?:식|느낌)|형식(?:대로|에 맞)"
    r"|in the style|like this|similar to|same (?:tone|format|style)|modell?ed on",
    re.IGNORECASE,
)


def choose(brief: Brief, plan: Plan, task_type: TaskType, *, has_steps: bool) -> frozenset[Technique]:
    """Return the techniques for a brief; those of the plan stand, as far as the brief has what they need."""
    own = {technique for technique in (_OF_TYPE.get(task_type),) if technique}
    if has_steps:
        own.add(Technique.STEPS)
    if task_type not in _DRAWN_FROM and _ALIKE.search(f"{brief.purpose}\n{brief.constraints or ''}"):
        own.add(Technique.REVERSE)
    chosen = own if plan.techniques is None else set(plan.techniques)
    if brief.example_output:
        chosen.add(Technique.FEW_SHOT)
    needed = {Technique.FEW_SHOT: brief.example_output, Technique.REVERSE: brief.reference}
    return frozenset(technique for technique in chosen if needed.get(technique, "needs nothing"))
