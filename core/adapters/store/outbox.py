"""The outbox: replies that are committed and not yet sent."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, and_, bindparam, case, func, insert, select, update
from sqlmodel import col

from core.adapters.store.codec import REPLY_KINDS, dump_reply, load_reply, load_session
from core.adapters.store.receipts import SHOWN, standing
from core.adapters.store.tables import OutgoingRow, SessionRow
from core.conversation.replies import Reply
from core.errors import DatabaseError
from core.messages import Outgoing, Place, Standing, Waiting

LEASE_S: Final = 6.0
"""How long one process may work on a generation, or deliver replies, without renewing its lease."""
_POSTPONED_S: Final = 30.0
"""How long a reply that could not be delivered is left alone."""
LONGEST_S: Final = 120.0
"""No lease is longer, clocks that differ a little included: one that is was written before a clock was put back."""

_BATCH: Final = 100

_number = col(SessionRow.number)
_UNSENT = col(OutgoingRow.sent_at).is_(None)
_KNOWN = col(OutgoingRow.kind).in_(REPLY_KINDS)  # the others are a newer program's, which will deliver them
_LEASED = and_(col(OutgoingRow.leased_until) > bindparam("now"), col(OutgoingRow.leased_until) <= bindparam("latest"))
_QUEUE: Final = insert(OutgoingRow).returning(col(OutgoingRow.id))
_SENT = select(col(OutgoingRow.session_number)).where(col(OutgoingRow.id).in_(bindparam("sent", expanding=True)))
_LOCK_SENT: Final = select(_number, col(SessionRow.id)).where(_number.in_(_SENT)).order_by(_number).with_for_update()
_MARK: Final = update(OutgoingRow).where(col(OutgoingRow.id) == bindparam("sent_id"))
_STILL_UNSENT: Final = select(
    col(OutgoingRow.session_number), col(OutgoingRow.kind), col(OutgoingRow.leased_until)
).where(col(OutgoingRow.session_number).in_(bindparam("sessions", expanding=True)), _UNSENT)
_WAITING: Final = (
    select(col(SessionRow.id), col(SessionRow.workspace))
    .join(OutgoingRow, col(OutgoingRow.session_number) == _number)
    # As an expression, so that SQLite begins with the few that are unsent and not with all sessions of the platform.
    .where(_UNSENT, col(SessionRow.platform).concat("") == bindparam("platform"))
    .group_by(_number, col(SessionRow.id), col(SessionRow.workspace))
    .having(func.max(case((_KNOWN, 1), else_=0)) == 1, func.max(case((_LEASED, 1), else_=0)) == 0)
    .order_by(func.min(col(OutgoingRow.id)))
)
_THESE = col(SessionRow.id).in_(bindparam("these", expanding=True))
_LOCK_FREE: Final = select(SessionRow).where(_THESE).with_for_update(skip_locked=True)
_LOCK_ONE: Final = select(SessionRow).where(col(SessionRow.id) == bindparam("session")).with_for_update()
_OF_SESSIONS: Final = (
    select(OutgoingRow)
    .where(col(OutgoingRow.session_number).in_(bindparam("sessions", expanding=True)), _UNSENT)
    .order_by(col(OutgoingRow.id))
)
_LEASE: Final = update(OutgoingRow).where(col(OutgoingRow.id).in_(bindparam("ids", expanding=True)))
_PROLONG: Final = update(OutgoingRow).where(
    _UNSENT, col(OutgoingRow.leased_until) > 0, col(OutgoingRow.session_number).in_(select(_number).where(_THESE))
)


_OLDEST: Final = select(func.min(col(OutgoingRow.queued_at))).where(_UNSENT)
_END_LEASES: Final = update(OutgoingRow).where(_UNSENT, col(OutgoingRow.leased_until) > 0).values(leased_until=0)


class OutboxRows:
    """The outbox as one transaction sees it; a reply is leased to whoever delivers it."""

    def __init__(self, connection: Connection, now: float) -> None:
        self._connection: Final = connection
        self._now: Final = now
        self._behind: Final[dict[int, bool]] = {}

    def put(
        self, session_number: int, replies: Sequence[Reply], only_to: str | None
    ) -> list[tuple[int, Reply, Standing | None]]:
        """Queue replies; return those that may be delivered now, with their ids and with what stands before the first.

        There are none while older ones of the session are unsent, so that the order is kept.
        """
        before = None
        if session_number not in self._behind:
            rows = self._connection.execute(SHOWN, {"session": session_number}).all()
            self._behind[session_number] = any(
                row.sent_at is None and self._is_waited_for(row.kind, row.leased_until) for row in rows
            )
            before = standing(rows)
        behind = self._behind[session_number]
        common = {
            "session_number": session_number,
            "only_to": only_to,
            "queued_at": self._now,
            "leased_until": 0 if behind else self._now + LEASE_S,
        }
        queued = [(self._queue(reply, common), reply, None if at else before) for at, reply in enumerate(replies)]
        return [] if behind else queued

    def waiting(self, platform: str) -> tuple[Waiting, ...]:
        """Return the sessions with replies that nobody delivers and that this program can read, oldest first."""
        rows = self._connection.execute(_WAITING, {"platform": platform, **self._times()})
        return tuple(Waiting(row.id, row.workspace) for row in rows)

    def take(self, platform: str) -> tuple[Outgoing, ...]:
        """Lease the replies of the first sessions that wait, oldest first; pass over busy sessions."""
        return self._lease(_LOCK_FREE, {"these": [each.session for each in self.waiting(platform)[:_BATCH]]})

    def take_of(self, session_id: str) -> tuple[Outgoing, ...]:
        """Lease the unsent replies of one session, unless somebody delivers some.

        It waits for an event that is being handled there: its replies are for whoever delivered those before.
        """
        return self._lease(_LOCK_ONE, {"session": session_id})

    def prolong(self, sessions: Collection[str]) -> None:
        """Prolong the leases on what is being delivered of sessions."""
        self._connection.execute(_PROLONG, {"these": list(sessions), "leased_until": self._now + LEASE_S})

    def postpone(self, session_id: str) -> None:
        """Leave alone for a while what is being delivered of a session."""
        self._connection.execute(_PROLONG, {"these": [session_id], "leased_until": self._now + _POSTPONED_S})

    def mark_sent(self, receipts: Mapping[int, str | None]) -> frozenset[str]:
        """Note that replies were delivered, and drop their texts; return the sessions in which others still wait."""
        if not receipts:
            return frozenset()
        # An event that is being handled in a session is waited for: its replies may be queuing behind these.
        sessions = self._connection.execute(_LOCK_SENT, {"sent": list(receipts)}).all()
        common = {"sent_at": self._now, "reply": "", "leased_until": 0}
        marks = [common | {"sent_id": number, "receipt": receipt} for number, receipt in receipts.items()]
        self._connection.execute(_MARK, marks)
        ids = {session.number: session.id for session in sessions}
        unsent = self._connection.execute(_STILL_UNSENT, {"sessions": list(ids)})
        return frozenset(ids[row.session_number] for row in unsent if self._is_waited_for(row.kind, row.leased_until))

    def age(self) -> float:
        """Return how many seconds the oldest unsent reply has waited; 0 when there is none."""
        oldest = self._connection.execute(_OLDEST).scalar()
        return 0 if oldest is None else max(0, self._now - oldest)

    def _queue(self, reply: Reply, common: Mapping[str, Any]) -> int:
        values = {**common, "kind": type(reply).__name__, "reply": dump_reply(reply)}
        number: int = self._connection.execute(_QUEUE, values).scalar_one()
        return number

    def _lease(self, locking: Select[Any], where: Mapping[str, Any]) -> tuple[Outgoing, ...]:
        """Lock sessions first and read their replies after, so that no two processes share those of one session."""
        sessions = {row.number: row for row in self._connection.execute(locking, where)}
        rows = self._connection.execute(_OF_SESSIONS, {"sessions": list(sessions)}).all()
        busy = {row.session_number for row in rows if is_leased(row.leased_until, self._now)}
        taken = [row for row in rows if row.session_number not in busy and row.kind in REPLY_KINDS]
        if taken:
            lease = {"ids": [row.id for row in taken], "leased_until": self._now + LEASE_S}
            self._connection.execute(_LEASE, lease)
        return tuple(outgoing for row in taken if (outgoing := _outgoing(row, sessions[row.session_number])))

    def _is_waited_for(self, kind: str, leased_until: float) -> bool:
        """Say whether those behind an unsent reply wait: not for a newer program's, unless somebody delivers it."""
        return kind in REPLY_KINDS or is_leased(leased_until, self._now)

    def _times(self) -> dict[str, float]:
        return {"now": self._now, "latest": self._now + LONGEST_S}


def end_leases(connection: Connection) -> None:
    """End all leases on replies."""
    connection.execute(_END_LEASES)


def is_leased(until: float, now: float) -> bool:
    """Say whether a lease that ends then still holds."""
    return now < until <= now + LONGEST_S


def _outgoing(row: Row[Any], session: Row[Any]) -> Outgoing | None:
    """Return a reply as the relay takes it; None for one that only a newer program can read."""
    try:
        reply, locale = load_reply(row.reply), load_session(session.state).locale
    except DatabaseError:
        return None
    return Outgoing(
        id=row.id,
        session=session.id,
        place=place_of(session),
        person=session.person,
        locale=locale,
        reply=reply,
        only_to=row.only_to,
        parent_message=session.beneath,
    )


def place_of(row: Row[Any]) -> Place:
    """Return where a session is held."""
    return Place(row.platform, row.workspace, row.channel, row.thread, row.private, row.guest)
