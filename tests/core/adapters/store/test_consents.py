"""What people said to training data, on both databases."""

import pytest

from core.adapters.store.store import SqlStore
from core.errors import VaultKeyError
from core.ports.consent import Consent
from tests.core.adapters.store.conversations import finished, place
from tests.fakes.clock import Clock

DAY = 86_400


def agree(store: SqlStore, person: str = "U1", workspace: str = "T1", consent: Consent = Consent.GIVEN) -> None:
    with store.begin() as transaction:
        transaction.note_consent(person, "slack", workspace, consent)


def save(store: SqlStore, session_id: str, person: str = "U1", workspace: str = "T1") -> None:
    with store.begin() as transaction:
        transaction.save(finished(session_id, person, place(session_id, workspace=workspace)))


def consenting(store: SqlStore) -> list[str]:
    return [held.session.id for held in store.consented()]


def test_only_sessions_of_those_who_agreed_there_are_given_out(store: SqlStore) -> None:
    for session_id, person, workspace in (
        ("s1", "U1", "T1"),
        ("s2", "U2", "T1"),
        ("s3", "U1", "T2"),
        ("s4", "U1", "T1"),
    ):
        save(store, session_id, person, workspace)
    agree(store)
    agree(store, "U2", consent=Consent.WITHDRAWN)
    with store.begin() as transaction:
        transaction.ask_consent("U1", "slack", "T2")

    assert consenting(store) == ["s1", "s4"]
    (held, _) = store.consented()
    assert held == finished("s1")


def test_asking_changes_nothing_that_was_said(store: SqlStore) -> None:
    save(store, "s1")
    agree(store)
    with store.begin() as transaction:
        assert not transaction.ask_consent("U1", "slack", "T1")

    assert consenting(store) == ["s1"]


def test_it_goes_with_the_person_the_workspace_and_time(store: SqlStore, clock: Clock) -> None:
    for person, workspace in (("U1", "T1"), ("U2", "T1"), ("U3", "T2"), ("U4", "T2")):
        agree(store, person, workspace)
    with store.begin() as transaction:
        transaction.forget("U1", "slack", "T1")
    assert said(store) == {"U2", "U3", "U4"}
    store.forget_workspace("slack", "T1", "C9")
    assert said(store) == {"U2", "U3", "U4"}, "only a channel has gone"
    store.forget_workspace("slack", "T1")
    assert said(store) == {"U3", "U4"}
    clock.now += 31 * DAY
    save(store, "s4", "U4", "T2")
    store.purge(30)
    assert said(store) == {"U4"}, "of whom something is left"


def said(store: SqlStore) -> set[str]:
    return {person for person in ("U1", "U2", "U3", "U4") if store.export(person, "slack")["training_consent"]}


def test_a_persons_share_is_always_the_same_and_takes_the_key(store: SqlStore) -> None:
    one, same, other = finished("s1"), finished("s2"), finished("s3", "U2")

    assert store.split_bucket(one) == store.split_bucket(same) != store.split_bucket(other)
    assert 0 <= store.split_bucket(one) < 1


def test_without_the_key_nobody_is_shared_out(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store._cipher, "_secret", None)

    with pytest.raises(VaultKeyError):
        store.split_bucket(finished())
