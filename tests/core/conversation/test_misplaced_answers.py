"""What is typed at a question and is no answer to it: a control, a name, another question's answer, a wish."""

import pytest

from core.conversation import events
from core.conversation.model_replies import ShowProgress
from core.conversation.questions import INTERVIEW, Key
from core.conversation.replies import Ask, ShowSummary, Tell
from core.conversation.session import Answer, Phase, Session
from core.conversation.step import Step
from core.features.feedback.replies import ShowFeedback
from core.features.registry import advance
from core.privacy.text import MaskedText
from core.values.locale import Locale
from tests.core.conversation.sessions import ANSWERS, session


def asking(key: Key, **changes: object) -> Session:
    """Return a session at a question for the first time, with all before it answered."""
    before = {each: ANSWERS[each] for each in INTERVIEW[: INTERVIEW.index(key)]}
    return session(Phase.ASKING, **{"asking": key, "answers": before, "versions": ()} | changes)


def says(held: Session, *texts: str) -> Step:
    for text in texts[:-1]:
        held = advance(held, events.Said(MaskedText(text))).session
    return advance(held, events.Said(MaskedText(texts[-1])))


def question(step: Step) -> tuple[Key, str | None]:
    last = step.replies[-1]
    assert isinstance(last, Ask)
    return last.key, last.hint


def told(step: Step) -> str:
    first = step.replies[0]
    assert isinstance(first, Tell)
    return first.text


@pytest.mark.parametrize(
    "text", ["만들기", "완성", "다음", "건너뛰기", "없어요", "없음", "ㄴㄴ", "ㄱㄱ", "딱히 없어요", "다 했어요", "next"]
)
def test_where_a_reference_is_asked_for_a_word_of_going_on_goes_on(text: str) -> None:
    step = says(asking(Key.REFERENCE), text)
    assert isinstance(step.replies[-1], ShowSummary)
    assert Key.REFERENCE not in step.session.answers


@pytest.mark.parametrize("text", ["다음", "ㄱㄱ", "완성"])
def test_going_on_keeps_an_answer_and_makes_the_prompt_at_the_summary(text: str) -> None:
    kept = says(asking(Key.BACKGROUND, answers=ANSWERS), text)
    assert kept.session.answers[Key.BACKGROUND] == ANSWERS[Key.BACKGROUND]
    assert isinstance(says(session(Phase.SUMMARY), text).replies[-1], ShowProgress)


@pytest.mark.parametrize("key", [Key.BACKGROUND, Key.REFERENCE, Key.PURPOSE])
@pytest.mark.parametrize("text", ["버전", "공유", "다듬기"])
def test_the_word_of_a_control_is_never_kept_as_a_text(key: Key, text: str) -> None:
    step = says(asking(key), text, text)
    assert question(step) == (key, "hint.purpose" if key is Key.PURPOSE else "hint.control")
    assert key not in step.session.answers


def test_a_prompt_that_is_asked_for_too_soon_waits_for_the_questions() -> None:
    assert question(says(asking(Key.FORM), "만들기")) == (Key.FORM, "hint.not_yet")
    assert question(says(asking(Key.PURPOSE), "만들어줘")) == (Key.PURPOSE, "hint.purpose")


def test_a_prompt_that_is_asked_for_amid_an_edit_is_made() -> None:
    editing = session(Phase.ASKING, asking=Key.LEVEL, editing=True, answers=ANSWERS)
    assert isinstance(says(editing, "만들기").replies[-1], ShowProgress)
    assert isinstance(says(editing, "요약").replies[-1], ShowSummary)


@pytest.mark.parametrize("text", ["길이", "길이 수정", "length"])
def test_the_name_of_an_earlier_answer_asks_for_it_again(text: str) -> None:
    step = says(asking(Key.LEVEL), text)
    assert question(step) == (Key.LENGTH, None)
    assert question(says(step.session, "길게")) == (Key.LEVEL, None)


def test_the_name_of_a_later_answer_has_to_wait() -> None:
    assert question(says(asking(Key.FORM), "난이도")) == (Key.FORM, "hint.not_yet")


def test_a_wish_to_edit_names_the_way() -> None:
    step = says(asking(Key.REFERENCE), "수정")
    assert told(step) == "edit.amid"
    assert question(step) == (Key.REFERENCE, None)


def test_a_named_answer_is_set_while_another_is_open() -> None:
    step = says(asking(Key.LEVEL), "길이는 짧게")
    assert told(step) == "answer.moved"
    assert step.session.answers[Key.LENGTH].choice == "short"
    assert question(step) == (Key.LEVEL, None)
    assert says(asking(Key.FORM), "작업 일지").session.answers[Key.FORM].text == "작업 일지"
    assert says(asking(Key.FORM), "형태는 표로").session.answers[Key.FORM].choice == "table"


