"""Many at once: each thing is done once, and a place's events one after another."""

import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from typing import TypeVar

import pytest

from core.adapters.store.store import SqlStore
from core.conversation.questions import Key
from core.conversation.replies import Greet, Tell
from core.conversation.session import Answer
from core.privacy.text import MaskedText
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.conversations import generating, place, started
from tests.core.adapters.store.databases import Database
from tests.fakes.clock import Clock

TOGETHER = 6
_R = TypeVar("_R")


@pytest.fixture
def stores(database: Database, open_again: Open) -> list[SqlStore]:
    """The store as several processes see it: on SQLite that is one, used by several threads."""
    opened = [open_again() for _ in range(1 if database.is_sqlite else TOGETHER)]
    return (opened * TOGETHER)[:TOGETHER]


def at_once(work: Callable[[SqlStore, int], _R], stores: list[SqlStore]) -> list[_R]:
    """Run work on all stores, none before all are there."""
    barrier = threading.Barrier(len(stores))

    def run(store: SqlStore, number: int) -> _R:
        barrier.wait()
        return work(store, number)

    with ThreadPoolExecutor(len(stores)) as pool:
        return list(pool.map(run, stores, range(len(stores))))


def test_one_event_is_taken_up_by_one(stores: list[SqlStore]) -> None:
    def remember(store: SqlStore, _: int) -> list[bool]:
        taken = []
        for number in range(10):
            with store.begin() as transaction:
                taken.append(transaction.remember(f"Ev{number}", "slack"))
        return taken

    taken = at_once(remember, stores)
    assert [sum(each) for each in zip(*taken, strict=True)] == [1] * 10


def test_one_place_gets_one_session_though_all_start_at_once(stores: list[SqlStore]) -> None:
    def start(store: SqlStore, number: int) -> bool:
        with store.begin() as transaction:
            if transaction.latest_at(place()) is not None:
                return False
            transaction.save(started(f"s{number}", at=place()))
            return True

    assert sum(at_once(start, stores)) == 1


@pytest.mark.parametrize("by_place", [True, False])
def test_no_change_to_a_session_is_lost(stores: list[SqlStore], by_place: bool) -> None:  # noqa: FBT001 - a column
    with stores[0].begin() as transaction:
        transaction.save(started(at=place()))

    def count(store: SqlStore, _: int) -> None:
        for _round in range(10):
            with store.begin() as transaction:
                held = transaction.latest_at(place()) if by_place else transaction.get("s1")
                assert held is not None
                before = int(held.session.answers[Key.PURPOSE].text) if held.session.answers else 0
                answers = {Key.PURPOSE: Answer(MaskedText(before + 1))}
                transaction.save(replace(held, session=replace(held.session, answers=answers)))

    at_once(count, stores)
    with stores[0].begin() as transaction:
        held = transaction.get("s1")
    assert held is not None
    assert held.session.answers[Key.PURPOSE].text == str(10 * TOGETHER)


def test_one_generation_is_claimed_by_one(stores: list[SqlStore]) -> None:
    with stores[0].begin() as transaction:
        for number in range(10):
            transaction.save(generating(f"s{number}"))

    def claim(store: SqlStore, _: int) -> list[str]:
        claimed = []
        for session_id in store.abandoned("slack"):
            with store.begin() as transaction:
                if transaction.claim(session_id) is not None:
                    claimed.append(session_id)
        return claimed

    claimed = Counter(session_id for each in at_once(claim, stores) for session_id in each)
    assert claimed == Counter(f"s{number}" for number in range(10))


def test_one_outbox_is_drained_by_all_without_doubling_or_disorder(stores: list[SqlStore], clock: Clock) -> None:
    for number in range(10):
        held = started(f"s{number}")
        with stores[0].begin() as transaction:
            transaction.save(held)
            transaction.send(held, [Greet()] * 5)
    clock.now += 60
    delivered: list[tuple[str, int]] = []

    def drain(store: SqlStore, _: int) -> None:
        while batch := store.unsent("slack"):
            for outgoing in batch:
                delivered.append((outgoing.session, outgoing.id))
                store.mark_sent({outgoing.id: "1"})

    at_once(drain, stores)
    assert len(delivered) == len(set(delivered)) == 50
    for number in range(10):
        ids = [outgoing_id for session, outgoing_id in delivered if session == f"s{number}"]
        assert ids == sorted(ids)


def test_replies_of_a_place_go_out_in_the_order_of_their_events(stores: list[SqlStore]) -> None:
    """Several processes take events for one place and deliver as the relay does: what they may, then what is left."""
    with stores[0].begin() as transaction:
        transaction.save(started(at=place()))
    committed: list[int] = []
    delivered: list[int] = []

    def turn(store: SqlStore, number: int) -> None:
        for round_ in range(8):
            with store.begin() as transaction:
                held = transaction.latest_at(place())
                assert held is not None
                event = number * 100 + round_
                committed.append(event)  # the place is locked: this is the order of the transactions
                batch = transaction.send(held, [Tell("a", {"event": event}), Tell("b", {"event": event})])
            while batch:
                for outgoing in batch:
                    assert isinstance(outgoing.reply, Tell)
                    delivered.append(int(outgoing.reply.details["event"]))
                    store.mark_sent({outgoing.id: "1"})
                batch = tuple(store.unsent("slack", "s1"))

    at_once(turn, stores)
    assert delivered == [event for event in committed for _ in range(2)]


def test_a_reply_that_queues_while_the_one_before_it_is_marked_is_not_overlooked(stores: list[SqlStore]) -> None:
    held = started()
    with stores[0].begin() as transaction:
        transaction.save(held)
        (first,) = transaction.send(held, [Greet()])
    with ThreadPoolExecutor(1) as pool:
        with stores[0].begin() as transaction:
            transaction.get("s1")
            assert transaction.send(held, [Greet()]) == ()
            marking = pool.submit(stores[-1].mark_sent, {first.id: "1"})
            wait([marking], timeout=0.3)  # one that did not wait for this transaction would be through
        assert marking.result() == {"s1"}


def test_people_who_forget_at_once_do_not_lock_each_other_out(stores: list[SqlStore]) -> None:
    for number in range(TOGETHER):
        with stores[0].begin() as transaction:
            for session in range(5):
                transaction.save(started(f"s{number}.{session}", person=f"U{number}"))

    def forget(store: SqlStore, number: int) -> int:
        with store.begin() as transaction:
            return transaction.forget(f"U{number}", "slack", "T1")

    assert at_once(forget, stores) == [5] * TOGETHER
