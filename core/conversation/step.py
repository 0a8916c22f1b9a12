"""A step of the conversation: the session after an event, with what to show for it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.conversation.questions import Key
from core.conversation.replies import Reply
from core.conversation.session import Answer, Session


@dataclass(frozen=True, slots=True)
class Effect:
    """Something beside the session that a step changes or needs; each feature has its own, and carries them out."""


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


def with_answers(session: Session, changes: Mapping[Key, Answer | None]) -> Session:
    """Return the session with answers set, or taken away where None; what was made from a file goes with its text.

    With another wish, the gaps of the former one are none any more.
    """
    answers = {key: answer for key, answer in {**session.answers, **changes}.items() if answer is not None}
    document = None if Key.REFERENCE in changes else session.document
    is_another = any(answers.get(key) != session.answers.get(key) for key in (Key.PURPOSE, Key.INTENT))
    gaps, open_gap = ((), 0) if is_another else (session.gaps, session.open_gap)
    return replace(session, answers=answers, document=document, gaps=gaps, open_gap=open_gap)
