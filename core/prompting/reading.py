"""The reading: what the composer understands of a brief before it writes."""

import re
from dataclasses import dataclass
from typing import Final

from core.prompting.audience import Audience, read_audience
from core.prompting.brief import Brief
from core.prompting.craft import Craft
from core.prompting.extent import Extent, read_extent
from core.prompting.frame import Frame
from core.prompting.plan import Plan
from core.prompting.recognition import recognise
from core.prompting.slots import Slots
from core.prompting.task_types import TaskType
from core.prompting.tongue import ENGLISH, Tongue, read_tongue
from core.prompting.wording import CRAFTS, FRAMES

LABEL: Final = re.compile(r"\{[^\W\d_]+(?:[ _][^\W\d_]+)*[0-9]+(?:-[0-9]+)?\}|\{\{[^{}\n]{1,40}\}\}")


@dataclass(frozen=True, slots=True)
class Reading:
    """A brief, understood."""

    brief: Brief
    plan: Plan
    frame: Frame
    task_type: TaskType
    craft: Craft
    extent: Extent
    audience: Audience
    tongue: Tongue | None
    labels: tuple[str, ...]

    @property
    def slots(self) -> Slots:
        """The composer's own words for what a model may polish."""
        return Slots(
            role=self.frame.role.format(role=self.craft.role),
            task=self.craft.task,
            steps=self.craft.steps,
            criteria=(*self.plan.criteria, *self.craft.criteria),
        )


def read(brief: Brief, plan: Plan) -> Reading:
    """Understand a brief; what the plan decides stands over what the purpose line tells."""
    task_type = plan.task_type or recognise(brief.purpose)
    tongue = read_tongue(brief.language)
    return Reading(
        brief=brief,
        plan=plan,
        frame=FRAMES[brief.locale],
        task_type=task_type,
        craft=CRAFTS[brief.locale][task_type],
        extent=read_extent(brief.length, english=tongue is ENGLISH),
        audience=read_audience(brief.level),
        tongue=tongue,
        labels=tuple(dict.fromkeys(LABEL.findall(f"{brief.purpose}\n{brief.background}"))),
    )
