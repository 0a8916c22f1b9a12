"""Trying a prompt, as a part of the conversation."""

from typing import Final

from core.conversation.control_names import Control, Where
from core.conversation.control_specs import ControlSpec, Offer
from core.conversation.part import JobSpec, Part
from core.conversation.session import Phase
from core.features.trial.events import ModelAnswered, TryRequested
from core.features.trial.handlers import TrialJob, begin, finish, stop
from core.features.trial.job import Trying
from core.model_jobs.answering import ModelRunner

_CONTROLS: Final = (
    ControlSpec(
        Control.TRY,
        "실행해보기|실행|실행하기|실행해줘|실행해봐|try|tryit|run|runit",
        TryRequested(),
        offers=(Offer(Where.MENU, 1, needs_model=True),),
    ),
)
TRIAL: Final = Part(
    "trial",
    jobs=(JobSpec(TrialJob.TRY, "try.busy", stop, lambda tools: Trying(ModelRunner.of(tools))),),
    rows=(
        (frozenset({Phase.DONE}), TryRequested, begin),
        (frozenset({TrialJob.TRY}), ModelAnswered, finish),
    ),
    waits=(TryRequested,),
    controls=_CONTROLS,
)
