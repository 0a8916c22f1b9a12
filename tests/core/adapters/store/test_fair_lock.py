"""Threads come in one at a time, in their order, and do not wait for ever."""

import threading
import time

import pytest

from core.adapters.store.fair_lock import FairLock
from core.errors import StoreUnavailable


def waiting(line: FairLock, count: int) -> None:
    """Wait until so many threads stand in line."""
    while len(line._waiting) < count:
        time.sleep(0.001)


def test_they_come_in_the_order_of_their_coming() -> None:
    line, came = FairLock(10), list[int]()

    def come(number: int) -> None:
        with line.turn():
            came.append(number)

    threads = [threading.Thread(target=come, args=(number,)) for number in range(5)]
    with line.turn():
        for number, thread in enumerate(threads):
            thread.start()
            waiting(line, number + 1)
        assert came == []
    for thread in threads:
        thread.join()
    assert came == [0, 1, 2, 3, 4]


def test_who_works_without_a_pause_keeps_nobody_out() -> None:
    line, stop = FairLock(10), threading.Event()

    def work() -> None:
        while not stop.is_set():
            with line.turn():
                pass

    busy = threading.Thread(target=work)
    busy.start()
    for _ in range(100):
        with line.turn():
            pass
    stop.set()
    busy.join()
    assert not line._is_taken


def test_nobody_waits_for_ever() -> None:
    line = FairLock(0.01)
    with line.turn():
        with pytest.raises(StoreUnavailable) as caught, line.turn():
            pass
        assert caught.value.details == {"reason": "busy"}
    with line.turn():
        pass


def test_a_turn_ends_with_an_exception_too() -> None:
    line = FairLock(0.01)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), line.turn():
            raise ZeroDivisionError
