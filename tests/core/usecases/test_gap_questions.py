"""What is asked for between the questions and the summary, and what becomes of the answers."""

import itertools

import pytest

from core.adapters.store.store import SqlStore
from core.conversation import events
from core.conversation.model_replies import ShowProgress
from core.conversation.questions import Key
from core.conversation.replies import Ask, AskGap, Reply, ShowPrompt, ShowSummary, Tell
from core.conversation.session import Session
from core.messages import FilesRead, FormFilled, Place, Pressed, ReadFile, Typed
from core.privacy.text import RawText
from core.usecases.chat import Chat
from core.values.locale import Locale
from tests.core.conftest import ALICE, BORA, DM, Talk
from tests.fakes.clock import Clock

_SIX = ("총무팀입니다", "연속 문장", "보통", "한국어", "대학생")
OTHER = Place("test", "T1", "D2")


@pytest.fixture
def talk(store: SqlStore, clock: Clock) -> Talk:
    """The use case where somebody is there to be asked."""
    return _asking(Talk(store, clock))


def _asking(talk: Talk) -> Talk:
    ids = itertools.count()
    talk.chat = Chat(talk.detector, talk.store, lambda: f"asking-{next(ids)}", asks_gaps=True)
    return talk


def _last(talk: Talk, text: str, place: Place = DM) -> Reply:
    return talk.says(text, place=place).deliveries[-1].revealed.reply


def _asked(talk: Talk, purpose: str = "이메일 초안 써줘", place: Place = DM) -> Reply:
    talk.opens(purpose, place=place)
    for text in _SIX:
        talk.says(text, place=place)
    return _last(talk, "건너뛰기", place)


def _session(talk: Talk, place: Place = DM) -> Session:
    with talk.store.begin() as transaction:
        held = transaction.latest_at(place)
    assert held is not None
    return held.session


def _constraints(talk: Talk) -> str:
    answer = _session(talk).answers.get(Key.CONSTRAINTS)
    return answer.text if answer else ""


def _gap(reply: Reply) -> AskGap:
    assert isinstance(reply, AskGap)
    return reply


def test_the_question_has_its_options_and_what_the_ai_would_assume(talk: Talk) -> None:
    ask = _gap(_asked(talk))
    assert (ask.slot, ask.number, ask.count) == ("to", 1, 2)
    assert ask.question == "누구에게 보내나요?"
    assert 3 <= len(ask.options) <= 4
    assert ask.assumed is not None
    assert ask.assumed.startswith("받는 사람: ")


def test_the_answers_become_the_lines_of_their_slots(talk: Talk) -> None:
    _asked(talk)
    assert _gap(_last(talk, "3번이요")).slot == "about"
    assert isinstance(_last(talk, "창고 이사 안내"), ShowSummary)
    assert _constraints(talk) == "받는 사람: 상사\n용건: 창고 이사 안내"
    assert Key.LEFT_OUT not in _session(talk).answers


@pytest.mark.parametrize(
    ("says", "line"),
    [
        ("1", "받는 사람: 거래처"),
        ("첫 번째", "받는 사람: 거래처"),
        ("거래처요", "받는 사람: 거래처"),
        ("팀", "받는 사람: 사내 동료·팀"),
        ("사내 동료·팀에게요", "받는 사람: 사내 동료·팀"),
        ("옆 건물 관리소장님께요", "받는 사람: 옆 건물 관리소장님"),
        ("10명쯤 되는 동호회", "받는 사람: 10명쯤 되는 동호회"),
        ("위에 썼어요", "받는 사람: 요청에 적은 대로"),
        ("AI가 정하기", ""),
        ("5", ""),
        ("아무거나", ""),
        ("알아서 해줘", ""),
        ("건너뛰기", ""),
        ("없어요", ""),
    ],
)
def test_a_typed_answer_is_understood(talk: Talk, says: str, line: str) -> None:
    _asked(talk)
    assert _gap(_last(talk, says)).slot == "about"
    assert _constraints(talk) == line


