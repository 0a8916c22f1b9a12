"""What people want of every interview of theirs, on both databases."""

from core.adapters.store.store import SqlStore
from tests.core.adapters.store.conversations import finished, place
from tests.fakes.clock import Clock

DAY = 86_400
_PEOPLE = ("U1", "U2", "U3", "U4")


def note(store: SqlStore, person: str, workspace: str = "T1", *, wanted: bool = False) -> None:
    with store.begin() as transaction:
        transaction.note_questions(person, "slack", workspace, wanted=wanted)


def wants(store: SqlStore, person: str, workspace: str = "T1") -> bool:
    with store.begin() as transaction:
        return transaction.wants_questions(person, "slack", workspace)


def known(store: SqlStore) -> set[str]:
    return {person for person in _PEOPLE if store.export(person, "slack")["preferences"]}


def test_who_has_said_nothing_is_asked(store: SqlStore) -> None:
    assert wants(store, "U1")


def test_the_last_word_counts_and_in_that_workspace_alone(store: SqlStore) -> None:
    note(store, "U1")
    assert not wants(store, "U1")
    assert wants(store, "U1", "T2")
    assert wants(store, "U2")
    note(store, "U1", wanted=True)
    assert wants(store, "U1")


def test_it_goes_with_the_person_the_workspace_and_time(store: SqlStore, clock: Clock) -> None:
    for person, workspace in zip(_PEOPLE, ("T1", "T1", "T2", "T2"), strict=True):
        note(store, person, workspace)
    with store.begin() as transaction:
        transaction.forget("U1", "slack", "T1")
    assert known(store) == {"U2", "U3", "U4"}
    store.forget_workspace("slack", "T1")
    assert known(store) == {"U3", "U4"}
    clock.now += 31 * DAY
    with store.begin() as transaction:
        transaction.save(finished("s4", "U4", place("s4", workspace="T2")))
    store.purge(30)
    assert known(store) == {"U4"}, "of whom something is left"
