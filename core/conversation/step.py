"""A step of the conversation: the session after an event, with what to show for it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.conversation.events import EntryAmended
from core.conversation.questions import Key
from core.conversation.replies import Reply
from core.conversation.session import Answer, Session
from core.privacy.text import MaskedText


@dataclass(frozen=True, slots=True)
class Kept:
    """A prompt that is to be kept."""

    name: MaskedText
    prompt: MaskedText
    tags: tuple[MaskedText, ...] = ()
    favourite: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What an event leads to; `kept` is to be put into the library, `amended` to be done to an entry of it."""

    session: Session
    replies: tuple[Reply, ...] = ()
    kept: Kept | None = None
    amended: EntryAmended | None = None

    def after(self, *replies: Reply) -> "Step":
        """Return the same step with `replies` shown first."""
        return replace(self, replies=(*replies, *self.replies))


def with_answers(session: Session, changes: Mapping[Key, Answer | None]) -> Session:
    """Return the session with answers set, or taken away where None; what was made from a file goes with its text."""
    answers = {key: answer for key, answer in {**session.answers, **changes}.items() if answer is not None}
    document = None if Key.REFERENCE in changes else session.document
    return replace(session, answers=answers, document=document)
