"""The reading: what the composer understands of a brief before it writes."""

import re
from dataclasses import dataclass, replace
from typing import Final

from core.prompting.audience import Audience, read_audience
from core.prompting.background import Background, read_background
from core.prompting.brief import Brief
from core.prompting.conflicts import Found, find_conflicts
from core.prompting.craft import Craft, specialise
from core.prompting.extent import Extent, read_extent
from core.prompting.frame import Frame
from core.prompting.notes import Conflict
from core.prompting.plan import Plan, Technique
from core.prompting.purpose import asking
from core.prompting.recognition import recognise
from core.prompting.slots import Slots
from core.prompting.subtypes import SubType
from core.prompting.task_types import TaskType
from core.prompting.techniques import choose
from core.prompting.tongue import ENGLISH, Tongue, read_tongue
from core.prompting.wishes import Wishes, read_wishes
from core.prompting.wording import CRAFTS, FRAMES, SPECIALTIES

LABEL: Final = re.compile(r"\{\{[^{}\n]{1,40}\}\}|\{[^\W\d_]+(?:[ _][^\W\d_]+)*[0-9]+(?:-[0-9]+)?\}")
# Where the reader's level means how much is known; elsewhere it means which words are read with ease.
_TAUGHT: Final = frozenset({TaskType.EXPLANATION, TaskType.ANALYSIS, TaskType.DECISION, TaskType.CODE, TaskType.DATA})
# A purpose that hands out the role itself.
_CAST: Final = re.compile(
    (
        r"^(?:당신은|너는|넌|네가)\s[^.\n]{2,40}?(?:이며|이고|이다|이야|입니다|라고|역할)"
        r"|^(?:you are|act as|imagine you are) "
    ),
    re.IGNORECASE,
)
_MOST_CRITERIA: Final = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """A brief, understood; `labels` are the variables in it, each once."""

    brief: Brief
    plan: Plan
    frame: Frame
    task_type: TaskType
    subtype: SubType | None
    craft: Craft
    techniques: frozenset[Technique]
    extent: Extent
    audience: Audience
    tongue: Tongue | None
    background: Background
    wishes: Wishes
    labels: tuple[str, ...]
    conflicts: tuple[Found, ...]
    is_bare: bool = False

    @property
    def slots(self) -> Slots:
        """The composer's own words for what a model may polish."""
        steps = self.craft.steps or self.frame.general_steps
        return Slots(
            role=self.frame.role_asked
            if _CAST.search(self.brief.purpose)
            else self.frame.role.format(role=self.craft.role),
            task=self.craft.task,
            steps=steps if Technique.STEPS in self.techniques else (),
            criteria=(*self.plan.criteria, *self.craft.criteria)[: 1 if self.extent.is_short else _MOST_CRITERIA],
        )

    @property
    def manner(self) -> str:
        """What the reader asks of the wording: of explanations otherwise than of letters and texts."""
        return (self.frame.teaching if self.task_type in _TAUGHT else self.frame.writing)[self.audience]

    def lean(self, *, bare: bool = False) -> "Reading":
        """Return the reading without what can be done without where room is scarce; `bare` keeps the least."""
        return replace(
            self,
            is_bare=bare,
            craft=replace(self.craft, pitfalls=()),
            background=Background(field=None, experience=None, has_example=self.background.has_example),
            techniques=self.techniques & {Technique.REVERSE},
        )

    def has(self, conflict: Conflict) -> bool:
        """Whether the brief holds a contradiction of this kind."""
        return any(found.conflict is conflict for found in self.conflicts)


def read(brief: Brief, plan: Plan) -> Reading:
    """Understand a brief; what the plan decides stands over what the purpose line tells."""
    errand = recognise(brief.purpose, plan.task_type)
    frame = FRAMES[brief.locale]
    craft = CRAFTS[brief.locale][errand.task_type]
    tongue = read_tongue(brief.language)
    extent = read_extent(brief.length, english=tongue is ENGLISH)
    return Reading(
        brief=brief,
        plan=plan,
        frame=frame,
        task_type=errand.task_type,
        subtype=errand.subtype,
        craft=specialise(craft, SPECIALTIES[brief.locale][errand.subtype]) if errand.subtype else craft,
        techniques=choose(brief, plan, errand.task_type, has_steps=bool(craft.steps)),
        extent=extent,
        audience=read_audience(brief.level),
        tongue=tongue,
        background=read_background(brief.background),
        wishes=read_wishes(asking(brief.purpose)),
        labels=tuple(dict.fromkeys(LABEL.findall("\n".join(_texts(brief))))),
        conflicts=find_conflicts(brief, frame, errand.task_type, extent, tongue),
    )


def _texts(brief: Brief) -> tuple[str, ...]:
    return tuple(filter(None, (brief.purpose, brief.background, brief.constraints, brief.reference)))
