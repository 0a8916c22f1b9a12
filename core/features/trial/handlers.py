"""Trying the prompt: a model answers it, and the answer is shown with how well it keeps to what was asked."""

from typing import Final

from core.conversation.control_names import Control
from core.conversation.events import Event
from core.conversation.model_replies import ShowTrial
from core.conversation.replies import Tell, TellEnded
from core.conversation.session import Session, State
from core.conversation.step import Step, done, wait_for
from core.features.trial.events import ModelAnswered


class TrialJob(State):
    """What a model is waited for."""

    TRY = "try"


_AFTER: Final = (Control.TRY, Control.REFINE, Control.REGENERATE)


def begin(session: Session, event: Event) -> Step:
    """Begin to try the prompt in use, if there is a model to try it on."""
    if not event.around.models:
        return Step(session, (Tell("try.nowhere"),))
    if session.in_use is None:
        return Step(session, (Tell("nothing_here", refuses=True),))
    return wait_for(session, TrialJob.TRY, "try.progress", grows=True)


def finish(session: Session, event: ModelAnswered) -> Step:
    """Show the answer; the prompt stays as it is."""
    return Step(done(session), (ShowTrial(event.trial, _AFTER, version=session.current_version),))


def stop(session: Session, _event: Event) -> Step:
    """Stop waiting for the answer."""
    return Step(done(session), (TellEnded("try.cancelled", controls=_AFTER),))
