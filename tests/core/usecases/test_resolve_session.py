"""What a person does is about the interview it was done to; what they type is about the one last spoken of."""

import pytest

from core.conversation import events
from core.conversation.events import Event
from core.conversation.prompt_events import GenerationRequested, RefineRequested, VersionsRequested
from core.conversation.questions import Key
from core.conversation.rating import Rating
from core.conversation.replies import Ask, ShowPrompt, ShowVersions, Tell
from core.conversation.session import Phase, Session
from core.errors import InterviewGone, TextTooLong
from core.features.feedback.events import Rated
from core.features.library.events import SaveRequested
from core.features.rehearsal.events import RehearsalRequested
from core.features.takeaway.events import TakeRequested
from core.messages import Action, FormFilled, Pasted, Pressed, Typed
from core.privacy.text import RawText
from core.usecases.limits import Limits
from tests.core.conftest import ALICE, BORA, CHANNEL, DM, Talk

OLD, NEW = "session-0", "session-1"


async def _made(talk: Talk) -> None:
    """Make a prompt in the session OLD."""
    talk.answers()
    turn = talk.does(Pressed(GenerationRequested()))
    talk.delivered(await talk.generation.run(turn.generating or ""))


async def _made_and_followed(talk: Talk) -> None:
    """Make a prompt, and begin another interview at the same place."""
    await _made(talk)
    talk.opens("주간 보고서 요약해 줘")


async def _both_made(talk: Talk) -> None:
    await _made(talk)
    await _made(talk)


def _session(talk: Talk, session: str) -> Session:
    with talk.store.begin() as transaction:
        held = transaction.get(session)
    assert held is not None
    return held.session


def _front(talk: Talk) -> str:
    with talk.store.begin() as transaction:
        held = transaction.latest_at(DM)
    assert held is not None
    return held.session.id


def _presses(talk: Talk, event: Event, session: str = OLD, person: str = ALICE) -> tuple[object, ...]:
    turn = talk.does(Pressed(event), person=person, session=session)
    return tuple(delivery.outgoing.reply for delivery in turn.deliveries)


async def test_a_control_is_about_the_prompt_it_stands_under(talk: Talk) -> None:
    await _made_and_followed(talk)

    (listed,) = _presses(talk, VersionsRequested())
    assert isinstance(listed, ShowVersions)
    _presses(talk, GenerationRequested(anew=True))
    talk.delivered(await talk.generation.run(OLD))

    assert [version.number for version in _session(talk, OLD).versions] == [1, 2]
    assert _session(talk, NEW).asking is Key.BACKGROUND


async def test_a_rating_is_for_the_version_of_the_prompt_it_stands_under(talk: Talk) -> None:
    await _both_made(talk)
    _presses(talk, Rated(Rating.GOOD, 1))
    assert _session(talk, OLD).versions[0].feedback is not None
    assert _session(talk, NEW).versions[0].feedback is None


@pytest.mark.parametrize(
    ("action", "front"),
    [
        pytest.param(Pressed(VersionsRequested()), OLD, id="its versions are listed"),
        pytest.param(Pressed(RefineRequested()), OLD, id="a wish is invited"),
        pytest.param(Pressed(events.EditRequested(Key.LENGTH)), OLD, id="an answer is asked for again"),
        pytest.param(Typed(RawText("더 짧게")), OLD, id="a wish was written to it"),
        pytest.param(Pressed(RehearsalRequested()), OLD, id="a rehearsal is begun from it"),
        pytest.param(Pressed(SaveRequested()), NEW, id="it is kept"),
        pytest.param(Pressed(Rated(Rating.BAD, 1)), NEW, id="it is rated"),
        pytest.param(Pressed(TakeRequested()), NEW, id="it is taken along"),
        pytest.param(Pasted(RawText("{이름1}님께")), NEW, id="an answer is restored for it"),
    ],
)
async def test_what_is_typed_next_is_about_the_one_spoken_of(talk: Talk, action: Action, front: str) -> None:
    await _both_made(talk)
    talk.does(action, session=OLD)
    assert _front(talk) == front


@pytest.mark.parametrize(
    ("action", "front"),
    [
        pytest.param(Pressed(VersionsRequested()), NEW, id="its versions are listed"),
        pytest.param(Pressed(GenerationRequested(anew=True)), NEW, id="it is made again"),
        pytest.param(Typed(RawText("더 짧게")), NEW, id="a wish was written to it"),
        pytest.param(Pressed(events.EditRequested(Key.LENGTH)), OLD, id="an answer is asked for again"),
        pytest.param(Pressed(events.ForgetRequested()), OLD, id="a confirmation is asked for"),
    ],
)
async def test_an_open_question_is_not_pushed_aside(talk: Talk, action: Action, front: str) -> None:
    await _made_and_followed(talk)
    talk.does(action, session=OLD)
    assert _front(talk) == front


