"""Trying a prompt, as a part of the conversation."""

from typing import Final

from core.conversation.part import JobSpec, Part
from core.conversation.session import Phase
from core.features.trial.controls import TRIAL_CONTROLS
from core.features.trial.events import ModelAnswered, TryRequested
from core.features.trial.handlers import begin, finish, stop
from core.features.trial.state import TrialJob

TRIAL: Final = Part(
    "trial",
    jobs=(JobSpec(TrialJob.TRY, "try.busy", stop),),
    rows=(
        (frozenset({Phase.DONE}), TryRequested, begin),
        (frozenset({TrialJob.TRY}), ModelAnswered, finish),
    ),
    waits=(TryRequested,),
    controls=TRIAL_CONTROLS,
)