def test_a_named_answer_may_be_a_bare_number_or_be_left_out() -> None:
    assert says(asking(Key.LEVEL), "길이 300").session.answers[Key.LENGTH].text == "300자"
    assert says(asking(Key.LENGTH), "이천자 정도").session.answers[Key.LENGTH].text == "2000자 정도"
    step = says(asking(Key.LANGUAGE), "자기소개는 없음")
    assert Key.BACKGROUND not in step.session.answers
    assert question(step) == (Key.LANGUAGE, None)
    at_summary = says(session(Phase.SUMMARY), "자기소개 삭제")
    assert Key.BACKGROUND not in at_summary.session.answers
    assert isinstance(at_summary.replies[-1], ShowSummary)
    assert says(session(Phase.SUMMARY), "길이 300").session.answers[Key.LENGTH].text == "300자"


def test_the_choice_of_a_question_to_come_is_taken_for_it() -> None:
    step = says(asking(Key.LENGTH), "한국어")
    assert told(step) == "answer.moved"
    assert step.session.answers[Key.LANGUAGE].choice == "korean"
    assert question(step) == (Key.LENGTH, None)


@pytest.mark.parametrize("times", [1, 2, 3])
def test_the_choice_of_a_question_that_is_answered_changes_nothing(times: int) -> None:
    step = says(asking(Key.LANGUAGE), *(["보통"] * times))
    assert question(step) == (Key.LANGUAGE, "hint.language")
    assert step.session.answers == asking(Key.LANGUAGE).answers


@pytest.mark.parametrize(
    ("key", "text"), [(Key.FORM, "9"), (Key.LENGTH, "7"), (Key.LANGUAGE, "0"), (Key.LEVEL, "12번")]
)
def test_a_number_that_no_choice_has_is_never_an_answer(key: Key, text: str) -> None:
    step = says(asking(key), text, text)
    assert question(step) == (key, "hint.out_of_range")
    assert key not in step.session.answers


@pytest.mark.parametrize(("locale", "kept"), [(Locale.KO, "300자"), (Locale.EN, "300 characters")])
def test_a_number_alone_is_a_length_in_characters(locale: Locale, kept: str) -> None:
    step = says(asking(Key.LENGTH, locale=locale), "300")
    assert step.session.answers[Key.LENGTH] == Answer(MaskedText(kept))


@pytest.mark.parametrize("text", ["ㄱㄱ", "다음", "네", "이어서"])
def test_going_on_with_an_interview_that_is_offered_answers_nothing_in_it(text: str) -> None:
    held = asking(Key.FORM, answers={**ANSWERS, Key.PURPOSE: Answer(MaskedText("보고서로 정리해 줘"))})
    offered = advance(held, events.Started()).session
    step = says(offered, text)
    assert question(step) == (Key.FORM, None)
    assert step.session.answers == held.answers


def test_nothing_under_an_earlier_question_leaves_that_one_out() -> None:
    held = asking(Key.FORM)
    step = advance(held, events.Said(MaskedText("없음"), key=Key.BACKGROUND))
    assert Key.BACKGROUND not in step.session.answers
    assert question(step) == (Key.FORM, None)


@pytest.mark.parametrize(
    ("text", "key", "choice"), [("한국어", Key.LANGUAGE, "korean"), ("전문가", Key.LEVEL, "expert")]
)
def test_a_choice_alone_is_one_at_the_summary(text: str, key: Key, choice: str) -> None:
    step = says(session(Phase.SUMMARY), text)
    assert step.session.answers[key].choice == choice
    assert len(step.replies) == 1


@pytest.mark.parametrize("text", ["만들어", "좋아요", "굿"])
def test_everyday_words_make_the_prompt_at_the_summary(text: str) -> None:
    assert isinstance(says(session(Phase.SUMMARY), text).replies[-1], ShowProgress)


@pytest.mark.parametrize("text", ["👌", ":ok_hand:", "✅", ":white_check_mark:"])
def test_a_sign_is_a_yes_as_emoji_and_as_slack_writes_it(text: str) -> None:
    assert isinstance(says(session(Phase.SUMMARY, versions=()), text).replies[-1], ShowProgress)
    assert question(says(asking(Key.LEVEL), text)) == (Key.LEVEL, "hint.level")


@pytest.mark.parametrize(("text", "rating"), [("👍", "good"), (":+1:", "good"), (":-1:", "bad")])
def test_a_thumb_rates_a_prompt_as_emoji_and_as_slack_writes_it(text: str, rating: str) -> None:
    shown = says(session(Phase.DONE), text).replies[-1]
    assert isinstance(shown, ShowFeedback)
    assert shown.feedback is not None
    assert shown.feedback.rating == rating


@pytest.mark.parametrize("text", ["고마워요", "뭐가 좋아요?", "ㅋㅋ", ":smile:"])
def test_what_answers_nothing_twice_takes_the_usual_choice(text: str) -> None:
    assert says(asking(Key.LENGTH), text, text).session.answers[Key.LENGTH].choice == "medium"


