"""The store."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Engine
from sqlmodel import Session as Connection
from sqlmodel import col, delete, select, update

from core.adapters.store.cipher import Cipher
from core.adapters.store.failures import translated
from core.adapters.store.lock import ProcessLock
from core.adapters.store.outbox import LEASE_S, Outbox
from core.adapters.store.scrub import scrub
from core.adapters.store.tables import EventRow, OutgoingRow, SessionRow
from core.adapters.store.transaction import SqlTransaction
from core.conversation.session import Phase
from core.incoming import Outgoing

_DAY_S: Final = 86_400
_BATCH: Final = 500


class SqlStore:
    """A `core.ports.Store` on SQLite or PostgreSQL; any thread may use it. `open_store` makes one."""

    def __init__(
        self,
        engine: Engine,
        cipher: Cipher,
        clock: Callable[[], float],
        folder: str = "",
        lock: ProcessLock | None = None,
    ) -> None:
        self._engine: Final = engine
        self._cipher: Final = cipher
        self._clock: Final = clock
        self._folder: Final = folder
        self._lock: Final = lock

    @contextmanager
    def begin(self) -> Iterator[SqlTransaction]:
        """Open a transaction; it commits at the end of the block and rolls back on an exception.

        Raises:
            StoreUnavailable: The database does not answer.
            DatabaseError: The database cannot be used.
        """
        with self._connected() as connection:
            transaction = SqlTransaction(connection, self._cipher, self._clock)
            yield transaction
        if transaction.has_deleted:
            self._scrub()

    def unsent(self, platform: str, session_id: str | None = None) -> Sequence[Outgoing]:
        """Lease the replies that nobody delivers at the moment, of one session or of all, oldest first."""
        with self._connected() as connection:
            return Outbox(connection, self._clock()).take(platform, session_id)

    def mark_sent(self, outgoing_id: int, receipt: str) -> None:
        """Note that a reply was delivered; `receipt` is the platform's id of the message, for later edits."""
        with self._connected() as connection:
            Outbox(connection, self._clock()).mark_sent(outgoing_id, receipt)

    def renew(self, session_id: str) -> bool:
        """Prolong the lease on a generation; False if the session is not generating any more."""
        mine = (col(SessionRow.id) == session_id, col(SessionRow.phase) == Phase.GENERATING)
        with self._connected() as connection:
            lease = update(SessionRow).where(*mine).values(leased_until=self._clock() + LEASE_S)
            return connection.exec(lease).rowcount == 1

    def abandoned(self, platform: str) -> Sequence[str]:
        """Return the ids of sessions that are generating and on which nobody works."""
        with self._connected() as connection:
            generating = select(SessionRow.id).where(
                SessionRow.platform == platform,
                SessionRow.phase == Phase.GENERATING,
                SessionRow.leased_until <= self._clock(),
            )
            return connection.exec(generating.order_by(col(SessionRow.number))).all()

    def purge(self, older_than_days: int) -> int:
        """Delete what has not been touched for so many days; return how many sessions went."""
        before = self._clock() - older_than_days * _DAY_S
        purged = 0
        while batch := self._purge_batch(before):
            purged += batch
        with self._connected() as connection:
            connection.exec(delete(EventRow).where(col(EventRow.seen_at) < before))
        self._scrub()
        return purged

    def end_leases(self) -> None:
        """End all leases, for whoever held them is gone: this is the only process and has just started."""
        with self._connected() as connection:
            for row in (SessionRow, OutgoingRow):
                connection.exec(update(row).where(col(row.leased_until) > 0).values(leased_until=0))

    def close(self) -> None:
        """Close all connections and let the next process in."""
        self._engine.dispose()
        if self._lock:
            self._lock.release()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with translated(self._folder), Connection(self._engine) as connection, connection.begin():
            yield connection

    def _purge_batch(self, before: float) -> int:
        """Delete some of the old sessions, few enough that nobody waits long."""
        old = select(SessionRow.number).where(SessionRow.touched_at < before).limit(_BATCH)
        with self._connected() as connection:
            return connection.exec(delete(SessionRow).where(col(SessionRow.number).in_(old))).rowcount

    def _scrub(self) -> None:
        with translated(self._folder):
            scrub(self._engine)
