"""What is offered for the optional settings: what suits this very thing, taken and taken away with one tap."""

from core.conversation.events import Said, SettingChosen
from core.conversation.questions import OPTIONS, Key
from core.conversation.replies import ShowOptions
from core.conversation.session import Answer, Phase, Session
from core.conversation.understood import Suggestion
from core.features.registry import advance
from core.privacy.text import MaskedText
from core.usecases.summary_understanding import shown, told
from core.values.locale import Locale
from tests.core.conversation.sessions import ANSWERS, session


def _open(purpose: str, locale: Locale = Locale.KO, **more: str) -> Session:
    texts = {Key.PURPOSE: purpose} | {Key(name): text for name, text in more.items()}
    answers = {**ANSWERS, **{key: Answer(MaskedText(text)) for key, text in texts.items()}}
    return session(Phase.OPTIONS, answers=answers, locale=locale)


def _offered(held: Session) -> dict[Key, Suggestion]:
    reply = shown(ShowOptions(held.answers), held)
    assert isinstance(reply, ShowOptions)
    return {suggestion.key: suggestion for suggestion in reply.suggestions}


def _after(held: Session, *happened: Said | SettingChosen) -> Session:
    for event in happened:
        held = advance(held, told(event, held)).session
    return held


def test_what_is_offered_suits_the_thing() -> None:
    mail, code = (
        _offered(_open("업무 메일 써줘")),
        _offered(_open("엑셀 파일 합치는 파이썬 스크립트 짜줘", form="코드")),
    )
    assert "정중한 합니다체" in mail[Key.TONE].texts
    assert mail[Key.CONSTRAINTS].texts[0].startswith("받는 사람: ")
    assert "마음에 들었던" in mail[Key.EXAMPLE_OUTPUT].hint
    assert "표준 라이브러리만 씁니다." in code[Key.CONSTRAINTS].texts
    assert code[Key.TONE].texts == ()
    assert list(mail) == list(OPTIONS)


def test_everything_is_offered_in_the_language_of_the_interface_and_set_in_that_of_the_prompt() -> None:
    held = _open("업무 메일 써줘", Locale.EN)
    assert "polite and formal" in _offered(held)[Key.TONE].texts
    after = _after(held, SettingChosen(Key.TONE, 1))
    assert after.answers[Key.TONE].text == "정중한 합니다체"
    assert _offered(after)[Key.TONE].chosen == (1,)


def test_one_tone_takes_the_place_of_another_and_goes_when_pressed_again() -> None:
    held = _after(_open("업무 메일 써줘"), SettingChosen(Key.TONE, 1), SettingChosen(Key.TONE, 2))
    assert held.answers[Key.TONE].text == "부드러운 해요체"
    assert Key.TONE not in _after(held, SettingChosen(Key.TONE, 2)).answers


def test_conditions_gather_and_an_answer_takes_the_place_of_another_to_the_same_question() -> None:
    held = _after(_open("업무 메일 써줘", constraints="표는 쓰지 마세요"), SettingChosen(Key.CONSTRAINTS, 1))
    assert held.answers[Key.CONSTRAINTS].text.splitlines() == ["표는 쓰지 마세요", "받는 사람: 거래처"]
    again = _after(held, SettingChosen(Key.CONSTRAINTS, 2))
    assert again.answers[Key.CONSTRAINTS].text.splitlines() == ["표는 쓰지 마세요", "받는 사람: 사내 동료·팀"]
    assert _offered(again)[Key.CONSTRAINTS].chosen == (2,)
    alone = _after(_open("업무 메일 써줘"), SettingChosen(Key.CONSTRAINTS, 5), SettingChosen(Key.CONSTRAINTS, 5))
    assert Key.CONSTRAINTS not in alone.answers


def test_a_number_means_a_place_among_all_that_is_offered() -> None:
    held = _open("업무 메일 써줘")
    tones = len(_offered(held)[Key.TONE].texts)
    assert _after(held, Said(MaskedText("2"))).answers[Key.TONE].text == "부드러운 해요체"
    after = _after(held, Said(MaskedText(str(tones + 1))))
    assert after.answers[Key.CONSTRAINTS].text == "받는 사람: 거래처"
    assert _after(held, Said(MaskedText("99"))).answers == held.answers


def test_what_is_not_offered_any_more_changes_nothing() -> None:
    held = _open("업무 메일 써줘")
    assert _after(held, SettingChosen(Key.TONE, 9), SettingChosen(Key.STEPS, 1)).answers == held.answers