@pytest.mark.parametrize("texts", [("네", "네"), ("ㄱㄱ", "다음"), ("패스", "ㄴㄴ"), ("음", "ㅇㅇ")])
def test_who_only_goes_on_twice_gets_the_usual_choice(texts: tuple[str, str]) -> None:
    assert question(says(asking(Key.LENGTH), texts[0]))[0] is Key.LENGTH
    step = says(asking(Key.LENGTH), *texts)
    assert step.session.answers[Key.LENGTH] == Answer(MaskedText("보통 ~500자"), "medium")
    assert says(asking(Key.LEVEL), *texts).session.answers[Key.LEVEL] == Answer(MaskedText("누구나"))


@pytest.mark.parametrize("text", ["ㅎㅇ", "안녕하세요 뭐해요", "뭐야", "한국어로", "짧게"])
def test_a_hello_or_a_choice_is_no_purpose_however_often(text: str) -> None:
    assert question(says(asking(Key.PURPOSE), text, text)) == (Key.PURPOSE, "hint.purpose")


@pytest.mark.parametrize(
    "text", ["아무거나", "글쎄요", "상관없어요", "지워줘", "안녕하세요", "고마워요", ":smile:", "😀"]
)
def test_words_that_say_nothing_leave_the_introduction_out(text: str) -> None:
    step = says(asking(Key.BACKGROUND, answers=ANSWERS), text)
    assert Key.BACKGROUND not in step.session.answers


def test_a_yes_to_a_reference_asks_for_it() -> None:
    assert question(says(asking(Key.REFERENCE), "네")) == (Key.REFERENCE, "hint.add_reference")


def test_a_wish_beside_no_reference_is_taken_and_there_is_none() -> None:
    step = says(asking(Key.REFERENCE), "참고는 없고 근데 존댓말로 써줘")
    assert told(step) == "reference.wish"
    assert step.session.answers[Key.TONE].text == "존댓말"
    assert Key.REFERENCE not in step.session.answers
    assert isinstance(step.replies[-1], ShowSummary)


@pytest.mark.parametrize(
    "text", ["조건: 전문 용어 빼기", "없어요 대신 전문 용어 빼기로 해줘", "no reference, but keep it humble"]
)
def test_a_condition_in_the_place_of_a_reference_is_one(text: str) -> None:
    step = says(asking(Key.REFERENCE), text)
    assert Key.CONSTRAINTS in step.session.answers
    assert Key.REFERENCE not in step.session.answers


def test_nothing_and_just_make_it_goes_on() -> None:
    step = says(asking(Key.REFERENCE), "없어요 그냥 만들어주세요")
    assert isinstance(step.replies[-1], ShowSummary)
    assert step.session.answers == asking(Key.REFERENCE).answers


def test_a_wish_alone_is_taken_and_a_reference_may_still_come() -> None:
    first = says(asking(Key.REFERENCE), "짧게 써주세요")
    assert told(first) == "reference.wish_or_not"
    assert first.session.answers[Key.LENGTH].choice == "short"
    assert question(first) == (Key.REFERENCE, None)
    assert says(first.session, "짧게 써주세요").session.answers[Key.REFERENCE].text == "짧게 써주세요"


def test_what_may_be_a_wish_is_asked_about_once() -> None:
    first = says(asking(Key.REFERENCE), "이번 주 안에 답 부탁드립니다")
    assert question(first) == (Key.REFERENCE, "hint.reference_wish")
    assert says(first.session, "이번 주 안에 답 부탁드립니다").session.answers[Key.REFERENCE].text.startswith("이번 주")


@pytest.mark.parametrize(
    "text",
    [
        "재고가 없어요. 다음 주에 들어옵니다.",
        "“빨리 보내주세요”",
        "지난 회의록\n- 예산을 줄여 주세요",
        "배송이 늦어져 죄송합니다. 내일 도착 예정입니다.",
        "def f(x): return x/0",
        "작업은 3시에 끝났습니다",
        "Task force meeting at 3pm",
        "언어는 생각의 집이다",
    ],
)
def test_a_reference_is_a_reference(text: str) -> None:
    assert says(asking(Key.REFERENCE), text).session.answers[Key.REFERENCE].text == text


def test_a_form_leaves_out_what_says_that_there_is_nothing() -> None:
    form = {
        Key.PURPOSE: MaskedText("회의록 정리해 줘"),
        Key.BACKGROUND: MaskedText("ㄴㄴ"),
        Key.FORM: MaskedText("9"),
        Key.REFERENCE: MaskedText("딱히 없어요"),
    }
    step = advance(session(Phase.NEW), events.FormSent(form))
    assert set(step.session.answers) == {Key.PURPOSE}
    assert question(step) == (Key.FORM, None)
