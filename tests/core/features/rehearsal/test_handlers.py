"""A rehearsal's way through the table, without a model."""

from dataclasses import replace

import pytest

from core.conversation import events
from core.conversation.events import Event, Said
from core.conversation.questions import Key
from core.conversation.replies import Ask, Reply, ShowPrompt, Tell
from core.conversation.session import Answer, Job, Phase, Session, Version
from core.conversation.surroundings import NOTHING, Surroundings
from core.features.registry import advance
from core.features.rehearsal.cast import CAST
from core.features.rehearsal.choice_handlers import LONGEST_GOAL
from core.features.rehearsal.draft import draft
from core.features.rehearsal.events import LineMissing, LineSpoken, PersonaDrawn, RehearsalRequested, Reviewed
from core.features.rehearsal.progress import persona_of, rehearsal_of
from core.features.rehearsal.replies import ShowCast, ShowDocument, ShowLine, ShowPersona, ShowReview
from core.features.rehearsal.review import Point, Review
from core.features.rehearsal.state import RehearsalJob, RehearsalPhase
from core.features.rehearsal.talk import TalkLine, Who
from core.features.rehearsal.talk_handlers import LONGEST_LINE
from core.privacy.text import MaskedText
from core.values.locale import Locale

FRESH = Session("s1", Locale.KO)
AROUND = Surroundings(("gpu",))
PURPOSE = {Key.PURPOSE: Answer(MaskedText("마감 연장 메일 쓰기"))}
DONE = replace(
    FRESH,
    phase=Phase.DONE,
    answers=PURPOSE,
    versions=(Version(1, MaskedText("[역할] …"), PURPOSE),),
    current_version=1,
)


def after(session: Session, *steps: str | Event, around: Surroundings = AROUND) -> tuple[Session, tuple[Reply, ...]]:
    """Return the session after what was said or happened, with the last replies."""
    replies: tuple[Reply, ...] = ()
    for each in steps:
        step = advance(session, Said(MaskedText(each)) if isinstance(each, str) else each, around=around)
        session, replies = step.session, step.replies
    return session, replies


def spoken(text: str, heard: int = 1) -> LineSpoken:
    return LineSpoken(TalkLine(Who.PERSONA, MaskedText(text)), heard)


BEGUN = (RehearsalRequested(), "2", "이틀 미루기")


def test_from_nothing_to_a_review_and_out() -> None:
    session, (cast,) = after(FRESH, RehearsalRequested())
    assert isinstance(cast, ShowCast)
    assert len(cast.personas) >= 10
    session, (persona,) = after(session, "깐깐한 팀장")
    assert isinstance(persona, ShowPersona)
    assert persona.text == "rehearsal.goal"
    session, (opening,) = after(session, "이틀 미루기")
    assert isinstance(opening, ShowLine)
    assert opening.line.text == CAST[Locale.KO]["team_lead"].opening
    session, _ = after(session, "이틀만 미뤄 주세요")
    assert (session.phase, session.job) == (Phase.GENERATING, RehearsalJob.SPEAK)
    session, (line,) = after(session, spoken("왜요?"))
    assert isinstance(line, ShowLine)
    assert line.text is None
    session, _ = after(session, "평가 받기")
    assert session.job is RehearsalJob.REVIEW
    session, (review,) = after(session, Reviewed(Review((Point(MaskedText("좋아요")),))))
    assert isinstance(review, ShowReview)
    session, (over,) = after(session, "그만하기")
    assert over == Tell("rehearsal.over", closes=True)
    assert session.phase is Phase.CANCELLED


@pytest.mark.parametrize(
    ("text", "persona"),
    [("2", "team_lead"), ("면접관", "interviewer"), ("개발자", "veteran"), ("client", "client"), ("12", "parent")],
)
def test_somebody_of_the_cast_is_named(text: str, persona: str) -> None:
    session, _ = after(FRESH, RehearsalRequested(), text)
    assert persona_of(session).id == persona


@pytest.mark.parametrize("text", ["13", "0", "안녕하세요", "…", "", "평가 받기", "가" * 301])
def test_what_describes_nobody_is_asked_for_again(text: str) -> None:
    session, replies = after(FRESH, RehearsalRequested(), text)
    assert session.phase is RehearsalPhase.CASTING
    assert isinstance(replies[0], Tell)
    assert isinstance(replies[1], ShowCast)


