"""Planning: what a model is asked about a brief before it is composed, all of it by id."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final, TypeVar

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.catalogue import AUDIENCE_NOTES, CRITERIA, AudienceNote, Criterion, Missing
from core.prompting.compose import Composition, compose
from core.prompting.digest import digest
from core.prompting.fit import fitting
from core.prompting.instructions import PLANNING
from core.prompting.plan import Plan, Technique
from core.prompting.polish import worse
from core.prompting.reading import read
from core.prompting.recognition import recognise
from core.prompting.request import ModelRequest
from core.prompting.slots import Slots
from core.prompting.task_types import TaskType

_Id = TypeVar("_Id", bound=StrEnum)

_LISTS: Final[Mapping[str, type[StrEnum]]] = {
    "techniques": Technique,
    "audience": AudienceNote,
    "criteria": Criterion,
    "missing": Missing,
}
_MOST: Final = 2  # ids of each list; more would make the prompt longer, not better

SCHEMA: Final[Mapping[str, object]] = {
    "type": "object",
    "properties": {
        "task_type": {"type": "string", "enum": list(TaskType)},
        **{
            name: {"type": "array", "items": {"type": "string", "enum": list(ids)}, "maxItems": _MOST}
            for name, ids in _LISTS.items()
        },
    },
    "required": ["task_type", *_LISTS],
    "additionalProperties": False,
}
_MAX_TOKENS: Final = 220


@dataclass(frozen=True, slots=True)
class Planned:
    """A model's plan for a brief, and at most two things that the person might still say."""

    plan: Plan
    missing: tuple[Missing, ...] = ()


def planning_request(brief: Brief) -> ModelRequest:
    """Return the request for a plan."""
    instruction = PLANNING[brief.locale]
    return ModelRequest(
        prompt=MaskedText(f"{instruction}\n\n{digest(brief)}"),
        max_tokens=_MAX_TOKENS,
        shared=len(instruction),
        schema=SCHEMA,
    )


def read_plan(answer: str, brief: Brief) -> Planned:
    """Return what an answer plans; what is not in the catalogue or has no ground in the brief is left out.

    A task type is taken only where the purpose line does not tell one: the rules that read it do not guess.
    Techniques are only added to the composer's own.
    """
    chosen = _object(answer)
    told = recognise(brief.purpose)
    named = _task_type(chosen) if told.subtype is None and told.task_type is TaskType.WRITING else None
    pick = partial(_pick, chosen, brief, named or told.task_type)
    techniques = pick("techniques", Technique)
    return Planned(
        plan=Plan(
            task_type=named,
            techniques=read(brief, Plan(task_type=named)).techniques.union(techniques) if techniques else None,
            audience_notes=tuple(AUDIENCE_NOTES[brief.locale][each] for each in pick("audience", AudienceNote)),
            criteria=tuple(CRITERIA[brief.locale][each] for each in pick("criteria", Criterion)),
        ),
        missing=pick("missing", Missing),
    )


def adopt(brief: Brief, planned: Planned, composition: Composition) -> tuple[Planned, Composition]:
    """Return the plan that may stand, with what it composes: all of it, or its task type, or nothing.

    It may make the prompt no worse, nor push out a step or a criterion of the composer's own.
    """
    for plan in (planned.plan, Plan(task_type=planned.plan.task_type)):
        composed = compose(brief, plan)
        if not worse(composed.prompt, composition.prompt, brief) and _keeps(
            composed.slots, compose(brief, Plan(plan.task_type)).slots
        ):
            return Planned(plan, planned.missing), composed
    return Planned(Plan(), planned.missing), composition


def _keeps(slots: Slots, own: Slots) -> bool:
    return set(own.criteria) <= set(slots.criteria) and set(own.steps) <= set(slots.steps)


def _object(answer: str) -> Mapping[str, object]:
    try:
        value = json.loads(answer)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _task_type(chosen: Mapping[str, object]) -> TaskType | None:
    return next((each for each in TaskType if each == chosen.get("task_type")), None)


def _pick(
    chosen: Mapping[str, object], brief: Brief, task_type: TaskType, name: str, ids: type[_Id]
) -> tuple[_Id, ...]:
    """Return the entries named in one list that the brief gives a ground for, each once, as many as are wanted."""
    named = chosen.get(name)
    known = {str(each): each for each in ids}
    listed = (
        (known[each] for each in named if isinstance(each, str) and each in known) if isinstance(named, list) else ()
    )
    return fitting(tuple(dict.fromkeys(listed)), brief, task_type)[:_MOST]
