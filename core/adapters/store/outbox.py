"""The outbox: replies that are committed and not yet sent."""

from collections.abc import Sequence
from typing import Final

from sqlmodel import Session as Connection
from sqlmodel import col, select, update
from sqlmodel.sql.expression import SelectOfScalar

from core.adapters.store.codec import dump_reply, load_reply, load_session
from core.adapters.store.tables import OutgoingRow, SessionRow
from core.conversation.replies import Reply
from core.errors import DatabaseError
from core.incoming import Outgoing, Place

LEASE_S: Final = 60.0
"""How long one process may work on a generation, or deliver replies, before another may."""

_BATCH: Final = 100


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
        rows = [
            OutgoingRow(
                session_number=session_number,
                only_to=only_to,
                kind=type(reply).__name__,
                reply=dump_reply(reply),
                queued_at=self._now,
                leased_until=0 if behind else self._now + LEASE_S,
            )
            for reply in replies
        ]
        self._connection.add_all(rows)
        self._connection.flush()
        return [] if behind else [(row.id, reply) for row, reply in zip(rows, replies, strict=True)]

    def take(self, platform: str) -> tuple[Outgoing, ...]:
        """Lease the unsent replies of sessions in which nobody delivers any, oldest first; pass over busy sessions."""
        free = select(OutgoingRow.session_number).where(
            col(OutgoingRow.sent_at).is_(None), col(OutgoingRow.leased_until) <= self._now
        )
        waiting = select(SessionRow).where(
            SessionRow.platform == platform,
            col(SessionRow.number).in_(free.order_by(col(OutgoingRow.id)).limit(_BATCH)),
        )
        return self._lease(waiting.with_for_update(skip_locked=True))

    def take_of(self, session_id: str) -> tuple[Outgoing, ...]:
        """Lease the unsent replies of one session, unless somebody delivers some.

        It waits for an event that is being handled there: its replies are for whoever delivered those before.
        """
        return self._lease(select(SessionRow).where(SessionRow.id == session_id).with_for_update())

    def mark_sent(self, outgoing_id: int, receipt: str) -> bool:
        """Note that a reply was delivered, and drop its text; return whether others of its session still wait."""
        sent = update(OutgoingRow).where(col(OutgoingRow.id) == outgoing_id)
        noted = sent.values(sent_at=self._now, receipt=receipt, reply="").returning(col(OutgoingRow.session_number))
        session = self._connection.exec(noted).first()
        return session is not None and self._has_unsent(session[0])

    def _lease(self, locking: SelectOfScalar[SessionRow]) -> tuple[Outgoing, ...]:
        """Lock sessions first and read their replies after, so that no two processes share those of one session."""
        sessions = {row.number: row for row in self._connection.exec(locking)}
        theirs = col(OutgoingRow.session_number).in_(sessions)
        unsent = select(OutgoingRow).where(theirs, col(OutgoingRow.sent_at).is_(None))
        rows = self._connection.exec(unsent.order_by(col(OutgoingRow.id))).all()
        busy = {row.session_number for row in rows if row.leased_until > self._now}
        taken = [row for row in rows if row.session_number not in busy]
        for row in taken:
            row.leased_until = self._now + LEASE_S
        return tuple(outgoing for row in taken if (outgoing := _outgoing(row, sessions[row.session_number])))

    def _has_unsent(self, session_number: int) -> bool:
        unsent = select(OutgoingRow.id).where(
            OutgoingRow.session_number == session_number, col(OutgoingRow.sent_at).is_(None)
        )
        return self._connection.exec(unsent.limit(1)).first() is not None


def _outgoing(row: OutgoingRow, session: SessionRow) -> Outgoing | None:
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
    )


def place_of(row: SessionRow) -> Place:
    """Return where a session is held."""
    return Place(row.platform, row.workspace, row.channel, row.thread, row.private)
