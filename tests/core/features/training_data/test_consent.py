"""Consent to training data: asked once, taken back at any time."""

import itertools

import pytest

from core.adapters.store.store import SqlStore
from core.conversation.control_names import Control
from core.conversation.replies import Reply, ShowPrompt, Tell
from core.errors import NotCollecting
from core.features.training_data.events import ConsentGiven
from core.messages import Place, Pressed
from core.usecases.chat import Chat
from core.usecases.generation import Generation
from tests.core.conftest import ALICE, BORA, DM, Talk

OTHER = Place("test", "T1", "D2")
ELSEWHERE = Place("test", "T2", "D3")


@pytest.fixture
def talk(store: SqlStore) -> Talk:
    """The use case where training data is collected."""
    talk = Talk(store)
    ids = itertools.count()
    talk.chat = Chat(talk.detector, store, lambda: f"session-{next(ids)}", collects=True)
    talk.generation = Generation(store, collects=True)
    return talk


async def _made(talk: Talk, place: Place = DM, says: str = "만들기") -> list[Reply]:
    generating = talk.says(says, place=place).generating
    assert generating
    deliveries = await talk.generation.run(generating)
    talk.delivered(deliveries)
    return [delivery.outgoing.reply for delivery in deliveries]


def _told(replies: list[Reply]) -> list[str]:
    return [reply.text for reply in replies if isinstance(reply, Tell)]


def _said(talk: Talk, person: str = ALICE, workspace: str = "T1") -> list[object]:
    said = talk.store.export(person, "test", workspace)["training_consent"]
    assert isinstance(said, list)
    return [each["said"] for each in said]


def _replied(talk: Talk, text: str, place: Place = DM) -> list[str]:
    return _told([delivery.outgoing.reply for delivery in talk.says(text, place=place).deliveries])


async def test_the_question_comes_once_beneath_the_first_prompt(talk: Talk) -> None:
    talk.answers()
    prompt, question = await _made(talk)

    assert isinstance(prompt, ShowPrompt)
    assert isinstance(question, Tell)
    assert (question.text, question.controls) == ("consent.ask", (Control.AGREE, Control.DECLINE))
    assert _told(await _made(talk, says="더 짧게")) == []
    talk.answers(place=OTHER)
    assert _told(await _made(talk, OTHER)) == []
    assert _said(talk) == ["asked"]


async def test_it_comes_again_in_another_workspace(talk: Talk) -> None:
    talk.answers()
    await _made(talk)
    talk.answers(place=ELSEWHERE)

    assert _told(await _made(talk, ELSEWHERE)) == ["consent.ask"]


async def test_nobody_is_asked_where_nothing_is_collected(store: SqlStore) -> None:
    talk = Talk(store)
    talk.answers()

    assert _told(await _made(talk)) == []
    for text in ("학습 데이터", "동의해요"):
        with pytest.raises(NotCollecting):
            talk.says(text)
    assert _said(talk) == []
    assert _replied(talk, "동의 철회") == ["consent.withdrawn"], "a no is always taken"


async def test_a_yes_and_a_no_are_kept_the_last_one_counting(talk: Talk) -> None:
    talk.answers()
    await _made(talk)

    assert _replied(talk, "동의해요") == ["consent.given"]
    assert _said(talk) == ["given"]
    assert [held.person for held in talk.store.consented()] == [ALICE]
    assert _replied(talk, "동의 철회") == ["consent.withdrawn"]
    assert _said(talk) == ["withdrawn"]
    assert list(talk.store.consented()) == []


def test_who_has_said_something_already_is_not_asked(talk: Talk) -> None:
    with talk.store.begin() as transaction:
        assert transaction.ask_consent(BORA, "test", "T1")
        assert not transaction.ask_consent(BORA, "test", "T1")


@pytest.mark.parametrize(("text", "says"), [("동의 철회", "withdrawn"), ("학습 데이터", None), ("동의해요", "given")])
def test_it_can_be_said_before_any_interview(talk: Talk, text: str, says: str | None) -> None:
    talk.says(text)

    assert _said(talk) == ([says] if says else [])


@pytest.mark.parametrize("text", ["네", "확인", "고마워", "그래"])
async def test_a_yes_to_something_else_is_no_consent(talk: Talk, text: str) -> None:
    talk.answers()
    await _made(talk)

    talk.says(text)

    assert _said(talk) == ["asked"]


def test_nobody_agrees_for_somebody_else(talk: Talk) -> None:
    talk.answers()

    talk.does(Pressed(ConsentGiven()), person=BORA)

    assert _said(talk) == _said(talk, BORA) == []


async def test_forgetting_takes_it_along(talk: Talk) -> None:
    talk.answers()
    await _made(talk)
    talk.says("동의해요")
    talk.says("내 데이터 삭제")
    talk.says("확인")

    assert _said(talk) == []
    assert list(talk.store.consented()) == []


@pytest.mark.parametrize("between", [("내 데이터 삭제",), ("저장 환영", "보관함 1 쓰기"), ("보관함", "보관함 9 삭제")])
async def test_a_no_is_kept_whatever_was_asked_before_it(talk: Talk, between: tuple[str, ...]) -> None:
    talk.answers()
    await _made(talk)
    talk.says("동의해요")
    for text in between:
        talk.says(text)

    assert _replied(talk, "동의 철회") == ["consent.withdrawn"]
    assert _said(talk) == ["withdrawn"], "what is said is what is stored"


async def test_where_nothing_is_collected_a_yes_after_another_question_is_none(store: SqlStore) -> None:
    talk = Talk(store)
    talk.answers()
    talk.says("내 데이터 삭제")

    with pytest.raises(NotCollecting):
        talk.says("동의해요")
    assert _said(talk) == []
