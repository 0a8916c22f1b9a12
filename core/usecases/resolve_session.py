"""The interview that something is meant for: the one it was done to, else the one at the front of its place."""

from dataclasses import dataclass
from typing import Final

from core.conversation.session import Phase, Session, State
from core.errors import InterviewGone
from core.features.registry import MACHINE
from core.messages import FeatureAction, FormFilled, Incoming, Opened, Pasted, Pressed
from core.ports import StoredSession, Transaction

UNFINISHED: Final[frozenset[State]] = frozenset(
    {Phase.ASKING, Phase.GAPS, Phase.SUMMARY, Phase.OPTIONS, Phase.GENERATING}
)
_GONE: Final = {Phase.CANCELLED, Phase.FORGOTTEN}
_OVER: Final = {Phase.DONE, *_GONE}


@dataclass(frozen=True, slots=True)
class Resolved:
    """The interview that is meant, None where one is to begin, and the one that was at the front of the place."""

    target: StoredSession | None
    active: StoredSession | None

    def becomes_active(self, after: Session, *, in_passing: bool) -> bool:
        """Say whether what is typed next is about the interview that was meant, though another was at the front.

        It is, unless the event was in passing, or the one at the front waits for an answer and this one for none.
        """
        if self.target is None or self.active is None or self.target.session.id == self.active.session.id:
            return False
        if self.target.place != self.active.place or in_passing:
            return False
        return _listens(after) or not _listens(self.active.session)


def resolve_session(transaction: Transaction, incoming: Incoming) -> Resolved:
    """Return what something that a person did is about.

    Raises:
        InterviewGone: The interview that it was done to was ended or deleted, and it could not begin another.
    """
    active = transaction.latest_at(incoming.place)
    named = _named(transaction, incoming, active)
    if named is not None and (named.session.underlying.phase not in _GONE or isinstance(incoming.action, Pasted)):
        return Resolved(named, active)
    if incoming.session and not _can_begin(incoming):
        raise InterviewGone
    if isinstance(incoming.action, FormFilled):
        return Resolved(None, active)  # its answers are those of an interview, and of no other one
    begins = isinstance(incoming.action, Opened)
    if active is not None and _goes_on(active.session, begins=begins):
        return Resolved(active, active)
    return Resolved(_left_unfinished(transaction, incoming) if begins else None, active)


def _named(transaction: Transaction, incoming: Incoming, active: StoredSession | None) -> StoredSession | None:
    if active is not None and active.session.id == incoming.session:
        return active
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
        case FeatureAction():
            return incoming.action.begins
        case Pasted():
            return False
        case _:
            return True


def _left_unfinished(transaction: Transaction, incoming: Incoming) -> StoredSession | None:
    """Return an interview that was left for another one of the same place before it was finished."""
    left = transaction.left_at(incoming.person, incoming.place, UNFINISHED | MACHINE.overlays)
    return left if left and left.session.underlying.phase in UNFINISHED else None


def _listens(session: Session) -> bool:
    """Say whether what is typed next is awaited."""
    return session.state in MACHINE.listens
