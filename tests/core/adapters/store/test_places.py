"""Where interviews went on lately, and what of them was delivered last."""

import pytest

from core.adapters.store.store import SqlStore
from core.conversation.model_answer import ModelAnswer
from core.conversation.model_replies import ShowProgress, ShowTrial
from core.conversation.replies import Greet, Reply, Tell, TellEnded
from core.conversation.session import Session
from core.features.rehearsal.replies import ShowReview
from core.features.rehearsal.review import Review
from core.messages import Place
from core.ports import StoredSession
from core.privacy.text import MaskedText
from core.privacy.vault import Vault
from core.values.locale import Locale
from tests.fakes.clock import Clock

_DM = Place("discord", "discord", "@me", "1")
_THREAD = Place("discord", "discord", "900", "2", private=False)


def _begun(store: SqlStore, name: str, place: Place) -> int:
    with store.begin() as transaction:
        held = StoredSession(Session(name, Locale.KO), place, "U1", Vault())
        transaction.save(held)
        (outgoing,) = transaction.send(held, (Greet(),))
    return outgoing.id


def test_each_place_is_told_once_with_its_last_change(store: SqlStore, clock: Clock) -> None:
    began = clock.now
    _begun(store, "a", _DM)
    clock.now += 10
    _begun(store, "b", _THREAD)
    clock.now += 10
    _begun(store, "c", _DM)
    assert store.places("discord", began - 1) == [(_THREAD, began + 10), (_DM, began + 20)]
    assert store.places("discord", began + 10) == [(_DM, began + 20)]
    assert store.places("slack", 0) == []


def test_the_newest_receipt_where_a_session_goes_on_is_told(store: SqlStore) -> None:
    first = _begun(store, "a", _DM)
    assert store.last_receipt("a") is None
    store.mark_sent({first: "77"})
    assert store.last_receipt("a") == "77"
    assert store.last_receipt("b") is None
    _begun(store, "b", _THREAD)
    _begun(store, "c", _DM)
    assert store.last_receipt("b") is None
    assert store.last_receipt("c") == "77"


def test_one_channel_of_a_workspace_is_forgotten(store: SqlStore) -> None:
    _begun(store, "a", _DM)
    _begun(store, "b", _THREAD)
    assert store.forget_workspace("discord", "discord", "900") == 1
    assert [place for place, _ in store.places("discord", 0)] == [_DM]


def test_a_message_belongs_to_the_session_it_was_shown_in(store: SqlStore) -> None:
    first, second = _begun(store, "a", _DM), _begun(store, "b", _DM)
    store.mark_sent({first: "77 78", second: "99"})
    assert [store.session_at(_DM, message) for message in ("77", "78", "99")] == ["a", "a", "b"]
    assert [store.session_at(_DM, message) for message in ("7", "8", "77 78 99", "%")] == [""] * 4
    assert store.session_at(_THREAD, "77") == ""


def test_a_message_belongs_to_the_session_that_goes_on_beneath_it(store: SqlStore) -> None:
    store.mark_sent({_begun(store, "a", _DM): "77"})
    with store.begin() as transaction:
        transaction.save(StoredSession(Session("b", Locale.KO), _DM, "U1", Vault(), parent_message="88"))
    assert store.session_at(_DM, "88") == "b"
    with store.begin() as transaction:
        held = transaction.get("b")
        assert held is not None
        (outgoing,) = transaction.send(held, (Greet(),))
    assert (held.parent_message, outgoing.parent_message) == ("88", "88")
    assert [reply.parent_message for reply in store.unsent("discord")] == []


def _sends(store: SqlStore, *replies: Reply) -> list[int]:
    with store.begin() as transaction:
        held = transaction.get("a") or StoredSession(Session("a", Locale.KO), _DM, "U1", Vault())
        transaction.save(held)
        sent = transaction.send(held, replies)
    store.mark_sent({outgoing.id: f"r{outgoing.id}" for outgoing in sent})
    return [outgoing.id for outgoing in sent]


@pytest.mark.parametrize(
    "ending",
    [
        pytest.param(TellEnded("try.cancelled"), id="called off"),
        pytest.param(ShowReview(MaskedText("팀장"), Review()), id="a review"),
        pytest.param(ShowTrial(ModelAnswer("gpu", "mixtral", MaskedText("답"))), id="an answer"),
    ],
)
def test_the_notice_of_progress_is_known_until_something_ends_it(store: SqlStore, ending: Reply) -> None:
    assert store.standing_before("a").progress == ""
    notice, _, ended = _sends(store, ShowProgress(), Tell("generation.busy"), ending)
    assert store.standing_before("a", ended).progress == f"r{notice}"
    assert store.standing_before("a").progress == ""
    again, _ = _sends(store, ShowProgress(), Tell("rehearsal.heard"))
    assert store.standing_before("a").progress == f"r{again}"
    assert store.standing_before("a", ended).progress == f"r{notice}"
    assert store.standing_before("b").progress == ""
