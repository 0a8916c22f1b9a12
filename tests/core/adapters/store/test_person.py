"""What a person can ask for: all their data, and that none of it stays."""

import json
from dataclasses import replace
from datetime import datetime

import pytest

from core.adapters.store.cipher import Cipher
from core.adapters.store.store import SqlStore
from core.conversation.replies import Greet
from core.conversation.session import Phase
from core.privacy.text import RawText
from core.values.locale import Locale
from tests.core.adapters.store.conversations import SECRETS, finished, generating, place, started
from tests.fakes.clock import Clock

DAY = 86_400


def save(store: SqlStore, *session_ids: str, person: str = "U1") -> None:
    for session_id in session_ids:
        with store.begin() as transaction:
            transaction.save(generating(session_id, person))


def test_an_export_holds_everything(store: SqlStore) -> None:
    with store.begin() as transaction:
        transaction.save(finished())
        (outgoing,) = transaction.send(finished(), [Greet()])
    store.mark_sent({outgoing.id: "1700000000.1"})
    document = json.loads(json.dumps(store.export("U1", "slack"), ensure_ascii=False))
    assert (document["platform"], document["person"]) == ("slack", "U1")
    (session,) = document["sessions"]
    assert session["place"] == {"workspace": "T1", "channel": "C1", "thread": "s1", "private": False}
    assert datetime.fromisoformat(session["started_at"]).timestamp() == 1_800_000_000
    assert session["session"]["versions"][0]["prompt"] == finished().session.versions[0].prompt
    assert [item["value"] for item in session["items"]] == [*SECRETS, None]
    assert [item["kept"] for item in session["items"]] == [False, True, False, False]
    assert [(reply["kind"], reply["receipt"]) for reply in session["replies"]] == [("Greet", "1700000000.1")]


def test_an_export_is_of_one_person(store: SqlStore) -> None:
    save(store, "s1", "s2")
    save(store, "s3", person="U2")
    with store.begin() as transaction:
        transaction.save(started("s4", at=place("s4", platform="discord")))
        transaction.save(started("s5", at=place("s5", workspace="T2")))
    ids = {
        workspace: [session["session"]["id"] for session in store.export("U1", "slack", workspace)["sessions"]]  # type: ignore[attr-defined]
        for workspace in (None, "T1", "T9")
    }
    assert ids == {None: ["s1", "s2", "s5"], "T1": ["s1", "s2"], "T9": []}


def test_a_purge_takes_what_was_not_touched(store: SqlStore, clock: Clock) -> None:
    save(store, "s1", "s2")
    clock.now += 20 * DAY
    with store.begin() as transaction:
        held = transaction.get("s2")
        assert held is not None
        transaction.save(held)
    save(store, "s3")
    clock.now += 10 * DAY
    assert store.purge(30) == 0
    clock.now += 1
    assert store.purge(30) == 1
    with store.begin() as transaction:
        assert [transaction.get(session_id) is None for session_id in ("s1", "s2", "s3")] == [True, False, False]


def test_a_purge_takes_old_events(store: SqlStore, clock: Clock) -> None:
    with store.begin() as transaction:
        transaction.remember("Ev1", "slack")
    clock.now += 31 * DAY
    with store.begin() as transaction:
        transaction.remember("Ev2", "slack")
    store.purge(30)
    with store.begin() as transaction:
        assert not transaction.remember("Ev2", "slack")
        assert transaction.remember("Ev1", "slack")


def test_a_purge_takes_many(store: SqlStore, clock: Clock) -> None:
    with store.begin() as transaction:
        for number in range(1_001):
            transaction.save(started(f"s{number}"))
    clock.now += 1
    assert store.purge(0) == 1_001
    assert store.purge(0) == 0


