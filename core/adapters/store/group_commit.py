"""SQLite's one writer, shared: blocks that come close together are committed together."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from core.adapters.store.fair_lock import FairLock


class GroupCommit:
    """Lets blocks write one after another, in the order of their coming, each in a savepoint of its own.

    A commit waits for the disk, and meanwhile nobody can write. So a block that ends while others stand in line leaves
    its transaction open to the next, and the one that nobody stands behind commits for all. Nobody returns before.
    A block that fails undoes what it did itself; a commit that fails is told to each.
    """

    def __init__(self, engine: Engine, timeout_s: float) -> None:
        """Take an engine with one connection; nobody waits longer than `timeout_s` for their turn."""
        self._engine: Final = engine
        self._line: Final = FairLock(timeout_s)
        self._open: _Group | None = None

    @contextmanager
    def begin(self, *, lasting: bool = True) -> Iterator[Connection]:
        """Let the block write; it has been committed at the end.

        What need not be `lasting` outlives the process, and not a power cut: its commit waits for no disk.

        Raises:
            StoreUnavailable: The turn did not come in time.
            SQLAlchemyError, sqlite3.Error: The database refuses something.
        """
        self._line.enter()
        try:
            if lasting and self._open and not self._open.lasting:
                self._commit()
            group = self._open = self._open or _Group(self._engine, lasting=lasting)
            with group.savepoint():
                yield group.connection
        finally:
            if self._is_broken() or not self._line.hand_over():
                self._commit()
                self._line.leave()
        group.committed.result()

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Keep everybody out for the block, and have no transaction open."""
        with self._line.turn():
            self._commit()
            yield

    def _is_broken(self) -> bool:
        return self._open is not None and not self._open.is_alive

    def _commit(self) -> None:
        group, self._open = self._open, None
        if group is not None:
            group.commit()


class _Group:
    """One transaction with the blocks that joined it."""

    def __init__(self, engine: Engine, *, lasting: bool) -> None:
        self.lasting: Final = lasting
        self.connection: Final = engine.connect()
        self.committed: Final[Future[None]] = Future()
        self._failure: BaseException | None = None
        try:
            if not lasting:
                self._driver.execute("PRAGMA synchronous = NORMAL")
            self._transaction: Final = self.connection.begin()
        except SQLAlchemyError:
            self._close()
            raise

    @property
    def is_alive(self) -> bool:
        """Whether the transaction goes on: a full disk, for one, makes SQLite give up all of it."""
        return bool(self._driver.in_transaction)

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Undo what the block did if it fails, and nothing else; the driver alone takes a tenth of the time."""
        self._driver.execute("SAVEPOINT block")
        try:
            yield
        except BaseException as error:
            if self.is_alive:
                self._driver.execute("ROLLBACK TO block")
            else:
                self._failure = error
            raise
        self._driver.execute("RELEASE block")

    def commit(self) -> None:
        """Commit, and tell everybody that it was, or why not."""
        try:
            self._finish()
            self._close()
        except BaseException as error:  # noqa: BLE001 - it is raised again by each whose block this was
            self._undo()
            self.committed.set_exception(error)
        else:
            self.committed.set_result(None)

    def _finish(self) -> None:
        if self._failure:
            raise self._failure
        self._transaction.commit()

    def _undo(self) -> None:
        try:
            self._driver.rollback()
            self._close()
        except sqlite3.Error:
            self.connection.invalidate()
            self.connection.close()

    def _close(self) -> None:
        """Give the connection back as it was."""
        if not self.lasting:
            self._driver.execute("PRAGMA synchronous = FULL")
        self.connection.close()

    @property
    def _driver(self) -> sqlite3.Connection:
        driver = self.connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - of SQLAlchemy's own dialect
        return driver
