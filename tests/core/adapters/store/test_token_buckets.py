"""Limits that processes count together: two on one database give out no more than one, at any speed."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from core.adapters.store.store import SqlStore
from core.errors import LimitReached
from core.messages import Place
from core.usecases.limits import Limits, RateKind
from core.usecases.rate_limiter import RateLimiter
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.databases import Database
from tests.fakes.clock import Clock

_KEY = "k" * 43 + "="
_HERE, _THERE = Place("slack", "T1", "D1"), Place("slack", "T2", "D2")


class Process:
    """A process with a limit of so many prompts an hour, for a person and for a community."""

    def __init__(self, store: SqlStore, clock: Clock, person: int, community: int) -> None:
        self.store = store
        self._limiter = RateLimiter(Limits(prompts=(person, community)), clock)

    def takes(self, times: int, person: str = "U1", place: Place = _HERE) -> int:
        """Return how many of so many tries were given."""
        given = 0
        for _ in range(times):
            try:
                with self.store.begin() as transaction:
                    self._limiter.take_together(RateKind.PROMPTS, person, place, transaction.spend)
            except LimitReached:
                continue
            given += 1
        return given


@pytest.fixture
def two(postgresql: Database, open_at: Open, clock: Clock) -> tuple[Process, Process]:
    first, second = (Process(open_at(postgresql, _KEY), clock, 6, 10) for _ in range(2))
    return first, second


@pytest.mark.postgresql
def test_two_processes_give_out_no_more_than_one(two: tuple[Process, Process], clock: Clock) -> None:
    assert (two[0].takes(4), two[1].takes(4)) == (4, 2)
    clock.now += 600
    assert (two[1].takes(4), two[0].takes(4)) == (1, 0)


@pytest.mark.postgresql
def test_a_community_has_one_allowance_too_and_a_refusal_takes_nothing(two: tuple[Process, Process]) -> None:
    assert [two[number % 2].takes(3, f"U{number}") for number in range(5)] == [3, 3, 3, 1, 0]
    assert two[0].takes(6, "U4", _THERE) == 6


@pytest.mark.postgresql
def test_at_the_same_moment_they_take_no_more_either(two: tuple[Process, Process]) -> None:
    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(lambda number: two[number % 2].takes(2), range(8))) == 6


@pytest.mark.postgresql
def test_what_was_taken_in_a_turn_that_fails_is_there_again(two: tuple[Process, Process]) -> None:
    with pytest.raises(ZeroDivisionError), two[0].store.begin() as transaction:
        1 / (transaction.spend({"x": (1, 1)}, 60) or {})["x"]
    assert two[1].store.spend({"x": (1, 1)}, 60) == {"x": 0}


@pytest.mark.postgresql
def test_what_is_refused_takes_nothing_from_any(two: tuple[Process, Process]) -> None:
    wanted = {"x": (1, 1), "y": (3, 1)}
    left = [two[number % 2].store.spend(wanted, 60) for number in range(3)]
    assert left == [{"x": 0, "y": 2}, {"x": -1, "y": 1}, {"x": -1, "y": 1}]


@pytest.mark.postgresql
@pytest.mark.parametrize(("ahead_s", "given"), [(600, 0), (365 * 86_400, 6)])
def test_a_clock_that_was_far_ahead_keeps_nobody_waiting(
    two: tuple[Process, Process], clock: Clock, ahead_s: float, given: int
) -> None:
    clock.now += ahead_s
    assert two[0].takes(6) == 6
    clock.now -= ahead_s
    assert two[1].takes(10) == given


@pytest.mark.postgresql
def test_no_row_names_anybody(two: tuple[Process, Process]) -> None:
    two[0].takes(1, "U1234567")
    with two[0].store.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM allowance").all()
    assert len(rows) == 2
    assert "U1234567" not in repr(rows)


def test_one_process_counts_for_itself_on_sqlite(sqlite: Database, open_at: Open, clock: Clock) -> None:
    process = Process(open_at(sqlite, _KEY), clock, 6, 0)
    assert process.takes(10) == 6
    with process.store.begin() as transaction:
        assert transaction.spend({"x": (1, 1)}, 60) is None
    assert process.store.spend({"x": (1, 1)}, 60) is None