def test_a_described_persona_is_approved_or_changed() -> None:
    drawn = draft(MaskedText("까칠한 구매팀장"), Locale.KO)
    session, _ = after(FRESH, RehearsalRequested(), "까칠한 구매팀장")
    assert session.job is RehearsalJob.DRAW
    session, (shown,) = after(session, PersonaDrawn(drawn))
    assert isinstance(shown, ShowPersona)
    assert shown.text == "rehearsal.approve"
    session, _ = after(session, "더 부드럽게")
    assert session.job is RehearsalJob.DRAW
    assert rehearsal_of(session).description == "까칠한 구매팀장, 더 부드럽게"
    for assent in ("확인", "네", "좋아요", "이대로"):
        approved, _ = after(session, PersonaDrawn(drawn), assent)
        assert approved.phase is RehearsalPhase.AIMING
        assert persona_of(approved) == drawn


def test_the_task_of_the_prompt_is_offered_as_the_goal() -> None:
    session, (shown,) = after(DONE, "대화 연습", "3")
    assert isinstance(shown, ShowPersona)
    assert shown.details == {"purpose": "마감 연장 메일 쓰기"}
    session, _ = after(session, "건너뛰기")
    assert rehearsal_of(session).goal == "마감 연장 메일 쓰기"


@pytest.mark.parametrize("text", ["", "   ", "가" * (LONGEST_GOAL + 1), "건너뛰기"])
def test_without_a_goal_it_is_asked_again(text: str) -> None:
    session, replies = after(FRESH, RehearsalRequested(), "2", text)
    assert session.phase is RehearsalPhase.AIMING
    assert any(isinstance(reply, Tell) for reply in replies) or isinstance(replies[-1], ShowPersona)


@pytest.mark.parametrize(
    "text", ["네", "없어요", "다음", "예", "확인", "저장", "보통이요", "길이는 짧게", "공유", "동의해요"]
)
def test_words_of_the_interview_are_just_said(text: str) -> None:
    session, _ = after(FRESH, *BEGUN, text)
    assert rehearsal_of(session).lines == (TalkLine(Who.PERSON, MaskedText(text)),)


@pytest.mark.parametrize("text", ["", "가" * (LONGEST_LINE + 1)])
def test_a_line_that_cannot_be_said_is_refused(text: str) -> None:
    session, (told,) = after(FRESH, *BEGUN, text)
    assert session.phase is RehearsalPhase.REHEARSING
    assert isinstance(told, Tell)


def test_what_is_said_meanwhile_is_kept_behind_the_answer() -> None:
    session, _ = after(FRESH, *BEGUN, "이틀만요")
    job_seq = session.job_seq
    session, (told,) = after(session, "그리고 하나 더요")
    assert isinstance(told, Tell)
    assert told.text == "rehearsal.heard"
    assert session.job_seq == job_seq
    session, replies = after(session, spoken("왜요?"))
    assert [line.text for line in rehearsal_of(session).lines] == ["이틀만요", "왜요?", "그리고 하나 더요"]
    assert isinstance(replies[-1], Tell)
    assert replies[-1].text == "rehearsal.left"
    assert after(session, "다시")[0].job is RehearsalJob.SPEAK


@pytest.mark.parametrize("text", ["동의해요", "네", "수정", "길이", "다시"])
def test_a_word_of_the_controls_while_one_waits_is_just_said(text: str) -> None:
    session, _ = after(FRESH, *BEGUN, "이틀만요", text)
    assert [line.text for line in rehearsal_of(session).lines] == ["이틀만요", text]


def test_a_model_that_does_not_answer_costs_no_word() -> None:
    session, (told,) = after(FRESH, *BEGUN, "이틀만요", LineMissing("slow"))
    assert isinstance(told, Tell)
    assert told.text == "rehearsal.fault.slow"
    assert [line.text for line in rehearsal_of(session).lines] == ["이틀만요"]
    session, _ = after(session, "다시")
    assert (session.phase, session.job) == (Phase.GENERATING, RehearsalJob.SPEAK)