def test_a_workspace_that_leaves_takes_its_sessions_along(store: SqlStore) -> None:
    save(store, "s1")
    save(store, "s2", person="U2")
    with store.begin() as transaction:
        transaction.save(started("s3", at=place("s3", workspace="T2")))
        transaction.save(started("s4", at=place("s4", platform="discord")))
    assert store.forget_workspace("slack", "T1") == 2
    with store.begin() as transaction:
        assert [transaction.get(session_id) is None for session_id in ("s1", "s2", "s3", "s4")] == [
            True,
            True,
            False,
            False,
        ]


def test_a_channel_that_leaves_takes_only_its_own_along(store: SqlStore) -> None:
    with store.begin() as transaction:
        transaction.save(started("s1"))
        transaction.save(started("s2", at=replace(place("s2"), channel="C2")))
    assert store.forget_workspace("slack", "T1", "C2") == 1
    with store.begin() as transaction:
        assert transaction.get("s1") is not None
        assert transaction.get("s2") is None


def test_a_persons_sessions_newest_first(store: SqlStore) -> None:
    with store.begin() as transaction:
        for held in (generating("s1"), finished("s2"), started("s3", person="U2")):
            transaction.save(held)
        transaction.save(started("s4", at=place("s4", workspace="T2")))
    with store.begin() as transaction:
        assert transaction.sessions_of("U1", "slack", "T1") == [finished("s2"), generating("s1")]


def test_where_interviews_went_on_lately(store: SqlStore, clock: Clock) -> None:
    began = clock.now
    save(store, "s1")
    clock.now += 10
    save(store, "s2", "s3")
    clock.now += 10
    with store.begin() as transaction:
        transaction.save(finished("s4", at=place("s3")))
    assert store.places("slack", began) == [(place("s2"), began + 10), (place("s3"), began + 20)]
    assert store.places("discord", began) == []


class TestLookingUp:
    """What is asked of a person's sessions opens no vault that is not asked for."""

    @pytest.fixture(autouse=True)
    def opened(self, store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
        """Keep three sessions, and note each secret that is opened from then on."""
        with store.begin() as transaction:
            for held in (
                finished("s1"),
                generating("s2"),
                generating("s3", at=place("s2")),
                started("s4", person="U2"),
            ):
                transaction.save(held)
        noted: list[bytes] = []
        opens = Cipher.open

        def noting(cipher: Cipher, secret: bytes | None) -> RawText | None:
            if secret is not None:
                noted.append(secret)
            return opens(cipher, secret)

        monkeypatch.setattr(Cipher, "open", noting)
        return noted

    def test_how_many_there_are(self, store: SqlStore, opened: list[bytes]) -> None:
        with store.begin() as transaction:
            assert transaction.how_many("U1", "slack", "T1", {Phase.GENERATING}) == 2
            assert transaction.how_many("U1", "slack", "T1", {Phase.GENERATING, Phase.DONE}) == 3
            assert transaction.how_many("U1", "slack", "T2", {Phase.DONE}) == 0
        assert opened == []

    def test_their_language(self, store: SqlStore, opened: list[bytes]) -> None:
        with store.begin() as transaction:
            assert transaction.locale_of("U1", "slack", "T1") is Locale.KO
            assert transaction.locale_of("U9", "slack", "T1") is None
        assert opened == []

    def test_what_was_left_at_a_place(self, store: SqlStore, opened: list[bytes]) -> None:
        with store.begin() as transaction:
            assert transaction.left_at("U1", place("s2"), {Phase.GENERATING}) == generating("s3", at=place("s2"))
            assert len(opened) == 3
            assert transaction.left_at("U1", place("s2"), {Phase.DONE}) is None
            assert transaction.left_at("U1", replace(place("s2"), private=True), {Phase.GENERATING}) is None

    def test_the_newest(self, store: SqlStore, opened: list[bytes]) -> None:
        with store.begin() as transaction:
            assert [held.session.id for held in transaction.sessions_of("U1", "slack", "T1", 1)] == ["s3"]
        assert len(opened) == 3
