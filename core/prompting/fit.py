"""Fit: the ground in a brief that an entry of the catalogue needs, so that a plan at random does no harm."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeVar

from core.prompting.brief import Brief
from core.prompting.catalogue import AudienceNote, Criterion, Missing
from core.prompting.digest import said
from core.prompting.plan import Technique
from core.prompting.task_types import TaskType

_Id = TypeVar("_Id", bound=StrEnum)

_GROUNDS: Final[Mapping[StrEnum, re.Pattern[str]]] = {
    each: re.compile(pattern, re.IGNORECASE)
    for each, pattern in (
        (AudienceNote.HURRIED, r"바쁜|바빠|시간이 없|짧게|한눈|빨리 읽|busy|short|at a glance|hurry"),
        (AudienceNote.DECIDING, r"결정|결재|승인|선택|고르|고를|비교|decid|approv|choos|compar"),
        (AudienceNote.OUTSIDE, r"고객|거래처|외부|협력사|파트너|민원|client|customer|partner|supplier|public"),
        (AudienceNote.MIXED, r"전 직원|전사|여러 부서|모두|누구나|다양한|whole company|everyone|mixed|different"),
        (AudienceNote.SENIOR, r"상사|임원|대표|사장|본부장|부장|팀장|교수|boss|manager|director|executive|professor"),
        (
            AudienceNote.LEARNING,
            r"학생|신입|초보|입문|처음|배우|수업|교육|student|beginner|newcomer|learn|lesson|class",
        ),
    )
}
_TYPES: Final[Mapping[StrEnum, frozenset[TaskType]]] = {
    Technique.STEPS: frozenset(
        {TaskType.ANALYSIS, TaskType.CODE, TaskType.DATA, TaskType.DECISION, TaskType.PLANNING, TaskType.REVIEW}
    ),
    Technique.TREE: frozenset({TaskType.DECISION}),
    Technique.DIALOGUE: frozenset({TaskType.PRACTICE}),
    Criterion.SOURCES: frozenset({TaskType.ANALYSIS, TaskType.DECISION, TaskType.SUMMARY, TaskType.EXPLANATION}),
    Criterion.EXAMPLE: frozenset({TaskType.EXPLANATION, TaskType.WRITING, TaskType.IDEAS}),
    Criterion.ACTIONABLE: frozenset({TaskType.EMAIL, TaskType.PLANNING, TaskType.REVIEW, TaskType.ANALYSIS}),
    Criterion.BALANCED: frozenset({TaskType.DECISION}),
    Criterion.DEFINED: frozenset({TaskType.EXPLANATION, TaskType.SUMMARY}),
    Criterion.CALCULATED: frozenset({TaskType.DATA, TaskType.PLANNING}),
    Criterion.RUNNABLE: frozenset({TaskType.CODE}),
    Criterion.ORDERED: frozenset({TaskType.SUMMARY, TaskType.PLANNING, TaskType.IDEAS, TaskType.ANALYSIS}),
    Criterion.POLITE: frozenset({TaskType.EMAIL}),
    Criterion.ASSUMPTIONS: frozenset({TaskType.ANALYSIS, TaskType.DECISION, TaskType.PLANNING}),
    Missing.RECIPIENT: frozenset({TaskType.EMAIL}),
    Missing.MATERIAL: frozenset({TaskType.SUMMARY, TaskType.TRANSLATION, TaskType.REVIEW, TaskType.DATA}),
    Missing.ENVIRONMENT: frozenset({TaskType.CODE, TaskType.DATA}),
    Missing.BUDGET: frozenset({TaskType.PLANNING, TaskType.DECISION}),
    Missing.DEADLINE: frozenset({TaskType.PLANNING, TaskType.EMAIL}),
}
"""Task types that an entry makes sense for; an entry that is not here makes sense for all."""


def fitting(ids: tuple[_Id, ...], brief: Brief, task_type: TaskType) -> tuple[_Id, ...]:
    """Return the entries that the brief gives a ground for."""
    given = {
        Technique.FEW_SHOT: bool(brief.example_output),
        Technique.REVERSE: bool(brief.reference),
        Missing.MATERIAL: not brief.reference,
    }
    words = said(brief)
    return tuple(
        each
        for each in ids
        if given.get(each, True)
        and task_type in _TYPES.get(each, frozenset(TaskType))
        and (each not in _GROUNDS or _GROUNDS[each].search(words))
    )