async def test_an_unfinished_interview_that_was_left_is_offered_again(talk: Talk) -> None:
    await _made_and_followed(talk)
    _presses(talk, events.EditRequested(Key.LENGTH))
    talk.says("짧게")
    turn = talk.does(Pressed(GenerationRequested()))
    talk.delivered(await talk.generation.run(turn.generating or ""))
    assert turn.generating == _front(talk) == OLD

    (offer,) = (delivery.outgoing.reply for delivery in talk.opens().deliveries)

    assert isinstance(offer, Tell)
    assert offer.text == "resume.offer"
    assert _front(talk) == NEW
    (asked,) = (delivery.outgoing.reply for delivery in talk.does(Pressed(events.Resumed())).deliveries)
    assert isinstance(asked, Ask)
    assert asked.key is Key.BACKGROUND


async def test_a_newer_interview_comes_before_one_brought_forward(talk: Talk) -> None:
    await _both_made(talk)
    _presses(talk, VersionsRequested())
    talk.opens()
    assert _front(talk) == "session-2"


async def test_one_that_was_ended_takes_nothing_any_more(talk: Talk) -> None:
    talk.opens("회의록 정리해 줘")
    talk.says("취소")
    talk.says("확인")
    talk.opens("주간 보고서 요약해 줘")

    with pytest.raises(InterviewGone):
        _presses(talk, events.Chosen(Key.FORM, "table"))
    with pytest.raises(InterviewGone):
        _presses(talk, events.Chosen(Key.FORM, "table"), session="never-there")

    assert Key.FORM not in _session(talk, NEW).answers


def test_what_was_written_to_one_that_is_gone_is_not_lost(talk: Talk) -> None:
    talk.opens("회의록 정리해 줘")
    talk.does(Typed(RawText("기획팀")), session="never-there")
    assert _session(talk, OLD).answers[Key.BACKGROUND].text == "기획팀"


def test_the_form_of_one_that_is_gone_begins_one_and_writes_over_no_other(talk: Talk) -> None:
    talk.opens("회의록 정리해 줘")
    talk.does(FormFilled({Key.PURPOSE: RawText("메일 쓰기"), Key.BACKGROUND: RawText("기획팀")}), session="never-there")
    assert _session(talk, OLD).answers[Key.PURPOSE].text == "회의록 정리해 줘"
    assert _session(talk, NEW).answers[Key.BACKGROUND].text == "기획팀"


async def test_somebody_elses_is_left_alone(talk: Talk) -> None:
    await _made(talk)
    (told,) = _presses(talk, VersionsRequested(), person=BORA)
    assert isinstance(told, Tell)
    assert told.text == "error.not_owner"
    assert _session(talk, OLD).phase is Phase.DONE


async def test_another_workspace_reaches_none_of_this_one(talk: Talk) -> None:
    await _made(talk)
    elsewhere = type(DM)("test", "T2", "D1")
    with pytest.raises(InterviewGone):
        talk.does(Pressed(VersionsRequested()), place=elsewhere, session=OLD)


async def test_a_control_reaches_its_interview_from_another_place(talk: Talk) -> None:
    await _made(talk)
    turn = talk.does(Pressed(events.Resumed()), place=CHANNEL, session=OLD)
    (delivery,) = turn.deliveries
    assert isinstance(delivery.outgoing.reply, ShowPrompt)
    assert delivery.outgoing.place == DM


async def test_what_another_writes_to_a_prompt_is_left_alone_whatever_is_wrong_with_it(talk: Talk) -> None:
    talk.answers(place=CHANNEL)
    turn = talk.does(Pressed(GenerationRequested()), place=CHANNEL)
    talk.delivered(await talk.generation.run(turn.generating or ""))
    talk.opens("주간 보고서 요약해 줘", person=BORA, place=CHANNEL)

    too_long = Typed(RawText("가" * (Limits().text + 1)))

    assert talk.does(too_long, person=BORA, place=CHANNEL, session=OLD).deliveries == ()
    with pytest.raises(TextTooLong):
        talk.does(too_long, person=BORA, place=CHANNEL)
