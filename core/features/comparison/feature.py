"""Comparing, as a part of the conversation."""

from typing import Final

from core.conversation.part import JobSpec, Part
from core.conversation.session import Phase
from core.features.comparison.controls import COMPARISON_CONTROLS
from core.features.comparison.events import Compared, CompareRequested, Voted
from core.features.comparison.handlers import begin, finish, stop, vote
from core.features.comparison.replies import ShowVerdict
from core.features.comparison.state import ComparisonJob, Comparisons

COMPARISON: Final = Part(
    "comparison",
    jobs=(JobSpec(ComparisonJob.COMPARE, "compare.busy", stop),),
    rows=(
        (frozenset({Phase.DONE}), CompareRequested, begin),
        (frozenset({Phase.DONE}), Voted, vote),
        (frozenset({ComparisonJob.COMPARE}), Compared, finish),
    ),
    waits=(CompareRequested,),
    controls=COMPARISON_CONTROLS,
    replies=(ShowVerdict,),
    data=(Comparisons,),
)
