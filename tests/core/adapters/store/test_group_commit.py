"""Blocks that come close together are committed together, and each still stands or falls for itself."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event, make_url
from sqlalchemy.exc import OperationalError

from core.adapters.store.engine import make_engine
from core.adapters.store.group_commit import GroupCommit
from core.conversation.replies import Greet
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.conversations import started
from tests.core.adapters.store.databases import Database


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = make_engine(make_url(f"sqlite:///{tmp_path / 'group.db'}"), 10)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE noted (number INTEGER PRIMARY KEY, filling BLOB)")
    yield engine
    engine.dispose()


class Crowd:
    """Several who write: none is done before all are in line."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.group = GroupCommit(engine, 10)
        self.commits: list[int] = []
        event.listen(engine, "commit", lambda _: self.commits.append(1))

    def write(self, *works: Callable[[Connection], object], lasting: Sequence[bool] = ()) -> list[Future[None]]:
        """Let each do its work, one after another in this order, and return what came of each."""
        lasts = lasting or [True] * len(works)
        may = threading.Event()

        def first(connection: Connection) -> None:
            assert may.wait(10)
            works[0](connection)

        with ThreadPoolExecutor(len(works)) as pool:
            outcomes = [pool.submit(self._write, first, lasting=lasts[0])]
            for number, work in enumerate(works[1:], 1):
                self._until(lambda: self.group._line._is_taken)
                outcomes.append(pool.submit(self._write, work, lasting=lasts[number]))
                self._until(lambda number=number: len(self.group._line._waiting) == number)  # type: ignore[misc]
            may.set()
        return outcomes

    def noted(self) -> list[int]:
        with self.group.begin() as connection:
            return list(connection.exec_driver_sql("SELECT number FROM noted ORDER BY number").scalars())

    def _write(self, work: Callable[[Connection], object], *, lasting: bool) -> None:
        with self.group.begin(lasting=lasting) as connection:
            work(connection)

    def _until(self, holds: Callable[[], bool]) -> None:
        while not holds():
            time.sleep(0.001)


@pytest.fixture
def crowd(engine: Engine) -> Crowd:
    return Crowd(engine)


def note(number: int, size: int = 0) -> Callable[[Connection], object]:
    def work(connection: Connection) -> None:
        connection.exec_driver_sql("INSERT INTO noted VALUES (?, ?)", (number, b"x" * size))

    return work


def noting_then_failing(number: int) -> Callable[[Connection], object]:
    def work(connection: Connection) -> None:
        note(number)(connection)
        raise ZeroDivisionError

    return work


def test_those_who_stand_in_line_are_committed_together(crowd: Crowd) -> None:
    outcomes = crowd.write(*map(note, range(5)))
    assert [outcome.exception() for outcome in outcomes] == [None] * 5
    assert len(crowd.commits) == 1
    assert crowd.noted() == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("lasting", "waits_for_disk", "commits"),
    [
        ((False, False), [False, False], 1),
        ((False, True), [False, True], 2),  # or the second would be told that it is on the disk
        ((True, False), [True, True], 1),
    ],
)
def test_what_has_to_last_is_committed_with_nothing_that_has_not(
    crowd: Crowd, lasting: Sequence[bool], waits_for_disk: Sequence[bool], commits: int
) -> None:
    seen: list[bool] = []

    def look(connection: Connection) -> None:
        seen.append(is_synced(connection))
        note(len(seen))(connection)

    outcomes = crowd.write(look, look, lasting=lasting)
    assert [outcome.exception() for outcome in outcomes] == [None, None]
    assert seen == waits_for_disk
    assert len(crowd.commits) == commits


def test_nobody_finds_the_connection_as_what_need_not_last_left_it(crowd: Crowd) -> None:
    outcomes = crowd.write(note(1), noting_then_failing(2), lasting=(False, False))
    assert outcomes[1].exception()
    with crowd.engine.connect() as connection:
        assert is_synced(connection)


def test_of_a_turn_only_that_it_was_delivered_need_not_last(sqlite: Database, open_at: Open) -> None:
    store, run = open_at(sqlite), list[str]()
    with store.engine.connect() as connection:
        connection.connection.driver_connection.set_trace_callback(run.append)  # type: ignore[union-attr]  # SQLite's own
    with store.begin() as transaction:
        held = started()
        transaction.save(held)
        (sent,) = transaction.send(held, [Greet()])
    assert not any("NORMAL" in statement for statement in run)
    store.mark_sent({sent.id: "1"})
    assert sum("NORMAL" in statement for statement in run) == 1


def is_synced(connection: Connection) -> bool:
    """Say whether a commit waits for the disk: https://www.sqlite.org/pragma.html#pragma_synchronous."""
    return bool(connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2)


def test_nobody_waits_for_company(crowd: Crowd) -> None:
    for number in range(3):
        crowd.write(note(number))
    assert len(crowd.commits) == 3


@pytest.mark.parametrize("failing", [0, 1, 2])
def test_one_that_fails_undoes_itself_alone(crowd: Crowd, failing: int) -> None:
    works = [noting_then_failing(number) if number == failing else note(number) for number in range(3)]
    outcomes = crowd.write(*works)
    assert [type(outcome.exception()) for outcome in outcomes].count(ZeroDivisionError) == 1
    assert isinstance(outcomes[failing].exception(), ZeroDivisionError)
    assert crowd.noted() == [number for number in range(3) if number != failing]


def test_a_commit_that_fails_is_told_to_each_and_afterwards_it_goes_on(crowd: Crowd) -> None:
    def refuse(_: Connection) -> None:
        raise OperationalError(None, None, Exception())

    event.listen(crowd.engine, "commit", refuse)
    outcomes = crowd.write(*map(note, range(3)))
    event.remove(crowd.engine, "commit", refuse)
    assert [type(outcome.exception()) for outcome in outcomes] == [OperationalError] * 3
    assert crowd.noted() == []
    crowd.write(note(7))
    assert crowd.noted() == [7]


def test_on_a_full_disk_nobody_is_told_that_it_went_well_when_it_did_not(crowd: Crowd) -> None:
    with crowd.group.begin() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 20")
    outcomes = crowd.write(note(0), note(1, 2**20), note(2))
    assert isinstance(outcomes[1].exception(), OperationalError)
    assert crowd.noted() == [number for number, outcome in enumerate(outcomes) if outcome.exception() is None]


def test_a_transaction_that_the_database_gave_up_is_told_to_those_who_were_done(crowd: Crowd) -> None:
    def give_up(connection: Connection) -> None:
        connection.exec_driver_sql("ROLLBACK")
        raise ZeroDivisionError

    outcomes = crowd.write(note(0), give_up, note(2))
    assert [type(outcome.exception()) for outcome in outcomes] == [ZeroDivisionError, ZeroDivisionError, type(None)]
    assert crowd.noted() == [2]


def test_alone_is_without_an_open_transaction(crowd: Crowd) -> None:
    exclusive = threading.Event()

    def vacuum() -> None:
        with crowd.group.exclusive():
            with crowd.engine.connect() as connection:
                driver = connection.connection.driver_connection
                assert driver is not None
                driver.execute("VACUUM")
            exclusive.set()

    def first(connection: Connection) -> None:
        note(0)(connection)
        thread.start()
        crowd._until(lambda: len(crowd.group._line._waiting) == 1)

    thread = threading.Thread(target=vacuum)
    (outcome,) = crowd.write(first)
    assert exclusive.wait(10)
    thread.join()
    assert outcome.exception() is None
    assert crowd.noted() == [0]
