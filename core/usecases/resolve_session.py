"""The interview that something is meant for: the one it was done to, else the one at the front of its place."""

from dataclasses import dataclass
from typing import Final

from core.conversation.session import Phase, Session, State
from core.errors import InterviewGone
from core.features.registry import MACHINE
from core.messages import FormFilled, Incoming, Opened, Pasted, Pressed, SaveSubmitted
from core.ports import Held, Transaction

UNFINISHED: Final[frozenset[State]] = frozenset(
    {Phase.ASKING, Phase.GAPS, Phase.SUMMARY, Phase.OPTIONS, Phase.GENERATING}
)
_GONE: Final = {Phase.CANCELLED, Phase.FORGOTTEN}
_OVER: Final = {Phase.DONE, *_GONE}


@dataclass(frozen=True, slots=True)
class Focus:
    """The interview that is meant, None where one is to begin, and the one that was at the front of the place."""

    meant: Held | None
    front: Held | None

    def comes_forward(self, after: Session, *, in_passing: bool) -> bool:
        """Say whether what is typed next is about the interview that was meant, though another was at the front.

        It is, unless the event was in passing, or the one at the front waits for an answer and this one for none.
        """
        if self.meant is None or self.front is None or self.meant.session.id == self.front.session.id:
            return False
        if self.meant.place != self.front.place or in_passing:
            return False
        return _listens(after) or not _listens(self.front.session)


def focus(transaction: Transaction, incoming: Incoming) -> Focus:
    """Return what something that a person did is about.

    Raises:
        InterviewGone: The interview that it was done to was ended or deleted, and it could not begin another.
    """
    front = transaction.open_at(incoming.place)
    named = _named(transaction, incoming, front)
    if named is not None and (named.session.underlying.phase not in _GONE or isinstance(incoming.action, Pasted)):
        return Focus(named, front)
    if incoming.session and not _can_begin(incoming):
        raise InterviewGone
    if isinstance(incoming.action, FormFilled):
        return Focus(None, front)  # its answers are those of an interview, and of no other one
    begins = isinstance(incoming.action, Opened)
    if front is not None and _goes_on(front.session, begins=begins):
        return Focus(front, front)
    return Focus(_left_unfinished(transaction, incoming) if begins else None, front)


def _named(transaction: Transaction, incoming: Incoming, front: Held | None) -> Held | None:
    if front is not None and front.session.id == incoming.session:
        return front
    named = transaction.get(incoming.session) if incoming.session else None
    if named is None:
        return None
    is_here = (named.place.platform, named.place.workspace) == (incoming.place.platform, incoming.place.workspace)
    return named if is_here else None


def _goes_on(session: Session, *, begins: bool) -> bool:
    return session.underlying.phase not in _OVER if begins else session.phase not in _GONE


def _can_begin(incoming: Incoming) -> bool:
    """Say whether this can be the first thing in a new interview."""
    match incoming.action:
        case Pressed(event=event):
            return (Phase.NEW, type(event)) in MACHINE.transitions
        case Pasted() | SaveSubmitted():
            return False
        case _:
            return True


def _left_unfinished(transaction: Transaction, incoming: Incoming) -> Held | None:
    """Return an interview that was left for another one of the same place before it was finished."""
    left = transaction.left_at(incoming.person, incoming.place, UNFINISHED | MACHINE.overlays)
    return left if left and left.session.underlying.phase in UNFINISHED else None


def _listens(session: Session) -> bool:
    """Say whether what is typed next is awaited."""
    return session.state in MACHINE.listens
