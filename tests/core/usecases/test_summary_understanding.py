"""What the summary shows of how a wish was understood, and what sets it right."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from core.conversation import events
from core.conversation.events import Said
from core.conversation.questions import Key
from core.conversation.replies import AskIntent, ShowPrompt, ShowReasons, ShowSummary
from core.conversation.session import Answer, Phase, Session, Version
from core.errors import IllegalEvent
from core.features.registry import advance
from core.messages import Pressed
from core.privacy.text import MaskedText
from core.usecases.kind_named import families
from core.usecases.summary_understanding import shown, told, understood_of
from core.values.locale import Locale
from tests.core.conftest import DM, Talk
from tests.core.conversation.sessions import ANSWERS, session

_SIX = ("거래처에 납기 지연 사과 메일 써줘", "총무팀입니다. 새 납기는 10월 3일이에요. 반말은 쓰지 마세요.")
_CHOICES = ("연속 문장", "보통", "한국어", "대학생", "건너뛰기")


def _asked(purpose: str, phase: Phase = Phase.SUMMARY, **more: str) -> Session:
    told_of = {Key.PURPOSE: purpose} | {Key(name): text for name, text in more.items()}
    answers = {**ANSWERS, **{key: Answer(MaskedText(text)) for key, text in told_of.items()}}
    return session(phase, answers=answers)


def _settled(talk: Talk) -> ShowSummary:
    talk.opens()
    *earlier, last = (*_SIX, *_CHOICES)
    for text in earlier:
        talk.says(text)
    turn = talk.says(last)
    reply = turn.deliveries[-1].revealed.reply
    assert isinstance(reply, ShowSummary)
    return reply


def _summary(held: Session) -> ShowSummary:
    reply = shown(ShowSummary(held.answers, ()), held)
    assert isinstance(reply, ShowSummary)
    return reply


def _set(held: Session, *happened: events.Event) -> Mapping[Key, Answer]:
    for event in happened:
        held = advance(held, told(event, held)).session
    return held.answers


def test_the_summary_says_what_was_understood(talk: Talk) -> None:
    understood = _settled(talk).understood
    assert understood is not None
    assert understood.kind.id == "mail.apology_mail"
    assert len(understood.others) == 2
    assert understood.requirements == (MaskedText("반말은 쓰지 않습니다"),)
    assert any("10월 3일" in sentence for sentence in understood.told)


def test_what_is_not_known_is_not_shown() -> None:
    understood = understood_of(_asked("메모 정리해 줘", background="총무팀입니다"))
    assert understood is not None
    assert understood.audience is None
    assert understood.requirements == ()
    assert understood.told == (MaskedText("총무팀입니다"),)
    assert understood_of(Session("s", Locale.KO)) is None


@pytest.mark.parametrize(
    ("purpose", "says", "intent", "renamed"),
    [
        ("거래처에 사과 메일 써줘", "사과 메일이 아니라 문자야", "mail.chat_message", "거래처에 사과 문자 써줘"),
        ("3분기 실적 보고서 써줘", "보고서 말고 메일로", "mail.work_mail", "3분기 실적 메일 써줘"),
        ("3분기 실적 메일 써줘", "작업은 보고서로", "reports.work_report", "3분기 실적 보고서 써줘"),
        ("워크숍 공지를 써줘", "편지로 바꿔줘", "occasions.personal_letter", "워크숍 편지를 써줘"),
        ("제품 소개 글 써줘", "작업은 메일로", "mail.work_mail", ""),
        ("write an email to my boss", "a report, not an email", "reports.work_report", ""),
    ],
)
@pytest.mark.parametrize("phase", [Phase.SUMMARY, Phase.DONE])
def test_another_kind_is_taken_by_its_name(phase: Phase, purpose: str, says: str, intent: str, renamed: str) -> None:
    answers = _set(_asked(purpose, phase), Said(MaskedText(says)))
    choice = answers[Key.INTENT].choice
    assert choice is not None
    assert choice.partition(".")[0] == intent.partition(".")[0]
    assert not renamed or answers[Key.PURPOSE].text == renamed


@pytest.mark.parametrize(
    "says",
    ["표 말고 리스트로", "영어 말고 한국어로", "쉬운 말로 바꿔줘", "가격 말고 품질로", "월요일이 아니라 화요일이야"],
)
def test_other_wishes_name_no_kind(says: str) -> None:
    event = told(Said(MaskedText(says)), _asked("제품 소개 메일 써줘", Phase.DONE))
    assert isinstance(event, Said)
    assert event.named is None


def test_the_next_guesses_are_one_press_or_one_digit_away() -> None:
    held = _asked("거래처에 사과 메일 써줘")
    understood = _summary(held).understood
    assert understood is not None
    second = understood.others[1]
    assert _set(held, Said(MaskedText("2")))[Key.INTENT] == Answer(MaskedText(second.name), second.id)
    assert _set(held, events.IntentChosen(second.id))[Key.INTENT] == Answer(MaskedText(second.name), second.id)


def test_a_kind_that_there_is_not_is_refused() -> None:
    with pytest.raises(IllegalEvent):
        told(events.IntentChosen("mail.no_such_thing"), _asked("메일 써줘"))


def test_the_list_is_shown_by_family_and_answered_by_number_or_name() -> None:
    held = _asked("거래처에 사과 메일 써줘")
    step = advance(held, events.EditRequested(Key.INTENT))
    reply = shown(step.replies[0], step.session)
    assert isinstance(reply, AskIntent)
    assert reply.families == families(Locale.KO)
    third = [kind for family in reply.families for kind in family.kinds][2]
    assert _set(held, events.EditRequested(Key.INTENT), Said(MaskedText("3번")))[Key.INTENT].choice == third.id
    assert _set(held, events.EditRequested(Key.INTENT), Said(MaskedText("공지")))[Key.INTENT].choice == "notices.notice"


def test_an_unknown_name_is_asked_again() -> None:
    held = advance(_asked("사과 메일 써줘"), events.EditRequested(Key.INTENT)).session
    event = told(Said(MaskedText("ㅁㄴㅇㄹ")), held)
    (reply,) = advance(held, event).replies
    assert isinstance(reply, AskIntent)
    assert reply.hint == "hint.intent"


def test_an_assumption_is_answered_or_taken_away() -> None:
    held = _asked("거래처에 사과 메일 써줘", background="총무팀")
    understood = understood_of(held)
    assert understood is not None
    assumption = understood.assumptions[0]
    answers = _set(held, events.AssumptionSettled(assumption.slot, 1))
    assert answers[Key.CONSTRAINTS].text == assumption.options[0]
    gone = _set(held, events.AssumptionSettled(assumption.slot))
    assert Key.CONSTRAINTS not in gone
    for kept in (answers, gone):
        after = understood_of(session(Phase.SUMMARY, answers=kept))
        assert after is not None
        assert assumption.slot not in {each.slot for each in after.assumptions}


def test_an_assumption_is_set_right_by_its_name() -> None:
    held = _asked("거래처에 사과 메일 써줘", background="총무팀")
    understood = understood_of(held)
    assert understood is not None
    head = understood.assumptions[0].line.partition(":")[0]
    answers = _set(held, Said(MaskedText(f"{head}: 전액 환불")))
    assert answers[Key.CONSTRAINTS].text == f"{head}: 전액 환불"


def test_a_press_on_an_assumption_that_is_gone_changes_nothing() -> None:
    held = _asked("거래처에 사과 메일 써줘")
    assert _set(held, events.AssumptionSettled("no_such_slot", 1)) == held.answers


async def test_the_reasons_come_on_demand_and_the_prompt_does_not_list_them(talk: Talk) -> None:
    _settled(talk)
    version = await _made(talk, "만들기")
    reply = talk.says("이유").deliveries[-1].revealed.reply
    assert isinstance(reply, ShowReasons)
    assert reply.version == version
    assert version.improvements


async def test_the_prompt_follows_what_was_set_right(talk: Talk) -> None:
    _settled(talk)
    talk.says("사과 메일이 아니라 문자야")
    talk.says("읽는 사람은 팀장님")
    first = await _made(talk, "만들기")
    assert "사과 문자를 씁니다" in first.prompt
    assert "읽는 사람: 팀장님" in first.prompt
    assert "반말은 쓰지 않습니다" in first.prompt
    refined = await _made(talk, "첫 번째 제약 빼줘")
    assert "반말은 쓰지 않습니다" not in refined.prompt
    back = talk.says("되돌려줘").deliveries[-1].revealed.reply
    assert isinstance(back, ShowPrompt)
    assert back.version.number == 1


def test_a_line_of_the_prompt_is_taken_away_and_another_after_it() -> None:
    prompt = MaskedText("[작업]\n씁니다.\n\n[제약]\n- 반말은 쓰지 않습니다\n- 가격은 적지 않습니다")
    held = _asked("사과 메일 써줘", Phase.DONE)
    held = replace(held, versions=(replace(held.versions[0], prompt=prompt),))
    first = _set(held, Said(MaskedText("두 번째 제약 빼줘")))
    assert first[Key.LEFT_OUT] == Answer(MaskedText("가격은 적지 않습니다"))
    again = _set(replace(held, answers=first), Said(MaskedText("제약 1번도 빼줘")))
    assert again[Key.LEFT_OUT] == Answer(MaskedText("가격은 적지 않습니다\n반말은 쓰지 않습니다"))
    assert _set(held, Said(MaskedText("가격은 빼줘")))[Key.CONSTRAINTS].text == "가격은 빼줘"


def test_a_fact_that_is_to_be_left_unsaid_goes_and_is_not_added_again() -> None:
    prompt = MaskedText("[작업]\n씁니다.\n\n[주어진 정보]\n- 계좌는 국민 {계좌번호1}\n\n[제약]\n- 짧게 씁니다")
    held = _asked("사과 메일 써줘", Phase.DONE)
    held = replace(held, versions=(replace(held.versions[0], prompt=prompt),))
    answers = _set(held, Said(MaskedText("계좌번호는 빼줘")))
    assert answers[Key.LEFT_OUT] == Answer(MaskedText("계좌는 국민 {계좌번호1}"))
    assert answers[Key.CONSTRAINTS] == Answer(MaskedText("계좌번호는 빼줘"))


async def test_a_kept_item_in_a_line_that_goes_is_stored_by_its_label(talk: Talk) -> None:
    talk.opens("김서연에게 보낼 사과 메일 써줘")
    for text in ("한빛상사 총무팀입니다. 한빛상사 담당자 이름은 쓰지 마세요.", *_CHOICES):
        talk.says(text)
    talk.says("{기관1} 그대로")
    first = await _made(talk, "만들기")
    line = next(line for line in first.prompt.partition("[제약]")[2].splitlines() if "한빛상사" in line)
    refined = await _made(talk, f"‘{line.removeprefix('- ')}’ 빼줘")
    assert line not in refined.prompt
    with talk.store.begin() as transaction:
        held = transaction.latest_at(DM)
    assert held is not None
    assert held.session.answers[Key.LEFT_OUT].text == "{기관1} 담당자 이름은 쓰지 않습니다."


async def test_a_refinement_shows_only_what_changed(talk: Talk) -> None:
    talk.opens("여행 일정 짜줘")
    for text in ("총무팀", *_CHOICES):
        talk.says(text)
    first = await _shown(talk, "만들기")
    assert first.assumed == first.version.assumed != ()
    assert first.changes == ()
    refined = await _shown(talk, "가격은 빼줘")
    assert any("가격" in change.line and change.added for change in refined.changes)
    assert refined.version.assumed == first.assumed
    assert refined.assumed == ()


async def _made(talk: Talk, says: str) -> Version:
    return (await _shown(talk, says)).version


async def _shown(talk: Talk, says: str) -> ShowPrompt:
    turn = talk.says(says)
    assert turn.generating
    deliveries = await talk.generation.run(turn.generating)
    talk.delivered(deliveries)
    (prompt,) = [each.revealed.reply for each in deliveries if isinstance(each.revealed.reply, ShowPrompt)]
    return prompt


def test_a_pressed_kind_answers_in_the_talk(talk: Talk) -> None:
    _settled(talk)
    reply = talk.does(Pressed(events.IntentChosen("mail.chat_message"))).deliveries[-1].revealed.reply
    assert isinstance(reply, ShowSummary)
    assert reply.understood is not None
    assert reply.understood.kind.id == "mail.chat_message"


def test_a_word_of_the_answers_that_sounds_like_a_kind_is_corrected() -> None:
    session = _asked("인스타 홍보 문구 써줘", Phase.DONE, background="꽃집 운영합니다")
    event = told(Said(MaskedText("꽃집이 아니라 빵집이야")), session)
    assert isinstance(event, Said)
    assert event.named is None
