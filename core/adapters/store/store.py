"""The store."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from typing import Final

from sqlalchemy import Connection, Engine, Table

from core.adapters.store import (
    consented_sessions,
    counters,
    declared_tables,
    elapsed_time,
    forgetting,
    inbox,
    job_leases,
    person_sessions,
    personal_export,
    purging,
    receipts,
    third_party_tables,
    token_buckets,
)
from core.adapters.store.cipher import Cipher
from core.adapters.store.conditions import PersonFilter
from core.adapters.store.db_errors import map_db_errors
from core.adapters.store.engine import close_engine
from core.adapters.store.group_commit import GroupCommit
from core.adapters.store.live_processes import end_leases
from core.adapters.store.outbox import OutboxRows
from core.adapters.store.person_keys import keyless
from core.adapters.store.processes import SqlProcesses
from core.adapters.store.reply_pruning import prune
from core.adapters.store.rotation import rotate
from core.adapters.store.schema import is_current
from core.adapters.store.scrub import scrub
from core.adapters.store.sqlite_lock import ProcessLock
from core.adapters.store.transaction import SqlTransaction
from core.errors import ServiceError, VaultKeyError
from core.messages import Outgoing, Place, Standing, Waiting
from core.ports import StoredSession
from core.ports.counters import Outcome, RatingCount

_DAY_S: Final = 86_400


class SqlStore:
    """A `core.ports.Store` on SQLite or PostgreSQL; any thread may use it. `open_store` makes one."""

    def __init__(
        self,
        engine: Engine,
        cipher: Cipher,
        clock: Callable[[], float],
        lock: ProcessLock | None,
        lock_wait_s: float,
    ) -> None:
        self._engine: Final = engine
        self._cipher: Final = cipher
        self._clock: Final = clock
        self._lock: Final = lock
        group = GroupCommit(engine, lock_wait_s) if engine.dialect.name == "sqlite" else None
        self._begin: Final = group.begin if group else engine.begin
        self._begin_brief: Final = partial(group.begin, lasting=False) if group else engine.begin
        self._exclusive: Final = group.exclusive if group else nullcontext

    @property
    def engine(self) -> Engine:
        """The connection, for a library that keeps tables of its own beside ours."""
        return self._engine

    @property
    def inbox(self) -> inbox.SqlInbox:
        """What was acknowledged and is not yet carried out."""
        return inbox.SqlInbox(self._connected, self._cipher, self._clock)

    @property
    def is_shared(self) -> bool:
        """Whether several processes of the bot may use the database at once."""
        return self._lock is None

    @property
    def processes(self) -> SqlProcesses:
        """The processes of the bot that live."""
        return SqlProcesses(self._connected, self._clock)

    def encrypt_columns(self, tables: Sequence[Table], names: Collection[str]) -> int:
        """Keep columns of a library's own tables sealed under the vault's key; return how many rows were sealed now.

        Raises:
            SettingsError: There is no key to seal with.
        """
        with map_db_errors(), self._exclusive():
            return third_party_tables.encrypt_columns(self._engine, self._cipher, tables, names)

    def exclusive(self, name: str) -> AbstractContextManager[None]:
        """Keep every other process out of what goes by this name, for a block."""
        return third_party_tables.exclusive(self._engine, name)

    @property
    def can_restore(self) -> bool:
        """Whether there is a key to the vault; without one everything works, but no value comes back."""
        return self._cipher.works

    @contextmanager
    def begin(self) -> Iterator[SqlTransaction]:
        """Open a transaction; it commits at the end of the block and rolls back on an exception.

        Raises:
            StoreUnavailable: The database does not answer.
            DatabaseError: The database cannot be used.
        """
        with self._connected() as connection:
            yield (transaction := SqlTransaction(connection, self._cipher, self._clock))
        if transaction.has_deleted:
            self._scrub()

    def spend(self, wanted: Mapping[str, tuple[int, int]], period_s: float) -> Mapping[str, float] | None:
        """Take from each allowance that processes share; return what is left, None where none is shared."""
        if not self.is_shared:
            return None
        with self._connected() as connection:
            return token_buckets.spend(connection, self._cipher, wanted, period_s, self._clock())

    def waiting(self, platform: str) -> Sequence[Waiting]:
        """Return the sessions with replies that nobody delivers at the moment, oldest first."""
        with self._connected() as connection:
            return OutboxRows(connection, self._clock()).waiting(platform)

    def keep_leases(self, sessions: Collection[str]) -> None:
        """Prolong the leases on replies of these sessions, which are still being delivered."""
        with self._connected() as connection:
            OutboxRows(connection, self._clock()).prolong(sessions)

    def postpone(self, session_id: str) -> None:
        """Leave the replies of a session, which could not be delivered now, alone for half a minute."""
        with self._connected() as connection:
            OutboxRows(connection, self._clock()).postpone(session_id)

    def unsent(self, platform: str, session_id: str | None = None) -> Sequence[Outgoing]:
        """Lease the replies that nobody delivers at the moment, of one session or of a hundred, oldest first."""
        with self._connected() as connection:
            rows = OutboxRows(connection, self._clock())
            return rows.take(platform) if session_id is None else rows.take_of(session_id)

    def mark_sent(self, receipts: Mapping[int, str | None]) -> Collection[str]:
        """Note that replies were delivered, by their ids; return the sessions in which others still wait."""
        with map_db_errors(), self._begin_brief() as connection:
            return OutboxRows(connection, self._clock()).mark_sent(receipts)

    def last_receipt(self, session_id: str, before: int | None = None) -> str | None:
        """Return the receipt of the newest reply delivered at a session's place, or of the session's before one."""
        with self._connected() as connection:
            return receipts.last(connection, session_id, before)

    def standing_before(self, session_id: str, before: int | None = None) -> Standing:
        """Return what stands in a session: before the reply of this id, if one is given."""
        with self._connected() as connection:
            return receipts.standing_before(connection, session_id, before)

    def session_at(self, place: Place, message: str) -> str:
        """Return the session shown by a message, or whose owner was last active beneath it; empty for none."""
        with self._connected() as connection:
            return receipts.session_at(connection, place, message)

    def renew(self, session_id: str) -> bool:
        """Prolong the lease on a generation; False if the session is not generating any more."""
        with self._connected() as connection:
            return job_leases.renew(connection, session_id, self._clock())

    def release(self, session_id: str) -> None:
        """End the lease on a generation that is given up for no fault of its own; another may take it up at once."""
        with self._connected() as connection:
            job_leases.release(connection, session_id)

    def abandoned(self, platform: str) -> Sequence[str]:
        """Return the ids of sessions that are generating and on which nobody works."""
        with self._connected() as connection:
            return job_leases.abandoned(connection, platform, self._clock())

    def is_current(self) -> bool:
        """Whether the database is at this program's revision.

        Raises:
            StoreUnavailable: The database does not answer.
            DatabaseError: It is newer than this program.
        """
        with self._connected() as connection:
            return is_current(connection)

    def outbox_age(self) -> float:
        """Return how many seconds the oldest unsent reply has waited; 0 when there is none.

        Raises:
            StoreUnavailable: The database does not answer.
        """
        with self._connected() as connection:
            return OutboxRows(connection, self._clock()).age()

    def places(self, platform: str, since: float) -> Sequence[tuple[Place, float]]:
        """Return where interviews went on after a time, with the last change at each, in Unix seconds, oldest first."""
        with self._connected() as connection:
            return person_sessions.places(connection, platform, since)

    def export(self, person: str, platform: str, workspace: str | None = None) -> dict[str, object]:
        """Return all that is known of a person, the values behind the labels included, as plain data for JSON."""
        with self._connected() as connection:
            return personal_export.export(connection, self._cipher, person, platform, workspace)

    def votes(self) -> dict[str, int]:
        """Return how often each arm of the comparisons was voted for."""
        with self._connected() as connection:
            return counters.votes(connection)

    def figures(self) -> Sequence[tuple[RatingCount, int]]:
        """Return the figures of the feedback, with how often each was counted."""
        with self._connected() as connection:
            return counters.ratings(connection)

    def outcomes(self) -> Sequence[tuple[Outcome, int]]:
        """Return what people keep, with how often each was counted."""
        with self._connected() as connection:
            return counters.outcomes(connection)

    def consented(self) -> Iterator[StoredSession]:
        """Return the sessions of those who agreed to training data, oldest first; nothing is locked.

        Left out are those whose vault no key opens: nobody could say whether they hold a real value.
        """
        return consented_sessions.sessions(self._connected, self._cipher)

    def split_bucket(self, held: StoredSession) -> float:
        """Return a number from 0 to 1 that is always the same for a person, and from which nobody finds the person.

        Raises:
            VaultKeyError: There is no key, and without its secret the number would give the person away.
        """
        digest = self._cipher.digest(repr((held.place.platform, held.place.workspace, held.person)))
        if digest is None:
            raise VaultKeyError
        return int.from_bytes(digest[:6], "big") / 2**48

    def keyless(self) -> tuple[Sequence[PersonFilter], int]:
        """Return those without a key, and how many people have sessions at all."""
        with self._connected() as connection:
            return keyless(connection)

    def forget_workspace(self, platform: str, workspace: str, channel: str | None = None) -> int:
        """Delete the sessions of a workspace, or of one channel, that does not want us any more; return how many."""
        forgotten = forgetting.forget_workspace(self._connected, platform, workspace, channel)
        self._scrub()
        return forgotten

    def rotate_keys(self) -> int:
        """Seal the vault anew under the first of the keys, if it is not yet; return how many rows were changed.

        Without an interruption: every process gets `old,new`, then `new,old`, is rotated, and gets `new` alone.
        """
        rotated = rotate(self._connected, self._cipher, self._clock())
        if rotated:
            self._scrub()
        return rotated

    def time_passed(self) -> tuple[float, float]:
        """Return the time that was seen to pass, in Unix seconds, and by how many seconds the clock is ahead of it."""
        now = self._clock()
        with self._connected() as connection:
            ahead_s = elapsed_time.ahead(connection, now)
        return now - ahead_s, ahead_s

    def purge(self, older_than_days: int, now: float | None = None) -> int:
        """Delete what has not been touched for so many days, by the clock or another time; return how many sessions."""
        now = self._clock() if now is None else now
        purged = purging.purge(self._connected, now - older_than_days * _DAY_S, now)
        prune(self._connected, now)
        self._scrub(whole=True)  # always: an earlier deletion may have left something while somebody read
        return purged

    def end_leases(self) -> None:
        """End all leases: this is the only process and has just started."""
        with self._connected() as connection:
            end_leases(connection)

    def close(self) -> None:
        """Close all connections, when what is being written is finished, and let the next process in."""
        with suppress(ServiceError), self._exclusive():
            close_engine(self._engine)
        if self._lock:
            self._lock.release()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with map_db_errors(), self._begin() as connection:
            yield connection

    def _scrub(self, *, whole: bool = False) -> None:
        """Make deleted bytes vanish; where others are in the way, the next deletion or purge will."""
        with suppress(ServiceError), map_db_errors(), self._exclusive():
            scrub(self._engine, declared_tables.personal_tables(), whole=whole)
