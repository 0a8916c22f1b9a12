"""Planning: what a model is asked about a brief before it is composed, all of it by id."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.catalogue import AUDIENCE_NOTES, CRITERIA, AudienceNote, Criterion, Missing
from core.prompting.digest import digest
from core.prompting.instructions import PLANNING
from core.prompting.plan import Plan, Technique
from core.prompting.recognition import recognise
from core.prompting.request import ModelRequest
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
    """Return what an answer plans; what is not in the catalogue or does not fit the brief is left out.

    A task type is taken only where the purpose line does not tell one: the rules that read it do not guess.
    """
    chosen = _object(answer)
    return Planned(
        plan=Plan(
            task_type=_task_type(chosen, brief),
            techniques=frozenset(_fitting(_ids(chosen, "techniques", Technique), brief)) or None,
            audience_notes=_words(AUDIENCE_NOTES[brief.locale], _ids(chosen, "audience", AudienceNote)),
            criteria=_words(CRITERIA[brief.locale], _ids(chosen, "criteria", Criterion)),
        ),
        missing=tuple(
            each for each in _ids(chosen, "missing", Missing) if not (each is Missing.MATERIAL and brief.reference)
        ),
    )


def _object(answer: str) -> Mapping[str, object]:
    try:
        value = json.loads(answer)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _task_type(chosen: Mapping[str, object], brief: Brief) -> TaskType | None:
    told = recognise(brief.purpose)
    if told.subtype or told.task_type is not TaskType.WRITING:
        return None
    return next((each for each in TaskType if each == chosen.get("task_type")), None)


def _ids(chosen: Mapping[str, object], name: str, ids: type[_Id]) -> tuple[_Id, ...]:
    named = chosen.get(name)
    known = {str(each): each for each in ids}
    listed = (
        [known[each] for each in named if isinstance(each, str) and each in known] if isinstance(named, list) else []
    )
    return tuple(dict.fromkeys(listed))[:_MOST]


def _fitting(techniques: tuple[Technique, ...], brief: Brief) -> tuple[Technique, ...]:
    """Leave out what needs something that the person has not given."""
    needed = {
        Technique.FEW_SHOT: brief.example_output,
        Technique.REVERSE: brief.reference,
    }
    return tuple(each for each in techniques if each not in needed or needed[each])


def _words(catalogue: Mapping[_Id, str], ids: tuple[_Id, ...]) -> tuple[str, ...]:
    return tuple(catalogue[each] for each in ids)
