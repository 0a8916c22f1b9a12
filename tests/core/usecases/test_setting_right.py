"""What is set right by typing at the summary: one step back, a length in proportion, a form that names a kind."""

import pytest

from core.conversation import events
from core.conversation.events import Event, Said
from core.conversation.questions import Key
from core.conversation.replies import ShowSummary, Tell
from core.conversation.session import Answer, Phase, Session
from core.features.registry import advance
from core.privacy.text import MaskedText
from core.prompting.compose import compose
from core.sessions.briefing import brief_of
from core.usecases.summary_understanding import told
from tests.core.conversation.sessions import ANSWERS, session


def _summary(**answers: Answer) -> Session:
    asked = {**ANSWERS, **{Key(name): answer for name, answer in answers.items()}}
    return session(Phase.SUMMARY, answers=asked)


def _after(held: Session, *happened: Event | str) -> Session:
    for each in happened:
        event = Said(MaskedText(each)) if isinstance(each, str) else each
        held = advance(held, told(event, held)).session
    return held


@pytest.mark.parametrize("back", ["되돌려줘", "방금 거 취소해줘", "undo that"])
@pytest.mark.parametrize("change", ["더 짧게", "이모지는 조금만 써줘", "회의록 말고 메일로 바꿔줘"])
def test_the_last_change_at_the_summary_is_undone_and_no_more(change: str, back: str) -> None:
    held = _after(_summary(), "영어로", change)
    assert held.answers != _after(_summary(), "영어로").answers
    step = advance(held, told(Said(MaskedText(back)), held))
    assert [type(reply) for reply in step.replies] == [Tell, ShowSummary]
    assert step.session.answers == _after(_summary(), "영어로").answers
    assert step.session.phase is Phase.SUMMARY


def test_an_answer_that_was_edited_is_undone_as_well() -> None:
    held = _after(_summary(), events.EditRequested(Key.LEVEL), "전문가")
    assert held.answers[Key.LEVEL].choice == "expert"
    assert _after(held, "되돌려줘").answers == ANSWERS


def test_a_change_beneath_the_prompt_is_none_of_the_summary() -> None:
    held = _after(_summary(), "더 짧게")
    assert held.former
    done = session(Phase.DONE, answers=held.answers, former=held.former)
    assert not _after(done, "영어로").former


@pytest.mark.parametrize("says", ["활동 보고서가 아니라 결과 보고서야", "활동 보고서 말고 결과 보고서예요"])
def test_a_kind_that_is_turned_down_is_not_taken_for_another_name_of_it(says: str) -> None:
    held = _after(_summary(purpose=Answer(MaskedText("하반기 채용 결과 보고서 써줘"))), says)
    assert held.answers[Key.INTENT].choice == "neutral.neutral"
    prompt = compose(brief_of(held.answers, held.locale)).prompt
    assert "결과 보고서" in prompt
    assert "활동 보고서" not in prompt
    assert "그 밖의 작업" not in prompt


def test_a_length_in_proportion_is_taken_at_the_summary() -> None:
    held = _after(_summary(length=Answer(MaskedText("600자"))), "길이를 세 배로")
    assert held.answers[Key.LENGTH].text == "1800자 정도"
    assert held.phase is Phase.SUMMARY


def test_what_begins_with_a_name_and_goes_on_is_no_answer_to_that_alone() -> None:
    assert _after(_summary(), "길이 더 길게").answers[Key.LENGTH].choice == "long"
    both = _after(_summary(), "길이 짧게, 언어 영어로").answers
    assert (both[Key.LENGTH].choice, both[Key.LANGUAGE].choice) == ("short", "english")


@pytest.mark.parametrize("says", ["언어 바꿔줘", "언어를 바꾸고 싶어요", "언어 수정"])
def test_an_answer_that_is_to_be_another_is_asked_for_beneath_the_prompt_too(says: str) -> None:
    held = _after(session(Phase.DONE), says)
    assert (held.phase, held.asking) == (Phase.ASKING, Key.LANGUAGE)


@pytest.mark.parametrize(
    ("form", "event", "after"),
    [
        ("email", "make it a chat message instead", "chat message"),
        ("이메일 형식", "메일 말고 카톡 메시지로", "카톡 메시지"),
        ("이메일", events.IntentChosen("mail.chat_message"), "카톡·문자 한 통"),
        ("세 문단 편지글", "메일 말고 카톡 메시지로", "세 문단 편지글"),
    ],
)
def test_a_form_that_names_the_former_kind_gives_way(form: str, event: Event | str, after: str) -> None:
    held = _summary(purpose=Answer(MaskedText("거래처에 안내 메일 써줘")), form=Answer(MaskedText(form)))
    assert _after(held, event).answers[Key.FORM].text == after


@pytest.mark.parametrize(
    "wish", ["표에 담당자 열도 넣어줘", "준비물 칸도 표에 추가해 주세요", "add a column for the owner"]
)
def test_a_list_that_is_to_have_a_column_becomes_a_table(wish: str) -> None:
    held = _after(_summary(form=Answer(MaskedText("목록"), "list")), wish)
    assert held.answers[Key.FORM] == Answer(MaskedText("표"), "table")
    assert held.answers[Key.CONSTRAINTS].text == wish
