"""The outbox: replies that are committed and not yet sent."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, bindparam, insert, select, update
from sqlmodel import col

from core.adapters.store.codec import dump_reply, load_reply, load_session
from core.adapters.store.tables import OutgoingRow, SessionRow
from core.conversation.replies import Reply
from core.errors import DatabaseError
from core.incoming import Outgoing, Place

LEASE_S: Final = 60.0
"""How long one process may work on a generation, or deliver replies, before another may."""

_BATCH: Final = 100

_UNSENT = col(OutgoingRow.sent_at).is_(None)
_FIRST_UNSENT: Final = (
    select(col(OutgoingRow.id)).where(col(OutgoingRow.session_number) == bindparam("session"), _UNSENT).limit(1)
)
_QUEUE: Final = insert(OutgoingRow).returning(col(OutgoingRow.id))
_SENT = select(col(OutgoingRow.session_number)).where(col(OutgoingRow.id).in_(bindparam("sent", expanding=True)))
_LOCK_SENT: Final = (
    select(SessionRow).where(col(SessionRow.number).in_(_SENT)).order_by(col(SessionRow.number)).with_for_update()
)
_MARK: Final = update(OutgoingRow).where(col(OutgoingRow.id) == bindparam("sent_id"))
_FREE = (
    select(col(OutgoingRow.session_number))
    .where(_UNSENT, col(OutgoingRow.leased_until) <= bindparam("now"))
    .order_by(col(OutgoingRow.id))
    .limit(_BATCH)
)
_LOCK_FREE: Final = (
    select(SessionRow)
    .where(col(SessionRow.platform) == bindparam("platform"), col(SessionRow.number).in_(_FREE))
    .with_for_update(skip_locked=True)
)
_LOCK_ONE: Final = select(SessionRow).where(col(SessionRow.id) == bindparam("session")).with_for_update()
_OF_SESSIONS: Final = (
    select(OutgoingRow)
    .where(col(OutgoingRow.session_number).in_(bindparam("sessions", expanding=True)), _UNSENT)
    .order_by(col(OutgoingRow.id))
)
_LEASE: Final = update(OutgoingRow).where(col(OutgoingRow.id).in_(bindparam("ids", expanding=True)))


class Outbox:
    """The outbox as one transaction sees it; a reply is leased to whoever delivers it."""

    def __init__(self, connection: Connection, now: float) -> None:
        self._connection: Final = connection
        self._now: Final = now
        self._behind: Final[dict[int, bool]] = {}

    def put(self, session_number: int, replies: Sequence[Reply], only_to: str | None) -> list[tuple[int, Reply]]:
        """Queue replies; return those that may be delivered now, with their ids.

        There are none while older ones of the session are unsent, so that the order is kept.
        """
        if session_number not in self._behind:
            self._behind[session_number] = self._has_unsent(session_number)
        behind = self._behind[session_number]
        common = {
            "session_number": session_number,
            "only_to": only_to,
            "queued_at": self._now,
            "leased_until": 0 if behind else self._now + LEASE_S,
        }
        queued = [(self._queue(reply, common), reply) for reply in replies]
        return [] if behind else queued

    def take(self, platform: str) -> tuple[Outgoing, ...]:
        """Lease the unsent replies of sessions in which nobody delivers any, oldest first; pass over busy sessions."""
        return self._lease(_LOCK_FREE, {"platform": platform, "now": self._now})

    def take_of(self, session_id: str) -> tuple[Outgoing, ...]:
        """Lease the unsent replies of one session, unless somebody delivers some.

        It waits for an event that is being handled there: its replies are for whoever delivered those before.
        """
        return self._lease(_LOCK_ONE, {"session": session_id})

    def mark_sent(self, receipts: Mapping[int, str]) -> frozenset[str]:
        """Note that replies were delivered, and drop their texts; return the sessions in which others still wait."""
        if not receipts:
            return frozenset()
        # An event that is being handled in a session is waited for: its replies may be queuing behind these.
        sessions = self._connection.execute(_LOCK_SENT, {"sent": list(receipts)}).all()
        common = {"sent_at": self._now, "reply": ""}
        marks = [common | {"sent_id": number, "receipt": receipt} for number, receipt in receipts.items()]
        self._connection.execute(_MARK, marks)
        return frozenset(session.id for session in sessions if self._has_unsent(session.number))

    def _queue(self, reply: Reply, common: Mapping[str, Any]) -> int:
        values = {**common, "kind": type(reply).__name__, "reply": dump_reply(reply)}
        number: int = self._connection.execute(_QUEUE, values).scalar_one()
        return number

    def _lease(self, locking: Select[Any], where: Mapping[str, Any]) -> tuple[Outgoing, ...]:
        """Lock sessions first and read their replies after, so that no two processes share those of one session."""
        sessions = {row.number: row for row in self._connection.execute(locking, where)}
        rows = self._connection.execute(_OF_SESSIONS, {"sessions": list(sessions)}).all()
        busy = {row.session_number for row in rows if row.leased_until > self._now}
        taken = [row for row in rows if row.session_number not in busy]
        if taken:
            lease = {"ids": [row.id for row in taken], "leased_until": self._now + LEASE_S}
            self._connection.execute(_LEASE, lease)
        return tuple(outgoing for row in taken if (outgoing := _outgoing(row, sessions[row.session_number])))

    def _has_unsent(self, session_number: int) -> bool:
        return self._connection.execute(_FIRST_UNSENT, {"session": session_number}).first() is not None


def _outgoing(row: Row[Any], session: Row[Any]) -> Outgoing | None:
    """Return a reply as the relay takes it; None for one that only a newer program can read."""
    try:
        reply = load_reply(row.reply)
    except DatabaseError:
        return None
    return Outgoing(
        id=row.id,
        session=session.id,
        place=place_of(session),
        person=session.person,
        locale=load_session(session.state).locale,
        reply=reply,
        only_to=row.only_to,
        beneath=session.beneath,
    )


def place_of(row: Row[Any]) -> Place:
    """Return where a session is held."""
    return Place(row.platform, row.workspace, row.channel, row.thread, row.private, row.guest)