@pytest.mark.parametrize(
    ("steps", "phase"),
    [
        (("까칠한 구매팀장",), RehearsalPhase.CASTING),
        (("2", "이틀 미루기", "이틀만요"), RehearsalPhase.REHEARSING),
        (("2", "이틀 미루기", "이틀만요", spoken("왜요?"), "평가 받기"), RehearsalPhase.REHEARSING),
    ],
)
def test_waiting_is_stopped_and_all_that_was_said_stays(steps: tuple[str | Event, ...], phase: Phase) -> None:
    waiting, _ = after(FRESH, RehearsalRequested(), *steps)
    stopped, _ = after(waiting, "취소")
    assert stopped.phase is phase
    assert stopped.job is Job.PROMPT
    assert rehearsal_of(stopped).lines == rehearsal_of(waiting).lines


def test_starting_over_talks_to_the_same_person_about_the_same() -> None:
    session, (opening,) = after(FRESH, *BEGUN, "이틀만요", spoken("왜요?"), "처음부터")
    assert isinstance(opening, ShowLine)
    assert rehearsal_of(session).lines == ()
    assert rehearsal_of(session).goal == "이틀 미루기"


def test_going_back_changes_the_goal_and_keeps_the_talk() -> None:
    session, (shown,) = after(FRESH, *BEGUN, "이틀만요", spoken("왜요?"), "뒤로")
    assert isinstance(shown, ShowPersona)
    assert shown.goal == "이틀 미루기"
    session, (line,) = after(session, "사흘 미루기")
    assert rehearsal_of(session).goal == "사흘 미루기"
    assert isinstance(line, ShowLine)
    assert line.line.text == "왜요?"


def test_there_is_nothing_to_review_or_to_retry_at_first() -> None:
    session, (told,) = after(FRESH, *BEGUN, "평가 받기")
    assert isinstance(told, Tell)
    assert told.text == "rehearsal.nothing_said"
    _, (told,) = after(session, "다시")
    assert isinstance(told, Tell)
    assert told.text == "rehearsal.nothing_left"


@pytest.mark.parametrize("leave", ["그만하기", "취소"])
def test_it_returns_to_where_it_was_begun(leave: str) -> None:
    session, replies = after(DONE, *BEGUN, "이틀만요", spoken("왜요?"), leave)
    assert session.phase is Phase.DONE
    assert isinstance(replies[-1], ShowPrompt)
    asking, replies = after(replace(FRESH, phase=Phase.ASKING), RehearsalRequested(), "뒤로")
    assert asking.phase is Phase.ASKING
    assert isinstance(replies[-1], Ask)


def test_it_goes_on_after_a_review_or_with_somebody_else() -> None:
    reviewed, _ = after(DONE, *BEGUN, "이틀만요", spoken("왜요?"), "평가 받기", Reviewed(Review()))
    assert reviewed.phase is RehearsalPhase.REVIEWED
    assert after(reviewed, "고마워요")[0] == reviewed
    on, (line,) = after(reviewed, "이어서")
    assert on.phase is RehearsalPhase.REHEARSING
    assert isinstance(line, ShowLine)
    other, _ = after(reviewed, "다른 상대", "1", "자기소개", "그만하기")
    assert other.phase is Phase.DONE


def test_a_new_start_is_an_interview_where_there_is_none_to_return_to() -> None:
    steps = (*BEGUN, "이틀만요", spoken("왜요?"))
    talking, (offer,) = after(FRESH, *steps, events.Started())
    assert isinstance(offer, Tell)
    assert offer.text == "rehearsal.resume"
    assert after(talking, "이어서")[0].phase is RehearsalPhase.REHEARSING
    session, _ = after(FRESH, *steps, "평가 받기", Reviewed(Review()), events.Started())
    assert session.phase is Phase.ASKING


def test_it_is_handed_over_as_a_document_and_as_a_prompt() -> None:
    session, (document,) = after(FRESH, *BEGUN, "이틀만요", spoken("왜요?"), "대화록")
    assert isinstance(document, ShowDocument)
    assert "**나**: 이틀만요" in document.text
    _, (prompt,) = after(session, "프롬프트로 받기")
    assert isinstance(prompt, ShowDocument)
    assert "이틀 미루기" in prompt.text


def test_another_language_changes_the_person_of_the_cast_too() -> None:
    session, _ = after(FRESH, *BEGUN, events.LocaleChosen(Locale.EN))
    assert persona_of(session).name == "Strict team lead"


def test_without_a_model_one_sentence_says_so() -> None:
    for session in (FRESH, DONE):
        unchanged, (told,) = after(session, RehearsalRequested(), around=NOTHING)
        assert told == Tell("rehearsal.nowhere")
        assert unchanged == session
