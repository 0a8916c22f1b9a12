"""Interviews that rest keep the messages that people come back to, and nothing else of what was shown."""

from typing import Final

import pytest
from sqlalchemy import text

from core.adapters.store.store import SqlStore
from core.conversation.model_replies import ShowProgress
from core.conversation.questions import Key
from core.conversation.replies import Ask, Greet, Tell, TellEnded
from core.messages import Outgoing
from tests.core.adapters.store.conversations import finished
from tests.fakes.clock import Clock

_DAY_S: Final = 86_400
_MANY: Final = 620
_ASKED: Final = (Greet(), Ask(Key.PURPOSE), Ask(Key.FORM), Tell("x"), Ask(Key.LENGTH))
_REPLIES: Final = (*_ASKED, ShowProgress(), TellEnded("y"), Tell("z"))


@pytest.fixture
def rested(store: SqlStore, clock: Clock) -> str:
    """Return a conversation with eight delivered replies, and one that is not."""
    held = finished("s1")
    with store.begin() as transaction:
        transaction.save(held)
        sent = transaction.send(held, _REPLIES)
        transaction.send(held, (Tell("unsent"),))
    store.mark_sent({outgoing.id: f"{number}.0" for number, outgoing in enumerate(sent)})
    store.time_passed()
    return held.session.id


def receipts(store: SqlStore) -> list[str | None]:
    with store.engine.connect() as connection:
        return list(connection.execute(text("SELECT receipt FROM outgoing ORDER BY id")).scalars())


def passes(store: SqlStore, clock: Clock, days: float) -> None:
    """Let days pass, looking each day."""
    while days > 0:
        clock.now += min(1.0, days) * _DAY_S
        days -= 1
        store.time_passed()


def known(store: SqlStore) -> tuple[object, ...]:
    return store.last_receipt("s1"), store.standing_before("s1"), store.standing_before("s1", 100)


def test_the_first_the_newest_the_card_and_the_ends_stay(store: SqlStore, clock: Clock, rested: str) -> None:
    before = known(store)
    passes(store, clock, 3)
    store.purge(30)
    assert receipts(store) == ["0.0", "4.0", "6.0", "7.0", None]
    assert known(store) == before
    assert len(store.unsent("slack", rested)) == 1


def test_what_went_on_lately_is_left_alone_and_comes_next(store: SqlStore, clock: Clock, rested: str) -> None:
    passes(store, clock, 1)
    store.purge(30)
    assert len(receipts(store)) == len(_REPLIES) + 1
    passes(store, clock, 2)
    store.purge(30)
    assert len(receipts(store)) == 5
    with store.begin() as transaction:
        held = transaction.get(rested)
        assert held is not None
        transaction.save(held)
    passes(store, clock, 3)
    store.purge(30)
    assert len(receipts(store)) == 5


def test_many_are_pruned_in_batches(store: SqlStore, clock: Clock) -> None:
    for first in range(0, _MANY, 300):
        clock.now += 1
        sent: list[Outgoing] = []
        with store.begin() as transaction:
            for number in range(first, min(first + 300, _MANY)):
                held = finished(f"s{number}")
                transaction.save(held)
                sent += transaction.send(held, (Greet(), Ask(Key.PURPOSE), Ask(Key.FORM), TellEnded("y")))
        store.mark_sent({outgoing.id: "1.0" for outgoing in sent})
    store.time_passed()
    passes(store, clock, 3)
    store.purge(30)
    assert len(receipts(store)) == 3 * _MANY


def test_ids_of_events_go_after_three_days(store: SqlStore, clock: Clock) -> None:
    for _ in range(5):
        with store.begin() as transaction:
            transaction.remember(f"Ev{clock.now}", "slack")
        passes(store, clock, 0.9)
        store.purge(30)
    with store.engine.connect() as connection:
        assert len(connection.execute(text("SELECT id FROM event")).all()) == 3


def test_a_clock_that_is_believed_takes_no_event_for_new_that_comes_again(store: SqlStore, clock: Clock) -> None:
    store.time_passed()
    with store.begin() as transaction:
        transaction.remember("Ev1", "slack")
    clock.now += 0.9 * _DAY_S
    store.time_passed()
    clock.now += 2 * _DAY_S
    store.purge(30, store.time_passed()[0])
    with store.begin() as transaction:
        assert not transaction.remember("Ev1", "slack")


def test_it_goes_on_after_a_clock_that_was_a_year_ahead(store: SqlStore, clock: Clock) -> None:
    store.time_passed()
    clock.now += 365 * _DAY_S
    store.purge(1000)
    clock.now -= 365 * _DAY_S
    store.purge(1000)
    held = finished("s1")
    with store.begin() as transaction:
        transaction.save(held)
        sent = transaction.send(held, _REPLIES)
    store.mark_sent({outgoing.id: f"{number}.0" for number, outgoing in enumerate(sent)})
    passes(store, clock, 3)
    store.purge(1000)
    assert len(receipts(store)) == 4