@pytest.mark.parametrize(
    "says", ["6", "9번", "네", "확인", "", "   ", "수정", "고마워요", "뭐가 좋아요?", ":smile:", "만들어줘?" * 80]
)
def test_what_is_no_answer_is_asked_again(talk: Talk, says: str) -> None:
    _asked(talk)
    if len(says) > 300:
        talk.does(FilesRead(RawText("본문"), (ReadFile(RawText("메모.txt")),)))
    ask = _gap(_last(talk, says))
    assert (ask.slot, _constraints(talk)) == ("to", "")
    assert ask.hint in {"hint.gap", "hint.too_long"}


def test_a_digit_is_the_answer_where_a_number_is_asked_for(talk: Talk) -> None:
    ask = _gap(_asked(talk, "콩트 대본 써줘"))
    while "몇" not in ask.question:
        ask = _gap(_last(talk, "건너뛰기"))
    talk.says("9")
    assert _constraints(talk).endswith(": 9")


@pytest.mark.parametrize(
    ("says", "key", "choice"),
    [("표로 해줘", Key.FORM, "table"), ("짧게요", Key.LENGTH, "short"), ("길이는 길게", Key.LENGTH, "long")],
)
def test_the_choice_of_another_question_is_taken_for_that(talk: Talk, says: str, key: Key, choice: str) -> None:
    _asked(talk)
    assert _gap(_last(talk, says)).slot == "to"
    assert _session(talk).answers[key].choice == choice
    assert _constraints(talk) == ""


def test_a_long_text_is_the_material_that_was_missing(talk: Talk) -> None:
    _asked(talk, "이 기사 요약해 줘")
    assert _gap(_last(talk, "시청 앞 광장이 새로 문을 열었다. " * 30)).slot == "focus"
    assert "광장" in _session(talk).answers[Key.REFERENCE].text


def test_going_back_keeps_the_answer_until_another_takes_its_place(talk: Talk) -> None:
    _asked(talk)
    talk.says("상사")
    ask = _gap(_last(talk, "뒤로"))
    assert ask.current == "받는 사람: 상사"
    assert _gap(_last(talk, "네")).slot == "about"
    assert _constraints(talk) == "받는 사람: 상사"
    talk.says("뒤로")
    talk.says("고객")
    assert _constraints(talk) == "받는 사람: 고객"
    talk.says("뒤로")
    talk.says("AI가 정하기")
    assert _constraints(talk) == ""


def test_back_leads_to_the_reference_and_from_the_summary_to_the_last_question(talk: Talk) -> None:
    _asked(talk)
    reply = _last(talk, "뒤로")
    assert isinstance(reply, Ask)
    assert reply.key is Key.REFERENCE
    assert _gap(_last(talk, "건너뛰기")).slot == "to"
    talk.says("상사")
    talk.says("휴무 안내")
    assert _gap(_last(talk, "뒤로")).slot == "about"
    assert isinstance(_last(talk, "네"), ShowSummary)


def test_a_question_that_was_left_to_the_ai_does_not_come_again(talk: Talk) -> None:
    _asked(talk)
    talk.says("AI가 정하기")
    talk.says("뒤로")
    talk.says("뒤로")
    assert _gap(_last(talk, "건너뛰기")).slot == "to", "it was gone back to"
    talk.says("AI가 정하기")
    assert isinstance(_last(talk, "AI가 정하기"), ShowSummary)


async def test_all_are_left_out_at_once_and_the_prompt_is_made(talk: Talk) -> None:
    _asked(talk)
    turn = talk.says("바로 만들기")
    assert isinstance(turn.deliveries[-1].revealed.reply, ShowProgress)
    assert turn.generating
    deliveries = await talk.generation.run(turn.generating)
    prompt = deliveries[0].revealed.reply
    assert isinstance(prompt, ShowPrompt)
    assert any(line.startswith("받는 사람: ") for line in prompt.assumed)


