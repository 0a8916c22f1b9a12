"""One transaction: an event's id, a session with its vault, the replies to send."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import text
from sqlmodel import Session as Connection
from sqlmodel import col, delete, select

from core.adapters.store.cipher import Cipher
from core.adapters.store.codec import dump_labels, dump_session, load_labels, load_session
from core.adapters.store.entries import EntryRows
from core.adapters.store.outbox import LEASE_S, Outbox, place_of
from core.adapters.store.tables import OutgoingRow, SessionRow
from core.conversation.replies import Reply
from core.conversation.session import Phase
from core.incoming import Outgoing, Place
from core.ports import Held
from core.privacy.vault import Vault


@dataclass(frozen=True, slots=True)
class _Known:
    """What this transaction has read or written of a session."""

    row: SessionRow
    entries: EntryRows


class SqlTransaction:
    """A `core.ports.Transaction` on one database transaction.

    A session is locked when it is read, and a place when it is looked at, so that two first events for one place are
    put in order though there is no row yet. SQLite lets one writer in at a time, which does the same by itself.
    """

    def __init__(self, connection: Connection, cipher: Cipher, clock: Callable[[], float]) -> None:
        self._connection: Final = connection
        self._cipher: Final = cipher
        self._now: Final = clock()
        self._outbox: Final = Outbox(connection, self._now)
        self._known: Final[dict[str, _Known]] = {}
        self.has_deleted = False

    def remember(self, event_id: str, platform: str) -> bool:
        """Note that an event was taken up; False if it was before."""
        insert = text("INSERT INTO event (platform, id, seen_at) VALUES (:platform, :id, :now) ON CONFLICT DO NOTHING")
        values = {"platform": platform, "id": event_id, "now": self._now}
        return self._connection.connection().execute(insert, values).rowcount == 1

    def open_at(self, place: Place) -> Held | None:
        """Return the newest session at a place, finished ones too."""
        self._lock(place)
        return self._read(
            SessionRow.platform == place.platform,
            SessionRow.workspace == place.workspace,
            SessionRow.channel == place.channel,
            SessionRow.thread == place.thread,
        )

    def get(self, session_id: str) -> Held | None:
        """Return a session by its id."""
        return self._read(SessionRow.id == session_id)

    def held_by(self, person: str, platform: str, workspace: str) -> Sequence[Held]:
        """Return the sessions of a person in a workspace, newest first; nothing is locked."""
        theirs = (
            SessionRow.platform == platform,
            SessionRow.person == person,
            SessionRow.workspace == workspace,
        )
        rows = self._connection.exec(select(SessionRow).where(*theirs).order_by(col(SessionRow.number).desc())).all()
        return [self._held(row) for row in rows]

    def claim(self, session_id: str) -> Held | None:
        """Lease a session that is generating, for 60 s; None if it is not, or somebody else works on it."""
        held = self.get(session_id)
        if held is None or held.session.phase is not Phase.GENERATING:
            return None
        row = self._known[session_id].row
        if row.leased_until > self._now:
            return None
        row.leased_until = self._now + LEASE_S
        return held

    def save(self, held: Held) -> None:
        """Write a session that is new or was read in this transaction, with what its vault has gained and lost."""
        known = self._known.get(held.session.id)
        if known is None:
            row = SessionRow(id=held.session.id, person=held.person, started_at=self._now, **_columns(held, self._now))
            self._connection.add(row)
            self._connection.flush()
            known = self._known[row.id] = _Known(row, EntryRows(self._connection, self._cipher, row.number))
        elif known.row.phase != held.session.phase:
            known.row.leased_until = 0  # a lease is for one generation
        known.row.sqlmodel_update(_columns(held, self._now))
        known.entries.write(held.vault.entries)

    def send(self, held: Held, replies: Sequence[Reply], *, only_to: str | None = None) -> tuple[Outgoing, ...]:
        """Put replies into the outbox, in order, and return those that are the caller's to deliver now.

        There are none while older replies of the session are unsent: `Store.unsent` gives them out in their order.
        """
        queued = self._outbox.put(self._known[held.session.id].row.number, replies, only_to)
        return tuple(
            Outgoing(number, held.session.id, held.place, held.person, held.session.locale, reply, only_to)
            for number, reply in queued
        )

    def forget(self, person: str, platform: str, workspace: str | None = None) -> int:
        """Delete every session, vault entry and reply of a person; return how many sessions there were.

        Without a workspace, those in all of the platform's.
        """
        where = [SessionRow.platform == platform]
        if workspace is not None:
            where.append(SessionRow.workspace == workspace)
        nearby = select(SessionRow.number).where(*where)
        told = delete(OutgoingRow).where(
            col(OutgoingRow.only_to) == person, col(OutgoingRow.session_number).in_(nearby)
        )
        self._connection.exec(told)
        return self._delete(*where, SessionRow.person == person)

    def _lock(self, place: Place) -> None:
        if self._connection.get_bind().dialect.name == "postgresql":
            lock = text("SELECT pg_advisory_xact_lock(hashtextextended(:place, 0))")
            name = repr((place.platform, place.workspace, place.channel, place.thread))
            self._connection.connection().execute(lock, {"place": name})

    def _read(self, *where: Any) -> Held | None:  # noqa: ANN401 - SQLModel types a comparison of columns as bool
        newest = select(SessionRow).where(*where).order_by(col(SessionRow.number).desc()).limit(1)
        row = self._connection.exec(newest.with_for_update()).one_or_none()
        if row is None:
            return None
        return self._held(row)

    def _held(self, row: SessionRow) -> Held:
        entries = EntryRows(self._connection, self._cipher, row.number)
        self._known[row.id] = _Known(row, entries)
        vault = Vault(entries.read(), load_labels(row.reserved))
        return Held(load_session(row.state), place_of(row), row.person, vault)

    def _delete(self, *where: Any) -> int:  # noqa: ANN401 - as above
        ids = self._connection.exec(delete(SessionRow).where(*where).returning(col(SessionRow.id))).all()
        for (session_id,) in ids:
            self._known.pop(session_id, None)
        self.has_deleted = True
        return len(ids)


def _columns(held: Held, now: float) -> dict[str, Any]:
    """Return what changes from one save to the next."""
    return {
        "platform": held.place.platform,
        "workspace": held.place.workspace,
        "channel": held.place.channel,
        "thread": held.place.thread,
        "private": held.place.private,
        "phase": str(held.session.phase),
        "state": dump_session(held.session),
        "reserved": dump_labels(held.vault.reserved),
        "touched_at": now,
    }
