"""Comparing, as a part of the conversation."""

from typing import Final

from core.conversation.control_names import Control, Where
from core.conversation.control_specs import ControlSpec, Offer
from core.conversation.part import JobSpec, Part
from core.conversation.session import Phase
from core.features.comparison.comparison import TIE, ComparisonJob, Comparisons
from core.features.comparison.events import Compared, CompareRequested, Voted
from core.features.comparison.handlers import begin, finish, stop, vote
from core.features.comparison.job import Comparing
from core.features.comparison.replies import ShowVerdict
from core.model_jobs.answering import ModelRunner

_CONTROLS: Final = (
    ControlSpec(
        Control.COMPARE,
        "비교|비교하기|비교해줘|비교해보기|compare",
        CompareRequested(),
        offers=(Offer(Where.MENU, 2, needs_model=True),),
    ),
    ControlSpec(
        Control.COMPARE_PROMPTS,
        "프롬프트끼리|프롬프트끼리비교|프롬프트비교|compareprompts",
        CompareRequested(models=False),
    ),
    ControlSpec(Control.COMPARE_MODELS, "모델끼리|모델끼리비교|모델비교|comparemodels", CompareRequested(models=True)),
    ControlSpec(Control.VOTE_A, "a|a번|a가좋아요", Voted("A")),
    ControlSpec(Control.VOTE_B, "b|b번|b가좋아요", Voted("B")),
    ControlSpec(Control.VOTE_C, "c|c번|c가좋아요", Voted("C")),
    ControlSpec(Control.VOTE_D, "d|d번|d가좋아요", Voted("D")),
    ControlSpec(Control.VOTE_TIE, "비슷해요|비슷해|똑같아요|무승부|tie|aboutthesame|same", Voted(TIE)),
)
COMPARISON: Final = Part(
    "comparison",
    jobs=(JobSpec(ComparisonJob.COMPARE, "compare.busy", stop, lambda tools: Comparing(ModelRunner.of(tools))),),
    rows=(
        (frozenset({Phase.DONE}), CompareRequested, begin),
        (frozenset({Phase.DONE}), Voted, vote),
        (frozenset({ComparisonJob.COMPARE}), Compared, finish),
    ),
    waits=(CompareRequested,),
    controls=_CONTROLS,
    replies=(ShowVerdict,),
    data=(Comparisons,),
)