def test_an_option_pressed_later_changes_that_answer_alone(talk: Talk) -> None:
    _asked(talk)
    talk.does(Pressed(events.GapAnswered("to", 1)))
    assert _gap(talk.does(Pressed(events.GapAnswered("to", 4))).deliveries[-1].revealed.reply).slot == "about"
    assert _constraints(talk) == "받는 사람: 고객"
    assert talk.does(Pressed(events.GapAnswered("to", 4))).deliveries == ()
    talk.says("휴무 안내")
    assert isinstance(talk.does(Pressed(events.GapAnswered("to", 2))).deliveries[-1].revealed.reply, ShowSummary)
    assert _constraints(talk) == "용건: 휴무 안내\n받는 사람: 사내 동료·팀"


def test_what_is_written_under_a_question_is_for_that_question(talk: Talk) -> None:
    _asked(talk)
    talk.says("상사")
    reply = talk.does(Typed(RawText("본사 총무팀"), slot="to")).deliveries[-1].revealed.reply
    assert _gap(reply).slot == "about"
    assert _constraints(talk) == "받는 사람: 본사 총무팀"
    talk.says("건너뛰기")
    reply = talk.does(Typed(RawText("창고 이사"), slot="about")).deliveries[-1].revealed.reply
    assert isinstance(reply, ShowSummary)
    assert _constraints(talk) == "받는 사람: 본사 총무팀\n용건: 창고 이사"


@pytest.mark.parametrize("event", [events.GapAnswered("no_such_slot", 1), events.GapAnswered("to", 9)])
def test_a_press_that_means_nothing_now_changes_nothing(talk: Talk, event: events.GapAnswered) -> None:
    _asked(talk)
    (told,) = talk.does(Pressed(event)).deliveries
    assert isinstance(told.revealed.reply, Tell)
    assert _constraints(talk) == ""
    assert _gap(_last(talk, "네")).slot == "to"


async def test_an_answer_changed_beneath_the_prompt_makes_another_version(talk: Talk) -> None:
    _asked(talk)
    generating = talk.says("바로 만들기").generating
    assert generating
    talk.delivered(await talk.generation.run(generating))
    generating = talk.does(Pressed(events.GapAnswered("to", 1))).generating
    assert generating
    prompt = (await talk.generation.run(generating))[0].revealed.reply
    assert isinstance(prompt, ShowPrompt)
    assert prompt.version.number == 2
    assert "받는 사람: 거래처" in prompt.version.prompt


def test_personal_items_in_an_answer_are_masked(talk: Talk) -> None:
    _asked(talk)
    talk.says("한빛상사 박지훈 과장")
    assert "박지훈" not in _constraints(talk)
    assert "{이름1}" in _constraints(talk)


def test_the_form_leads_to_the_same_questions_and_keeps_their_place(talk: Talk) -> None:
    talk.opens()
    keys = (Key.PURPOSE, Key.BACKGROUND, Key.FORM, Key.LENGTH, Key.LANGUAGE, Key.LEVEL)
    form = FormFilled({key: RawText(text) for key, text in zip(keys, ("이메일 초안 써줘", *_SIX), strict=True)})
    assert _gap(talk.does(form).deliveries[-1].revealed.reply).slot == "to"
    talk.says("상사")
    here = _session(talk).id
    assert _gap(talk.does(form, session=here).deliveries[-1].revealed.reply).slot == "about"
    other = FormFilled({**form.texts, Key.PURPOSE: RawText("로봇이 나오는 소설을 써줘")})
    assert _gap(talk.does(other, session=here).deliveries[-1].revealed.reply).slot == "genre"


def test_it_goes_on_where_it_was_after_a_restart(talk: Talk, store: SqlStore, clock: Clock) -> None:
    _asked(talk)
    talk.says("상사")
    again = _asking(Talk(store, clock))
    turn = again.does(Pressed(events.Resumed()), event="after the restart")
    assert _gap(turn.deliveries[-1].revealed.reply).slot == "about"
    reply = again.does(Typed(RawText("2")), event="the next").deliveries[-1].revealed.reply
    assert isinstance(reply, ShowSummary)


