"""What one transaction does, and what it leaves when it fails."""

from dataclasses import replace

import pytest

from core.adapters.store.store import SqlStore
from core.conversation.model_replies import ShowProgress
from core.conversation.questions import Key
from core.conversation.replies import Ask, Greet, Tell
from core.conversation.session import Phase
from core.errors import StoreUnavailable
from core.messages import Outgoing
from core.ports import StoredSession
from core.privacy.entities import EntityType
from core.privacy.text import RawText
from core.privacy.vault import VaultEntry
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.conversations import finished, generating, place, started
from tests.fakes.clock import Clock


def save(store: SqlStore, *sessions: StoredSession) -> None:
    with store.begin() as transaction:
        for held in sessions:
            transaction.save(held)


def save_again(store: SqlStore, held: StoredSession) -> None:
    with store.begin() as transaction:
        transaction.get(held.session.id)
        transaction.save(held)


def load(store: SqlStore, session_id: str = "s1") -> StoredSession | None:
    with store.begin() as transaction:
        return transaction.get(session_id)


@pytest.mark.parametrize("held", [started(), generating(), finished()])
def test_a_session_comes_back_as_it_was(store: SqlStore, open_again: Open, held: StoredSession) -> None:
    save(store, held)
    store.close()
    assert load(open_again()) == held


def test_there_is_nothing_where_nothing_was_saved(store: SqlStore) -> None:
    save(store, started())
    assert load(store, "s2") is None
    with store.begin() as transaction:
        assert transaction.latest_at(place("elsewhere")) is None


def test_an_event_is_taken_up_once(store: SqlStore) -> None:
    with store.begin() as transaction:
        assert transaction.remember("Ev1", "slack")
        assert not transaction.remember("Ev1", "slack")
    with store.begin() as transaction:
        assert not transaction.remember("Ev1", "slack")
        assert transaction.remember("Ev1", "discord")
        assert transaction.remember("Ev2", "slack")


def test_a_place_has_its_newest_session(store: SqlStore) -> None:
    save(store, finished("s1", at=place()), started("s2", at=place()), started("s3", at=place("other")))
    with store.begin() as transaction:
        held = transaction.latest_at(place())
    assert held is not None
    assert held.session.id == "s2"


@pytest.mark.parametrize(
    "other",
    [place(platform="discord"), place(workspace="T2"), replace(place(), channel="C2"), place("1700000000.000200")],
)
def test_places_differ_in_each_of_their_parts(store: SqlStore, other: object) -> None:
    save(store, started(at=place()))
    with store.begin() as transaction:
        assert transaction.latest_at(other) is None  # type: ignore[arg-type]


def test_a_session_can_move_to_a_thread(store: SqlStore) -> None:
    save(store, started(at=place("")))
    save_again(store, started(at=place("1700000000.000300")))
    with store.begin() as transaction:
        assert transaction.latest_at(place("")) is None
        assert transaction.latest_at(place("1700000000.000300")) is not None


def test_nothing_of_a_failed_transaction_stays(store: SqlStore) -> None:
    def fail() -> None:
        with store.begin() as transaction:
            transaction.remember("Ev1", "slack")
            transaction.save(generating())
            transaction.send(generating(), [Greet()])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert load(store) is None
    assert store.unsent("slack") == ()
    with store.begin() as transaction:
        assert transaction.remember("Ev1", "slack")


def test_the_vault_gains_loses_and_switches(store: SqlStore) -> None:
    held = generating()
    save(store, held)
    first, second, *_ = held.vault.entries
    address = VaultEntry("{주소1}", EntityType.ADDRESS, RawText("서울시 없는구 없는로 1"))
    changed = replace(held, vault=replace(held.vault, entries=(second, replace(first, kept=True), address)))
    save_again(store, changed)
    assert load(store) == changed


def test_the_same_session_can_be_saved_twice_in_one_transaction(store: SqlStore) -> None:
    with store.begin() as transaction:
        transaction.save(started())
        transaction.save(generating())
    assert load(store) == generating()


def test_a_session_that_was_not_read_is_not_overwritten(store: SqlStore) -> None:
    save(store, finished())
    with pytest.raises(StoreUnavailable) as caught:
        save(store, started())
    assert caught.value.details == {"reason": "conflict"}
    assert load(store) == finished()


def test_replies_are_numbered_in_their_order(store: SqlStore) -> None:
    held = started()
    with store.begin() as transaction:
        transaction.save(held)
        first, second = transaction.send(held, [Greet(), Ask(Key.PURPOSE, 1)])
        (whisper,) = transaction.send(held, [Tell("hello", {"n": 1})], only_to="U2")
    assert first.id < second.id < whisper.id
    assert first == Outgoing(first.id, "s1", held.place, "U1", held.session.locale, Greet())
    assert (whisper.only_to, whisper.person) == ("U2", "U1")


