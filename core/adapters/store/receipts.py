"""The receipts of delivered replies: which message shows what, and whose it is."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, bindparam, exists, literal, literal_column, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from core.adapters.store.conditions import PLACE
from core.adapters.store.tables import OutgoingRow, SessionRow
from core.conversation.model_replies import ShowProgress
from core.conversation.replies import ShowPrompt, ShowSummary
from core.features.registry import REPLIES
from core.messages import Card, Place, Standing

_WAITING: Final = frozenset(kind.__name__ for kind in REPLIES if kind.waits)
_SETTLED: Final = frozenset(kind.__name__ for kind in REPLIES if kind.settles)
_TELLING: Final = frozenset({ShowProgress.__name__, *(kind.__name__ for kind in REPLIES if kind.ends)})
_COLUMNS: Final = [
    col(getattr(OutgoingRow, name)) for name in ("id", "kind", "only_to", "sent_at", "leased_until", "receipt")
]
_id = col(OutgoingRow.id)
_of_session = col(OutgoingRow.session_number)
_THIS = _of_session == bindparam("session")
_PUBLIC = (col(OutgoingRow.receipt).is_not(None), col(OutgoingRow.only_to).is_(None))


def _is_of(kinds: Iterable[str]) -> ColumnElement[bool]:
    """Return the condition that a reply is of these kinds, written out: parameters of a list are costly to expand."""
    return col(OutgoingRow.kind).in_([literal_column(f"'{kind}'") for kind in sorted(kinds)])


def _one(order: ColumnElement[int], *where: ColumnElement[bool]) -> ColumnElement[int]:
    """Return the id of the first reply of the session, in an order, of which this holds."""
    return select(_id).where(_THIS, *where).order_by(order).limit(1).correlate(None).scalar_subquery()


_DECIDING: Final = (
    _one(_id.desc(), _is_of(_TELLING)),
    _one(_id.desc(), *_PUBLIC, _is_of(_WAITING | _SETTLED)),
    _one(_id.asc(), *_PUBLIC),
)
SHOWN: Final = select(*_COLUMNS).where(_THIS, or_(col(OutgoingRow.sent_at).is_(None), _id.in_(_DECIDING))).order_by(_id)
"""The replies of a session that are unsent or say what stands in it, without their texts: few, however long it is."""
_SHOWN_IN: Final = (
    select(*_COLUMNS)
    .join(SessionRow, _of_session == col(SessionRow.number))
    .where(col(SessionRow.id) == bindparam("session_id"))
    .order_by(col(OutgoingRow.id))
)


def last(connection: Connection, session_id: str, before: int | None = None) -> str | None:
    """Return the newest receipt at the place of a session; with `before`, of its own replies before that one."""
    own = aliased(SessionRow)
    there = [getattr(SessionRow, part) == getattr(own, part) for part in PLACE]
    if before is not None:
        there = [col(SessionRow.number) == col(own.number), col(OutgoingRow.id) < before]
    sent = (col(SessionRow.number) == col(OutgoingRow.session_number), col(OutgoingRow.receipt).is_not(None))
    newest = select(col(OutgoingRow.receipt)).where(col(own.id) == session_id, *there, *sent)
    return connection.execute(newest.order_by(col(OutgoingRow.id).desc()).limit(1)).scalar()


def standing(rows: Sequence[Row[Any]]) -> Standing:
    """Return what stands behind replies of one session, oldest first, as `SHOWN` reads them."""
    telling = next((row for row in reversed(rows) if row.kind in _TELLING), None)
    making = telling if telling and telling.kind == ShowProgress.__name__ else None
    shown = [row for row in rows if row.receipt is not None and row.only_to is None]
    return Standing(_card(shown, making.id if making else 0), (making.receipt or "") if making else "")


def standing_before(connection: Connection, session_id: str, before: int | None) -> Standing:
    """Return what stands before a reply of this id, or before the next one, and waits for its person or is ended."""
    rows = connection.execute(_SHOWN_IN, {"session_id": session_id}).all()
    return standing([row for row in rows if before is None or row.id < before])


def _card(shown: Sequence[Row[Any]], making: int) -> Card | None:
    newest = next((row for row in reversed(shown) if row.kind in _WAITING or row.kind in _SETTLED), None)
    if newest is None or newest.kind in _SETTLED:
        return None
    opens, sums_up = shown[0].receipt == newest.receipt, newest.kind == ShowSummary.__name__
    return Card(newest.receipt, opens or (sums_up and newest.id < making), sums_up)


def prompt(connection: Connection, session_id: str) -> str:
    """Return the receipt of the newest prompt of a session that all there were shown; empty for none."""
    theirs = (col(SessionRow.id) == session_id, col(SessionRow.number) == col(OutgoingRow.session_number))
    shown = (col(OutgoingRow.kind) == ShowPrompt.__name__, col(OutgoingRow.only_to).is_(None))
    newest = select(col(OutgoingRow.receipt)).where(*theirs, *shown, col(OutgoingRow.receipt).is_not(None))
    return connection.execute(newest.order_by(col(OutgoingRow.id).desc()).limit(1)).scalar() or ""


def session_at(connection: Connection, place: Place, message: str) -> str:
    """Return the session that a message of a place belongs to; empty for none."""
    there = (col(getattr(SessionRow, part)) == getattr(place, part) for part in PLACE)
    receipts = literal(" ") + col(OutgoingRow.receipt) + " "  # several messages may show one reply
    of_it = col(OutgoingRow.session_number) == col(SessionRow.number)  # tied to it, or all receipts would be read
    shown = exists().where(of_it, receipts.contains(f" {message} ", autoescape=True))
    belongs = or_(col(SessionRow.beneath) == message, shown)
    newest = select(col(SessionRow.id)).where(*there, belongs).order_by(col(SessionRow.front).desc()).limit(1)
    return connection.execute(newest).scalar() or ""
