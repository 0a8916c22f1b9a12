"""Replies leave the outbox in order, to one deliverer at a time."""

import random

from sqlalchemy import text

from core.adapters.store.receipts import SHOWN
from core.adapters.store.store import SqlStore
from core.conversation.model_replies import ShowProgress
from core.conversation.questions import Key
from core.conversation.replies import Ask, Greet, Propose, Reply, ShowSummary, Tell
from core.messages import Card, Outgoing, Standing
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.conversations import place, started
from tests.fakes.clock import Clock


def send(
    store: SqlStore, *replies: Reply, session_id: str = "s1", platform: str = "slack", only_to: str | None = None
) -> tuple[Outgoing, ...]:
    held = started(session_id, at=place(session_id, platform))
    with store.begin() as transaction:
        transaction.get(session_id)
        transaction.save(held)
        return transaction.send(held, replies, only_to=only_to)


def kinds(outgoing: object) -> list[str]:
    return [type(each.reply).__name__ for each in outgoing]  # type: ignore[attr-defined]


def test_what_is_being_delivered_is_nobody_elses(store: SqlStore) -> None:
    assert kinds(send(store, Greet(), ShowProgress())) == ["Greet", "ShowProgress"]
    assert store.unsent("slack") == ()


def test_what_is_sent_is_not_sent_again(store: SqlStore, clock: Clock) -> None:
    for outgoing in send(store, Greet(), ShowProgress()):
        store.mark_sent({outgoing.id: "1700000000.1"})
    clock.now += 3600
    assert store.unsent("slack") == ()
    assert store.outbox_age() == 0


def test_what_a_dead_process_left_is_given_out_once_its_lease_is_over(store: SqlStore, clock: Clock) -> None:
    first, second = send(store, Greet(), ShowProgress())
    store.mark_sent({first.id: "1700000000.1"})
    clock.now += 5
    assert store.unsent("slack") == ()
    assert store.outbox_age() == 5
    clock.now += 1
    assert store.unsent("slack") == (second,)
    assert store.unsent("slack") == ()
    clock.now += 6
    assert store.unsent("slack") == (second,)


def test_what_takes_long_to_deliver_stays_its_deliverers(store: SqlStore, clock: Clock) -> None:
    (outgoing,) = send(store, Greet())
    send(store, Greet(), session_id="s2")
    for _ in range(5):
        clock.now += 5
        store.keep_leases({"s1"})
    assert [waiting.session for waiting in store.waiting("slack")] == ["s2"]
    assert store.unsent("slack", "s1") == ()
    clock.now += 6
    assert store.unsent("slack", "s1") == (outgoing,)


def test_what_could_not_be_delivered_is_left_alone_for_a_while(store: SqlStore, clock: Clock) -> None:
    send(store, Greet())
    store.postpone("s1")
    clock.now += 29
    assert store.waiting("slack") == ()
    clock.now += 1
    assert [waiting.session for waiting in store.waiting("slack")] == ["s1"]


def test_a_clock_that_was_put_back_keeps_nothing_leased(store: SqlStore, clock: Clock) -> None:
    (outgoing,) = send(store, Greet())
    clock.now -= 2 * 3600
    assert store.unsent("slack") == (outgoing,)


def test_what_waits_on_one_platform_holds_up_no_other(store: SqlStore, clock: Clock) -> None:
    for number in range(120):
        send(store, Greet(), session_id=f"d{number}", platform="discord")
    (outgoing,) = send(store, Greet())
    clock.now += 60
    assert store.unsent("slack") == (outgoing,)


def test_what_a_newer_program_left_holds_up_nothing(store: SqlStore, clock: Clock) -> None:
    for number in range(120):
        send(store, Greet(), session_id=f"n{number}")
    with store._connected() as connection:
        connection.exec_driver_sql("UPDATE outgoing SET kind = 'Novel', reply = '{\"_type\": \"Novel\"}'")
    (outgoing,) = send(store, Greet())
    clock.now += 60
    assert [waiting.session for waiting in store.waiting("slack")] == ["s1"]
    assert store.unsent("slack") == (outgoing,)
    assert kinds(send(store, Ask(Key.PURPOSE, 1), session_id="n0")) == ["Ask"]


def test_replies_wait_for_older_ones_of_their_session(store: SqlStore, clock: Clock) -> None:
    (first,) = send(store, Greet())
    assert send(store, ShowProgress()) == ()
    assert kinds(send(store, Greet(), session_id="s2")) == ["Greet"]
    assert store.unsent("slack", "s1") == ()
    store.mark_sent({first.id: "1700000000.1"})
    assert kinds(store.unsent("slack", "s1")) == ["ShowProgress"]


def test_marking_tells_where_others_wait(store: SqlStore) -> None:
    (first,), (other,) = send(store, Greet()), send(store, Greet(), session_id="s2")
    send(store, ShowProgress())
    assert store.mark_sent({}) == frozenset()
    assert store.mark_sent({first.id: "1700000000.1", other.id: "1700000000.2"}) == {"s1"}
    assert store.last_receipt("s2") == "1700000000.2"


