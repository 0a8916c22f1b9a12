"""Trying the prompt: a model answers it, and the answer is shown with how well it keeps to what was asked."""

from dataclasses import replace
from typing import Final

from core.conversation.controls import Control
from core.conversation.events import Event
from core.conversation.replies import ShowProgress, ShowTrial, Tell, TellEnded
from core.conversation.session import Job, Phase, Session
from core.conversation.step import Step
from core.features.trial.events import ModelAnswered
from core.features.trial.state import TrialJob

_AFTER: Final = (Control.TRY, Control.REFINE, Control.REGENERATE)


def begin(session: Session, _event: Event) -> Step:
    """Begin to try the prompt in use, if there is a model to try it on."""
    if not session.endpoints:
        return Step(session, (Tell("try.nowhere"),))
    if session.in_use is None:
        return Step(session, (Tell("nothing_here", refuses=True),))
    trying = replace(session, phase=Phase.GENERATING, job=TrialJob.TRY, job_seq=session.job_seq + 1)
    return Step(trying, (ShowProgress((Control.CANCEL,), "try.progress", grows=True),))


def finish(session: Session, event: ModelAnswered) -> Step:
    """Show the answer; the prompt stays as it is."""
    return Step(_back(session), (ShowTrial(event.trial, _AFTER, version=session.current_version),))


def wait(session: Session, _event: Event) -> Step:
    """Say that the answer is still being written."""
    return Step(session, (Tell("try.busy", controls=(Control.CANCEL,)),))


def stop(session: Session, _event: Event) -> Step:
    """Stop waiting for the answer."""
    return Step(_back(session), (TellEnded("try.cancelled", controls=_AFTER),))


def _back(session: Session) -> Session:
    return replace(session, phase=Phase.DONE, job=Job.PROMPT)
