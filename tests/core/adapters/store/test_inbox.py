"""What is acknowledged before it is committed outlives the process, sealed, and is carried out once."""

import json
import sqlite3
from contextlib import suppress
from dataclasses import replace

import pytest

from core.adapters.store.outbox import LEASE_S
from core.adapters.store.store import SqlStore
from core.errors import VaultKeyError
from core.messages import LEFTOVERS, Interaction
from core.privacy.text import RawText
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.conversations import started
from tests.core.adapters.store.databases import Database
from tests.core.adapters.store.test_bytes import content
from tests.fakes.clock import Clock

SECRET = "윤가람빛 010-9182-7364"


def interaction(number: int = 1, **changes: str | RawText) -> Interaction:
    made = Interaction(f"trigger{number}", "slack", "T1", "U1", "view", RawText(f"{SECRET} {number}"))
    return replace(made, **changes)  # type: ignore[arg-type]  # none of the texts is of another type


def ids(taken: object) -> list[str]:
    return [each.id for each in taken]  # type: ignore[attr-defined]


def left(store: SqlStore) -> list[str]:
    """Return the ids of all that are left, which come alone after the first time."""
    return [each for taken in iter(lambda: ids(store.inbox.take("slack")), []) for each in taken]


def test_it_is_its_owners_until_the_lease_is_over(store: SqlStore, clock: Clock) -> None:
    assert store.inbox.put(interaction())
    assert store.inbox.take("slack") == []
    clock.now += LEASE_S
    assert store.inbox.take("discord") == []
    assert store.inbox.take("slack") == [replace(interaction(), attempts=2)]
    assert store.inbox.take("slack") == []
    clock.now += LEASE_S
    assert store.inbox.take("slack") == [replace(interaction(), attempts=3)]


def test_what_takes_long_stays_its_owners_while_they_renew_it(store: SqlStore, clock: Clock) -> None:
    store.inbox.put(interaction())
    for _ in range(4):
        clock.now += LEASE_S - 1
        store.inbox.renew("slack", ["trigger1"])
        store.inbox.renew("slack", [])
    assert store.inbox.take("slack") == []


def test_the_oldest_comes_first(store: SqlStore, clock: Clock) -> None:
    for number in (3, 1, 2):
        store.inbox.put(interaction(number))
        clock.now += 1
    clock.now += LEASE_S
    assert ids(store.inbox.take("slack")) == ["trigger3", "trigger1", "trigger2"]


def test_what_is_taken_up_again_comes_with_a_quarter_as_many_the_least_often_first(
    store: SqlStore, clock: Clock
) -> None:
    for number in range(100):
        store.inbox.put(interaction(number))
    taken = []
    for _ in range(8):
        clock.now += LEASE_S
        taken.append(store.inbox.take("slack"))
    assert [len(each) for each in taken] == [100, 25, 25, 25, 25, 6, 6, 6]
    assert [{one.attempts for one in each} for each in taken] == [{2}, {3}, {3}, {3}, {3}, {4}, {4}, {4}]


@pytest.mark.parametrize("fatal", [{"trigger0"}, {"trigger77"}, {"trigger3", "trigger50", "trigger99"}])
def test_what_ends_processes_is_soon_alone_and_what_waited_beside_it_is_carried_out(
    store: SqlStore, clock: Clock, fatal: set[str]
) -> None:
    for number in range(100):
        store.inbox.put(interaction(number))
    carried_out: dict[str, int] = {}
    for _ in range(10 + 10 * len(fatal)):  # processes, one after the other
        clock.now += LEASE_S
        while (taken := store.inbox.take("slack")) and fatal.isdisjoint(ids(taken)):
            for each in taken:
                carried_out[each.id] = each.attempts
                store.inbox.discard("slack", each.id)
    assert carried_out.keys() == {f"trigger{number}" for number in range(100)} - fatal
    assert max(carried_out.values()) < 10, "none is given up for what was beside it"


def test_it_goes_with_the_commit_of_its_event(store: SqlStore, clock: Clock) -> None:
    store.inbox.put(interaction())
    with store.begin() as transaction:
        assert transaction.remember("trigger1", "slack")
    clock.now += LEASE_S
    assert store.inbox.take("slack") == []
    assert not store.inbox.put(interaction()), "it was carried out"