def test_a_reply_comes_with_what_stood_before_it_when_it_was_committed(store: SqlStore) -> None:
    (asked,) = send(store, Ask(Key.PURPOSE, 1))
    assert asked.before == Standing()
    store.mark_sent({asked.id: "1.0"})
    (notice,) = send(store, ShowProgress())
    assert notice.before == Standing(Card("1.0", stays=True))
    store.mark_sent({notice.id: "2.0"})
    (again, behind) = send(store, Ask(Key.PURPOSE, 1), Ask(Key.BACKGROUND, 2))
    assert again.before == Standing(Card("1.0", stays=True), "2.0") == store.standing_before("s1", again.id)
    store.mark_sent({again.id: "3.0"})
    assert behind.before is None
    assert store.standing_before("s1", behind.id) == Standing(Card("3.0"), "2.0")


def test_the_summary_of_what_is_being_made_stays(store: SqlStore) -> None:
    (asked,) = send(store, Ask(Key.PURPOSE, 1))
    store.mark_sent({asked.id: "1.0"})
    (summary,) = send(store, ShowSummary(answers={}, items=()))
    store.mark_sent({summary.id: "2.0"})
    assert store.standing_before("s1").card == Card("2.0", sums_up=True)
    (notice,) = send(store, ShowProgress())
    assert store.standing_before("s1").card == Card("2.0", stays=True, sums_up=True)
    store.mark_sent({notice.id: None})
    (busy,) = send(store, Propose("generation.busy"))
    assert busy.before == Standing(Card("2.0", stays=True, sums_up=True))
    store.mark_sent({busy.id: "3.0"})
    assert store.standing_before("s1").card == Card("3.0")


def test_replies_given_out_later_say_nothing_of_what_stood_before_them(store: SqlStore, clock: Clock) -> None:
    send(store, Greet())
    clock.now += 60
    assert [each.before for each in store.unsent("slack")] == [None]


def test_the_oldest_comes_first_and_only_of_what_was_asked_for(store: SqlStore, clock: Clock) -> None:
    send(store, Greet(), session_id="s1")
    send(store, Ask(Key.PURPOSE, 1), session_id="s2")
    send(store, ShowProgress(), session_id="s1")
    send(store, Greet(), session_id="s3", platform="discord")
    clock.now += 60
    assert kinds(store.unsent("slack", "s2")) == ["Ask"]
    assert kinds(store.unsent("slack")) == ["Greet", "ShowProgress"]
    assert kinds(store.unsent("discord")) == ["Greet"]


def test_a_reply_of_a_newer_program_holds_nobody_up(store: SqlStore, clock: Clock, open_again: Open) -> None:
    send(store, Greet(), ShowProgress())
    with store._connected() as connection:
        connection.exec_driver_sql("UPDATE outgoing SET reply = '{\"_type\": \"Novel\"}' WHERE kind = 'Greet'")
    clock.now += 60
    assert kinds(store.unsent("slack")) == ["ShowProgress"]


def test_marking_what_was_forgotten_in_the_meantime_is_no_error(store: SqlStore) -> None:
    (outgoing,) = send(store, Greet())
    with store.begin() as transaction:
        transaction.forget("U1", "slack", "T1")
    store.mark_sent({outgoing.id: "1700000000.1"})


def test_an_id_never_names_another_reply(store: SqlStore) -> None:
    (first,) = send(store, Greet())
    with store.begin() as transaction:
        transaction.forget("U1", "slack", "T1")
    (second,) = send(store, Greet())
    assert second.id > first.id


def test_the_only_process_of_a_file_ends_its_predecessors_leases(sqlite: object, open_at: Open) -> None:
    store = open_at(sqlite)
    (outgoing,) = send(store, Greet())
    store.close()
    assert open_at(sqlite).unsent("slack") == (outgoing,)


def test_what_stands_in_a_session_is_told_by_few_of_its_replies(store: SqlStore) -> None:
    choice = random.Random(1)  # noqa: S311 - no secret
    kinds_of_reply = (Greet(), Ask(Key.FORM), ShowProgress(), ShowSummary({}, ()), Tell("error.not_owner"))
    for turn in range(60):
        reply = choice.choice(kinds_of_reply)
        only_to = choice.choice((None, None, "U2"))
        standing = store.standing_before("s1")
        (outgoing,) = send(store, reply, only_to=only_to)
        assert outgoing.before == standing
        store.mark_sent({outgoing.id: choice.choice((f"1700000000.{turn}", None))})
    with store.engine.begin() as connection:
        (number,) = connection.execute(text("SELECT number FROM session")).scalars()
        assert len(connection.execute(SHOWN, {"session": number}).all()) <= 3
