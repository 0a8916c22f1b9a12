"""The plan: what a planner may decide about a brief before it is composed."""

from dataclasses import dataclass
from enum import StrEnum

from core.prompting.task_types import TaskType


class Technique(StrEnum):
    """A way of prompting, used where the task type calls for it."""

    STEPS = "steps"
    FEW_SHOT = "few_shot"
    TREE = "tree"
    DIALOGUE = "dialogue"
    REVERSE = "reverse"


@dataclass(frozen=True, slots=True)
class Plan:
    """Decisions that stand over the composer's own; None or empty leaves it to the composer."""

    task_type: TaskType | None = None
    techniques: frozenset[Technique] | None = None
    audience_notes: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