def test_it_stays_where_the_event_was_not_committed(store: SqlStore, clock: Clock) -> None:
    store.inbox.put(interaction())
    with suppress(ZeroDivisionError), store.begin() as transaction:
        transaction.remember("trigger1", "slack")
        raise ZeroDivisionError
    clock.now += LEASE_S
    assert ids(store.inbox.take("slack")) == ["trigger1"]


def test_one_that_comes_twice_is_there_once_as_it_came_last(store: SqlStore, clock: Clock) -> None:
    assert store.inbox.put(interaction(payload=RawText("Before it was mended")))
    clock.now += LEASE_S - 1
    assert store.inbox.put(interaction())
    clock.now += LEASE_S - 1
    assert store.inbox.take("slack") == [], "it is leased anew"
    clock.now += 1
    assert store.inbox.take("slack") == [replace(interaction(), attempts=3)]


def test_what_is_withdrawn_is_gone_unless_it_came_again(store: SqlStore, clock: Clock) -> None:
    for number in (1, 2, 2):
        store.inbox.put(interaction(number))
    for number in (1, 2):
        store.inbox.withdraw("slack", f"trigger{number}")
    clock.now += LEASE_S
    assert ids(store.inbox.take("slack")) == ["trigger2"]


def test_what_is_discarded_is_gone(store: SqlStore, clock: Clock) -> None:
    store.inbox.put(interaction())
    store.inbox.discard("slack", "trigger1")
    clock.now += LEASE_S
    assert store.inbox.take("slack") == []


def test_it_is_forgotten_with_its_person_and_workspace_and_in_time(store: SqlStore, clock: Clock) -> None:
    for number, person, workspace in ((1, "U1", "T1"), (2, "U2", "T1"), (3, "U3", "T2"), (4, "U4", "T3")):
        store.inbox.put(interaction(number, person=person, workspace=workspace))
        clock.now += 10
    with store.begin() as transaction:
        transaction.forget("U1", "slack", "T1")
    clock.now += LEASE_S
    assert ids(store.inbox.take("slack")) == ["trigger2", "trigger3", "trigger4"]
    store.forget_workspace("slack", "T1")
    clock.now += LEASE_S
    assert left(store) == ["trigger3", "trigger4"]
    clock.now += 86_400 - 15 - 2 * LEASE_S
    store.purge(1)
    assert left(store) == ["trigger4"]


def test_it_lies_sealed(database: Database, open_again: Open) -> None:
    store = open_again()
    store.inbox.put(interaction())
    assert b"trigger1" in content(database)
    assert SECRET not in repr(interaction())
    for part in SECRET.split():
        assert part.encode() not in content(database)


def test_without_a_key_nothing_is_stored(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store._cipher, "_first", None)
    assert not store.inbox.is_open
    with pytest.raises(VaultKeyError):
        store.inbox.put(interaction())


def test_without_a_key_what_a_forgotten_person_leaves_is_still_deleted(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store._cipher, "_first", None)
    monkeypatch.setattr(store._cipher, "_all", None)
    with store.begin() as transaction:
        transaction.save(started())
    with store.begin() as transaction:
        transaction.forget("U1", "slack", "T1")
    (noted,) = store.inbox.take("slack")
    assert noted.kind == LEFTOVERS
    assert json.loads(noted.payload.reveal())["places"] == [["C1", "s1"]]


def test_what_no_key_opens_is_left_to_another_process(sqlite: Database, open_at: Open, clock: Clock) -> None:
    store = open_at(sqlite)
    store.inbox.put(interaction())
    store.close()
    with sqlite3.connect(sqlite.file) as connection:
        connection.execute("UPDATE inbox SET payload = 'sealed by a key that is not here'")
    connection.close()
    assert open_at(sqlite).inbox.take("slack") == []


def test_a_damaged_note_keeps_nothing_else_from_being_taken(sqlite: Database, open_at: Open) -> None:
    store = open_at(sqlite)
    store.inbox.put(interaction(1, kind=LEFTOVERS))
    store.inbox.put(interaction(2))
    store.close()
    with sqlite3.connect(sqlite.file) as connection:
        connection.execute("UPDATE inbox SET payload = ? WHERE kind = ?", (b"{\xff", LEFTOVERS))
    connection.close()
    assert sorted(ids(open_at(sqlite).inbox.take("slack"))) == ["trigger1", "trigger2"]


def test_the_only_process_of_a_file_takes_up_its_predecessors(sqlite: Database, open_at: Open) -> None:
    store = open_at(sqlite)
    store.inbox.put(interaction())
    store.close()
    assert ids(open_at(sqlite).inbox.take("slack")) == ["trigger1"]