class TestClaim:
    def test_one_at_a_time(self, store: SqlStore, clock: Clock) -> None:
        save(store, generating())
        assert store.abandoned("slack") == ["s1"]
        with store.begin() as transaction:
            assert transaction.claim("s1") == generating()
        assert store.abandoned("slack") == []
        clock.now += 5
        with store.begin() as transaction:
            assert transaction.claim("s1") is None
        clock.now += 1
        assert store.abandoned("slack") == ["s1"]
        with store.begin() as transaction:
            assert transaction.claim("s1") == generating()

    def test_renewed_it_lasts_longer(self, store: SqlStore, clock: Clock) -> None:
        save(store, generating())
        with store.begin() as transaction:
            transaction.claim("s1")
        clock.now += 5
        assert store.renew("s1")
        clock.now += 5
        assert store.abandoned("slack") == []
        clock.now += 1
        assert store.abandoned("slack") == ["s1"]

    def test_a_clock_that_was_put_back_keeps_nothing_leased(self, store: SqlStore, clock: Clock) -> None:
        save(store, generating())
        with store.begin() as transaction:
            transaction.claim("s1")
        clock.now -= 2 * 3600
        assert store.abandoned("slack") == ["s1"]
        with store.begin() as transaction:
            assert transaction.claim("s1") == generating()

    @pytest.mark.parametrize("held", [started(), finished()])
    def test_only_what_is_generating(self, store: SqlStore, held: StoredSession) -> None:
        save(store, held)
        assert store.abandoned("slack") == []
        assert not store.renew("s1")
        with store.begin() as transaction:
            assert transaction.claim("s1") is None
            assert transaction.claim("s2") is None

    def test_of_one_platform_only(self, store: SqlStore) -> None:
        save(store, generating())
        assert store.abandoned("discord") == []

    def test_a_new_generation_is_not_leased_by_the_last(self, store: SqlStore) -> None:
        save(store, generating())
        with store.begin() as transaction:
            transaction.claim("s1")
        save_again(store, replace(generating(), session=replace(generating().session, phase=Phase.SUMMARY)))
        assert not store.renew("s1")
        save_again(store, generating())
        assert store.abandoned("slack") == ["s1"]

    def test_a_save_while_generating_keeps_the_lease(self, store: SqlStore) -> None:
        save(store, generating())
        with store.begin() as transaction:
            transaction.claim("s1")
        save_again(store, generating())
        assert store.abandoned("slack") == []


class TestForget:
    def test_all_of_a_person_and_nothing_of_others(self, store: SqlStore) -> None:
        save(store, finished("s1"), generating("s2"), finished("s3", person="U2"))
        with store.begin() as transaction:
            held = transaction.get("s3")
            assert held is not None
            transaction.send(held, [ShowProgress()], only_to="U1")
            transaction.send(held, [Greet()])
        with store.begin() as transaction:
            assert transaction.forget("U1", "slack", "T1") == 2
        assert [load(store, session_id) for session_id in ("s1", "s2")] == [None, None]
        assert load(store, "s3") == finished("s3", person="U2")
        assert store.export("U1", "slack")["sessions"] == []

    def test_a_whisper_goes_with_the_person_it_was_for(self, store: SqlStore, clock: Clock) -> None:
        with store.begin() as transaction:
            transaction.save(started("s1", person="U2"))
            transaction.send(started("s1", person="U2"), [ShowProgress()], only_to="U1")
            transaction.send(started("s1", person="U2"), [Greet()])
        with store.begin() as transaction:
            assert transaction.forget("U1", "slack") == 0
        clock.now += 60
        assert [outgoing.reply for outgoing in store.unsent("slack")] == [Greet()]

    def test_in_one_workspace_or_in_all(self, store: SqlStore) -> None:
        for number, workspace in enumerate(("T1", "T2", "T3")):
            save(store, started(f"s{number}", at=place(workspace=workspace)))
        save(store, started("s9", at=place(platform="discord")))
        with store.begin() as transaction:
            assert transaction.forget("U1", "slack", "T2") == 1
        with store.begin() as transaction:
            assert transaction.forget("U1", "slack") == 2
        assert load(store, "s9") is not None

    def test_a_session_can_start_anew_in_the_same_transaction(self, store: SqlStore) -> None:
        save(store, finished())
        with store.begin() as transaction:
            transaction.get("s1")
            assert transaction.forget("U1", "slack", "T1") == 1
            transaction.save(started())
        assert load(store) == started()

    def test_a_forgotten_event_is_still_recognised(self, store: SqlStore) -> None:
        with store.begin() as transaction:
            transaction.remember("Ev1", "slack")
            transaction.forget("U1", "slack", "T1")
        with store.begin() as transaction:
            assert not transaction.remember("Ev1", "slack")
