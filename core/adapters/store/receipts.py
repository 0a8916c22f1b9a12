"""The receipts of delivered replies: which message shows what, and whose it is."""

from typing import Final

from sqlalchemy import Connection, exists, literal, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from core.adapters.store.tables import OutgoingRow, SessionRow
from core.conversation.replies import ShowProgress, ShowPrompt, ShowSummary
from core.features.registry import REPLIES
from core.messages import Card, Place

_PLACE = ("platform", "workspace", "channel", "thread")
_WAITING: Final = [kind.__name__ for kind in REPLIES if kind.waits]
_SETTLED: Final = [kind.__name__ for kind in REPLIES if kind.settles]


def last(connection: Connection, session_id: str, before: int | None = None) -> str | None:
    """Return the newest receipt at the place of a session; with `before`, of its own replies before that one."""
    own = aliased(SessionRow)
    there = [getattr(SessionRow, part) == getattr(own, part) for part in _PLACE]
    if before is not None:
        there = [col(SessionRow.number) == col(own.number), col(OutgoingRow.id) < before]
    sent = (col(SessionRow.number) == col(OutgoingRow.session_number), col(OutgoingRow.receipt).is_not(None))
    newest = select(col(OutgoingRow.receipt)).where(col(own.id) == session_id, *there, *sent)
    return connection.execute(newest.order_by(col(OutgoingRow.id).desc()).limit(1)).scalar()


def progress(connection: Connection, session_id: str, before: int | None) -> str:
    """Return the receipt of a notice of progress that nothing has ended, as it was before a reply; empty for none."""
    theirs = (col(SessionRow.id) == session_id, col(SessionRow.number) == col(OutgoingRow.session_number))
    telling = col(OutgoingRow.kind).in_([ShowProgress.__name__, *(kind.__name__ for kind in REPLIES if kind.ends)])
    earlier = () if before is None else (col(OutgoingRow.id) < before,)
    newest = select(col(OutgoingRow.kind), col(OutgoingRow.receipt)).where(*theirs, telling, *earlier)
    found = connection.execute(newest.order_by(col(OutgoingRow.id).desc()).limit(1)).first()
    return found.receipt or "" if found and found.kind == ShowProgress.__name__ else ""


def card(connection: Connection, session_id: str, before: int) -> Card | None:
    """Return the message that waited for the person before a reply of this id; None if nothing did."""
    theirs = (col(SessionRow.id) == session_id, col(SessionRow.number) == col(OutgoingRow.session_number))
    sent = (col(OutgoingRow.receipt).is_not(None), col(OutgoingRow.only_to).is_(None), col(OutgoingRow.id) < before)
    shown = select(col(OutgoingRow.id), col(OutgoingRow.kind), col(OutgoingRow.receipt)).where(*theirs, *sent)
    cards = shown.where(col(OutgoingRow.kind).in_([*_WAITING, *_SETTLED]))
    newest = connection.execute(cards.order_by(col(OutgoingRow.id).desc()).limit(1)).first()
    if newest is None or newest.kind in _SETTLED:
        return None
    first = connection.execute(shown.order_by(col(OutgoingRow.id)).limit(1)).one()
    return Card(newest.receipt, opens=first.receipt == newest.receipt, sums_up=newest.kind == ShowSummary.__name__)


def prompt(connection: Connection, session_id: str) -> str:
    """Return the receipt of the newest prompt of a session that all there were shown; empty for none."""
    theirs = (col(SessionRow.id) == session_id, col(SessionRow.number) == col(OutgoingRow.session_number))
    shown = (col(OutgoingRow.kind) == ShowPrompt.__name__, col(OutgoingRow.only_to).is_(None))
    newest = select(col(OutgoingRow.receipt)).where(*theirs, *shown, col(OutgoingRow.receipt).is_not(None))
    return connection.execute(newest.order_by(col(OutgoingRow.id).desc()).limit(1)).scalar() or ""


def session_at(connection: Connection, place: Place, message: str) -> str:
    """Return the session that a message of a place belongs to; empty for none."""
    there = (col(getattr(SessionRow, part)) == getattr(place, part) for part in _PLACE)
    receipts = literal(" ") + col(OutgoingRow.receipt) + " "  # several messages may show one reply
    of_it = col(OutgoingRow.session_number) == col(SessionRow.number)  # tied to it, or all receipts would be read
    shown = exists().where(of_it, receipts.contains(f" {message} ", autoescape=True))
    belongs = or_(col(SessionRow.beneath) == message, shown)
    newest = select(col(SessionRow.id)).where(*there, belongs).order_by(col(SessionRow.front).desc()).limit(1)
    return connection.execute(newest).scalar() or ""
