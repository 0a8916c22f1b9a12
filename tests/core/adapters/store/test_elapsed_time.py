"""The clock is believed as far as time was seen to pass."""

from core.adapters.store.store import SqlStore
from tests.core.adapters.store.conversations import started
from tests.fakes.clock import Clock

DAY = 86_400.0


def test_a_clock_that_goes_on_or_back_is_believed(store: SqlStore, clock: Clock) -> None:
    for step in (0, DAY, 2 * DAY, -40 * DAY, DAY):
        clock.now += step
        assert store.time_passed() == (clock.now, 0)


def test_one_that_jumps_is_believed_after_a_day(store: SqlStore, clock: Clock) -> None:
    store.time_passed()
    for step, ahead in ((45 * DAY, 45 * DAY), (DAY / 2, 45.5 * DAY), (DAY / 2, 0), (DAY, 0)):
        clock.now += step
        assert store.time_passed() == (clock.now - ahead, ahead)


def test_one_that_jumps_to_and_fro_is_doubted_anew(store: SqlStore, clock: Clock) -> None:
    store.time_passed()
    for step, ahead in ((45 * DAY, 45 * DAY), (-45 * DAY, 0), (45.5 * DAY, 45.5 * DAY), (DAY / 2, 46 * DAY)):
        clock.now += step
        assert store.time_passed() == (clock.now - ahead, ahead)


def test_the_first_look_goes_by_what_happened_last(store: SqlStore, clock: Clock) -> None:
    with store.begin() as transaction:
        transaction.save(started())
    clock.now += 45 * DAY
    assert store.time_passed() == (clock.now - 45 * DAY, 45 * DAY)
