"""The receipts of delivered replies: which message shows what, and whose it is."""

from sqlalchemy import Connection, exists, literal, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from core.adapters.store.tables import OutgoingRow, SessionRow
from core.conversation.replies import ShowProgress, ShowSummary
from core.features.registry import REPLIES
from core.messages import Place

_PLACE = ("platform", "workspace", "channel", "thread")


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


def summary(connection: Connection, session_id: str, before: int | None) -> str:
    """Return the receipt of the summary, where that is the newest of a session's replies; empty for none."""
    theirs = (col(SessionRow.id) == session_id, col(SessionRow.number) == col(OutgoingRow.session_number))
    earlier = () if before is None else (col(OutgoingRow.id) < before,)
    newest = select(col(OutgoingRow.kind), col(OutgoingRow.receipt)).where(*theirs, *earlier)
    found = connection.execute(newest.order_by(col(OutgoingRow.id).desc()).limit(1)).first()
    return found.receipt or "" if found and found.kind == ShowSummary.__name__ else ""


def session_at(connection: Connection, place: Place, message: str) -> str:
    """Return the session that a message of a place belongs to; empty for none."""
    there = (col(getattr(SessionRow, part)) == getattr(place, part) for part in _PLACE)
    receipts = literal(" ") + col(OutgoingRow.receipt) + " "  # several messages may show one reply
    of_it = col(OutgoingRow.session_number) == col(SessionRow.number)  # tied to it, or all receipts would be read
    shown = exists().where(of_it, receipts.contains(f" {message} ", autoescape=True))
    belongs = or_(col(SessionRow.beneath) == message, shown)
    newest = select(col(SessionRow.id)).where(*there, belongs).order_by(col(SessionRow.front).desc()).limit(1)
    return connection.execute(newest).scalar() or ""
