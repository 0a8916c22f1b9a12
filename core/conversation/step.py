"""A step of the conversation: the session after an event, with what to show for it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from core.conversation.control_names import Control
from core.conversation.model_replies import ShowProgress
from core.conversation.questions import Key
from core.conversation.replies import Reply
from core.conversation.session import Answer, Job, Phase, Session, State


@dataclass(frozen=True, slots=True)
class Effect:
    """Something beside the session that a step changes or needs; each feature has its own."""

    def carry_out(self, step: "Step", context: Any) -> "Step":  # noqa: ANN401 - core.ports.effects, which knows steps
        """Do it with a `core.ports.effects.EffectContext`, and return the step as it is then."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Step:
    """What an event leads to: the session after it, what to show, and the effects that are to be carried out.

    `left` is the interview that was left behind finished: `session` is then a new one, still without an id.
    `in_passing` says that the talk goes on where it was. `is_complete` says that the interview has come to its end, so
    that gaps may be asked for before the summary; `asks_gaps` whether the person wants that from now on.
    """

    session: Session
    replies: tuple[Reply, ...] = ()
    effects: tuple[Effect, ...] = ()
    left: Session | None = None
    in_passing: bool = False
    is_complete: bool = False
    asks_gaps: bool | None = None

    def after(self, *replies: Reply) -> "Step":
        """Return the same step with `replies` shown first."""
        return replace(self, replies=(*replies, *self.replies))


def wait_for(session: Session, job: State, text: str = "progress", *, grows: bool = False) -> Step:
    """Have a model do something, and say that it does; an answer that `grows` is shown as it comes."""
    waiting = replace(session, phase=Phase.GENERATING, job=job, job_seq=session.job_seq + 1)
    return Step(waiting, (ShowProgress((Control.CANCEL,), text, grows, held_back=job is Job.PROMPT),))


def done(session: Session) -> Session:
    """Return the session at its finished prompt, waiting for nothing."""
    return replace(session, phase=Phase.DONE, job=Job.PROMPT)


def with_answers(session: Session, changes: Mapping[Key, Answer | None]) -> Session:
    """Return the session with answers set, or taken away where None; what was made from a file goes with its text.

    With another wish, the gaps of the former one are none any more.
    """
    answers = {key: answer for key, answer in {**session.answers, **changes}.items() if answer is not None}
    document = None if Key.REFERENCE in changes else session.document
    is_another = any(answers.get(key) != session.answers.get(key) for key in (Key.PURPOSE, Key.INTENT))
    gaps, open_gap = ((), 0) if is_another else (session.gaps, session.open_gap)
    return replace(session, answers=answers, document=document, gaps=gaps, open_gap=open_gap)