def test_a_new_start_is_offered_to_go_on(talk: Talk) -> None:
    _asked(talk)
    (offer,) = talk.opens().deliveries
    assert isinstance(offer.revealed.reply, Tell)
    assert _gap(_last(talk, "이어서")).slot == "to"


def test_the_question_is_put_in_the_language_that_was_chosen_meanwhile(talk: Talk) -> None:
    _asked(talk)
    ask = _gap(talk.does(Pressed(events.LocaleChosen(Locale.EN))).deliveries[-1].revealed.reply)
    assert ask.question == "Who receives it?"
    talk.says("a superior")
    assert _constraints(talk) == "받는 사람: 상사", "the prompt is in Korean all the same"


def test_another_wish_has_other_questions(talk: Talk) -> None:
    _asked(talk)
    talk.says("상사")
    talk.says("휴무 안내")
    talk.says("작업")
    talk.says("로봇이 나오는 소설을 써줘")
    reply = _last(talk, "뒤로")
    assert isinstance(reply, Ask)
    assert _gap(_last(talk, "건너뛰기")).slot == "genre"


def test_a_full_request_is_asked_nothing(talk: Talk) -> None:
    assert isinstance(_asked(talk, "거래처에 납품이 사흘 늦는다고 알리는 메일"), ShowSummary)


def test_nobody_is_asked_where_nobody_is_there(store: SqlStore) -> None:
    assert isinstance(_asked(Talk(store)), ShowSummary)


def test_who_does_not_want_to_be_asked_is_not_until_they_do(talk: Talk) -> None:
    _asked(talk)
    assert isinstance(_last(talk, "앞으로 묻지 않기"), ShowSummary)
    assert isinstance(_asked(talk, place=OTHER), ShowSummary)
    exported = talk.store.export(ALICE, "test", "T1")["preferences"]
    assert isinstance(exported, list)
    assert [row["questions"] for row in exported] == [False]
    with talk.store.begin() as transaction:
        assert transaction.wants_questions(BORA, "test", "T1")
    talk.says("추가 질문 켜기", place=OTHER)
    talk.says("처음부터", place=OTHER)
    talk.says("확인", place=OTHER)
    talk.says("이메일 초안 써줘", place=OTHER)
    for text in _SIX:
        talk.says(text, place=OTHER)
    assert _gap(_last(talk, "건너뛰기", OTHER)).slot == "to"


def test_what_they_want_is_deleted_with_them(talk: Talk) -> None:
    _asked(talk)
    talk.says("앞으로 묻지 않기")
    talk.says("내 데이터 삭제")
    talk.says("확인")
    assert talk.store.export(ALICE, "test", "T1")["preferences"] == []


async def test_an_assumption_of_the_prompt_is_changed_by_a_tap_which_makes_a_version(talk: Talk) -> None:
    _asked(talk)
    prompt = await _made(talk, talk.says("바로 만들기").generating)
    assumption = prompt.assumptions[0]
    assert assumption.line in prompt.version.assumed
    assert assumption.options
    second = await _made(talk, talk.does(Pressed(events.AssumptionSettled(assumption.slot, 1))).generating)
    assert second.version.number == 2
    assert assumption.options[0] in second.version.prompt
    assert assumption.line not in second.version.prompt
    assert assumption.slot not in {each.slot for each in second.assumptions}
    dropped = second.assumptions[0]
    third = await _made(talk, talk.does(Pressed(events.AssumptionSettled(dropped.slot))).generating)
    assert dropped.line not in third.version.prompt
    assert talk.does(Pressed(events.AssumptionSettled("no_such_slot", 1))).generating is None


async def _made(talk: Talk, generating: str | None) -> ShowPrompt:
    assert generating
    deliveries = await talk.generation.run(generating)
    talk.delivered(deliveries)
    (prompt,) = [each.revealed.reply for each in deliveries if isinstance(each.revealed.reply, ShowPrompt)]
    return prompt
