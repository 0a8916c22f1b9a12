"""The transition table: every legal pair leads somewhere, every other pair raises and changes nothing."""

import dataclasses
import importlib
from collections.abc import Mapping
from contextlib import suppress
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.conversation import events, prompt_events, summary_events
from core.conversation.events import Event
from core.conversation.model_answer import ModelAnswer
from core.conversation.prompt_events import (
    AnswerPasted,
    Generated,
    GenerationRequested,
    PromptLanguageChosen,
    ReasonsRequested,
    RefineRequested,
    RequestNotUnderstood,
    RestoreRequested,
    VariantChosen,
    VersionChosen,
    VersionsRequested,
)
from core.conversation.questions import NUMBERED, OPTIONS, QUESTIONS, Key
from core.conversation.rating import Rating
from core.conversation.replies import Ask, Greet, OpenForm, ShowPrompt, ShowSummary
from core.conversation.session import Answer, Asked, Confirming, Contents, Document, Job, Phase, Session, State, Unit
from core.conversation.step import Step
from core.conversation.summary import is_complete
from core.conversation.summary_events import MatterKept, OtherWayTaken
from core.conversation.texts import TEXTS
from core.conversation.transitions import INTERVIEW
from core.conversation.understood import OtherWay
from core.errors import IllegalEvent
from core.features.comparison.comparison import ComparisonJob
from core.features.comparison.events import Compared, CompareRequested, Voted
from core.features.feedback.events import Rated
from core.features.library.events import (
    EntryAmended,
    EntryBrought,
    EntryOpened,
    EntryUsed,
    LibraryExported,
    LibraryRequested,
    SaveRequested,
)
from core.features.library.state import LibraryAsked, LibraryPhase, TemplateForm
from core.features.mask_list.events import ListingRequested
from core.features.registry import MACHINE, PARTS, advance
from core.features.rehearsal.draft import draft
from core.features.rehearsal.events import (
    LineMissing,
    LineSpoken,
    PersonaChosen,
    PersonaDrawn,
    PortableRequested,
    RehearsalRequested,
    RetryRequested,
    Reviewed,
    ReviewRequested,
    TranscriptRequested,
)
from core.features.rehearsal.review import Review
from core.features.rehearsal.state import RehearsalJob, RehearsalPhase
from core.features.rehearsal.talk import TalkLine, Who
from core.features.substance.events import ProposalsSwitched, QuestionOpened, SubstanceAsked, SubstanceFound
from core.features.takeaway.events import TakeRequested
from core.features.training_data.events import ConsentGiven, ConsentRequested, ConsentWithdrawn
from core.features.trial.events import ModelAnswered, TryRequested
from core.features.trial.handlers import TrialJob
from core.ports.library import Amendment
from core.privacy.text import MaskedText
from core.sessions.briefing import brief_in
from core.values.choices import Variant
from core.values.locale import Locale
from tests.core.conversation.sessions import ANSWERS, BENEATH, VERSION, session, tells

_DOCUMENT = Document(MaskedText("a.pdf"), Contents(3, 2, {Unit.PAGES: 3}, {Unit.PICTURES: 1}))
_EVENTS: Mapping[type[Event], Event] = {
    type(event): event
    for event in (
        events.Started(),
        events.Said(MaskedText("짧게")),
        events.SentNoWords(),
        events.Chosen(Key.FORM, "list"),
        events.SuggestionTaken(Key.FORM),
        events.IntentChosen("mail.work_mail", "업무 메일"),
        events.FamilyOpened("mail"),
        events.AssumptionSettled("to", 1, MaskedText("받는 사람: 상사"), MaskedText("받는 사람: 거래처로 봅니다.")),
        OtherWayTaken("language", OtherWay("language", MaskedText("한국어로 쓰기"))),
        events.SettingChosen(Key.TONE, 1, MaskedText("정중한 합니다체")),
        SubstanceAsked("1a2b"),
        SubstanceFound("1a2b"),
        ProposalsSwitched(1, wanted=False),
        QuestionOpened(1),
        events.GapsFound(("to", "action")),
        events.GapAnswered("to", 1, MaskedText("받는 사람: 상사"), "받는 사람: "),
        events.QuestionsSwitched(wanted=False),
        events.FormRequested(),
        events.FormSent({Key.PURPOSE: MaskedText("요약")}),
        events.ReferenceAdded((_DOCUMENT,), MaskedText("본문")),
        events.ReferenceRefused("error.too_long", {"max": 1}),
        events.Resumed(),
        events.WentBack(),
        events.ChangeUndone(),
        events.Skipped(),
        events.HelpRequested(),
        events.KeptAsIs(),
        events.Paused(),
        events.ItemDenied(),
        events.Restarted(),
        events.Cancelled(),
        events.Moved(),
        events.EditRequested(Key.LENGTH),
        events.OptionsOpened(),
        events.SummaryRequested(),
        events.ItemSwitched("{이름1}", kept=True),
        MatterKept(("{이름1}",)),
        GenerationRequested(),
        Generated(MaskedText("[역할] …"), (), ()),
        RequestNotUnderstood(),
        ReasonsRequested(),
        VersionsRequested(),
        VersionChosen(1),
        VariantChosen(Variant.COMPACT),
        PromptLanguageChosen(Locale.EN),
        Rated(Rating.GOOD),
        RestoreRequested(),
        RefineRequested(),
        AnswerPasted(MaskedText("답변")),
        TakeRequested(),
        ListingRequested(MaskedText("오로라"), masks=True),
        ConsentRequested(),
        ConsentGiven(),
        ConsentWithdrawn(),
        SaveRequested(),
        LibraryRequested(),
        LibraryExported(),
        EntryOpened(3),
        EntryUsed(3),
        EntryBrought(MaskedText("{이름1}에게")),
        EntryAmended(3, Amendment.STAR),
        events.ExportRequested(),
        events.ForgetRequested(),
        events.Confirmed(),
        events.LocaleChosen(Locale.EN),
        TryRequested(),
        CompareRequested(),
        Compared(()),
        Voted("A"),
        ModelAnswered(ModelAnswer("gpu", "mixtral", MaskedText("답"))),
        RehearsalRequested(),
        PersonaChosen("client"),
        PersonaDrawn(draft(MaskedText("까칠한 구매팀장"), Locale.KO)),
        LineSpoken(TalkLine(Who.PERSONA, MaskedText("왜요?")), 1),
        LineMissing("slow"),
        RetryRequested(),
        ReviewRequested(),
        Reviewed(Review()),
        TranscriptRequested(),
        PortableRequested(),
    )
}
_ANYTIME = {
    events.ForgetRequested,
    events.ExportRequested,
    ConsentRequested,
    ConsentGiven,
    ConsentWithdrawn,
    LibraryRequested,
    LibraryExported,
    EntryOpened,
    EntryUsed,
    EntryBrought,
    EntryAmended,
    events.SentNoWords,
    events.QuestionsSwitched,
}
_SILENT = {SubstanceAsked, SubstanceFound}
"""What nobody waits for, or not any more."""

_UNFINISHED = {
    events.Started,
    events.Resumed,
    events.Restarted,
    events.Cancelled,
    events.Moved,
    events.FormRequested,
    events.FormSent,
    events.ReferenceRefused,
    AnswerPasted,
    events.LocaleChosen,
    events.Said,
    events.WentBack,
    events.ReferenceAdded,
    events.Chosen,
    events.IntentChosen,
    events.FamilyOpened,
    events.GapAnswered,
    events.HelpRequested,
    events.KeptAsIs,
    events.Paused,
    events.ItemDenied,
    events.ItemSwitched,
    MatterKept,
    VersionChosen,
}
_LOOKED_OVER = {
    events.EditRequested,
    events.OptionsOpened,
    events.SettingChosen,
    ProposalsSwitched,
    events.AssumptionSettled,
    OtherWayTaken,
    events.SummaryRequested,
    GenerationRequested,
    Rated,
    SaveRequested,
}
_REHEARSAL = {
    events.SentNoWords,
    events.ForgetRequested,
    events.ExportRequested,
    events.Started,
    events.Resumed,
    events.Cancelled,
    events.LocaleChosen,
    AnswerPasted,
    RehearsalRequested,
    events.Said,
    events.WentBack,
    events.HelpRequested,
}
_TALKED = {
    ReviewRequested,
    events.Restarted,
    TranscriptRequested,
    PortableRequested,
}
_WAITED_FOR: set[type[Event]] = {
    *_ANYTIME,
    *_UNFINISHED,
    *_LOOKED_OVER,
    events.Skipped,
    events.Confirmed,
    QuestionOpened,
    TryRequested,
    CompareRequested,
    RehearsalRequested,
    PersonaChosen,
    RetryRequested,
    ReviewRequested,
}
_LEGAL: Mapping[State, set[type[Event]]] = {
    Phase.NEW: _ANYTIME
    | {events.HelpRequested, events.Said, events.Started, events.FormRequested, events.FormSent, RehearsalRequested},
    Phase.ASKING: _ANYTIME
    | _UNFINISHED
    | {events.Skipped, events.Confirmed, events.SuggestionTaken, RehearsalRequested, SubstanceFound}
    | {events.EditRequested, events.SummaryRequested, GenerationRequested},
    Phase.GAPS: (_ANYTIME | _UNFINISHED) - {events.IntentChosen, events.FamilyOpened}
    | {events.Skipped, RehearsalRequested, events.SummaryRequested, GenerationRequested, SubstanceFound},
    Phase.SUMMARY: _ANYTIME
    | _UNFINISHED
    | _LOOKED_OVER
    | {events.Confirmed, events.Skipped, events.GapsFound, RehearsalRequested, SubstanceAsked, SubstanceFound}
    | {QuestionOpened, events.ChangeUndone, ListingRequested},
    Phase.OPTIONS: _ANYTIME
    | _UNFINISHED
    | _LOOKED_OVER
    | {events.Skipped, RehearsalRequested, SubstanceFound, QuestionOpened, events.ChangeUndone, ListingRequested},
    Job.PROMPT: _WAITED_FOR | {Generated, RequestNotUnderstood},
    TrialJob.TRY: _WAITED_FOR | {ModelAnswered},
    ComparisonJob.COMPARE: _WAITED_FOR | {Compared},
    RehearsalJob.DRAW: _WAITED_FOR | {PersonaDrawn},
    RehearsalJob.SPEAK: _WAITED_FOR | {LineSpoken, LineMissing},
    RehearsalJob.REVIEW: _WAITED_FOR | {Reviewed},
    Phase.DONE: _ANYTIME
    | _UNFINISHED
    | _LOOKED_OVER
    | {
        events.Skipped,
        RefineRequested,
        ReasonsRequested,
        VersionsRequested,
        VariantChosen,
        PromptLanguageChosen,
        RestoreRequested,
        TryRequested,
        CompareRequested,
        Voted,
        TakeRequested,
        RehearsalRequested,
    },
    RehearsalPhase.CASTING: _REHEARSAL | {PersonaChosen},
    RehearsalPhase.APPROVING: _REHEARSAL | {PersonaChosen, events.Confirmed},
    RehearsalPhase.AIMING: _REHEARSAL | {PersonaChosen, events.Skipped},
    RehearsalPhase.REHEARSING: _REHEARSAL | _TALKED | {RetryRequested},
    RehearsalPhase.REVIEWED: _REHEARSAL | _TALKED,
    Phase.RESTORING: _ANYTIME
    | {events.Started, events.Said, events.WentBack, events.Cancelled, events.Resumed, AnswerPasted, events.Skipped}
    | {
        events.HelpRequested,
        events.KeptAsIs,
        events.Paused,
        events.ItemDenied,
        events.ItemSwitched,
        VersionChosen,
        MatterKept,
    },
    LibraryPhase.FILLING: {
        events.Said,
        events.Skipped,
        events.WentBack,
        events.SentNoWords,
        events.Cancelled,
        events.HelpRequested,
    },
    **{
        each: {events.Confirmed, events.Cancelled, events.Skipped, events.Resumed, SubstanceFound}
        for each in (Asked.FORGET, Asked.CANCEL, Asked.KEEP, *LibraryAsked)
    },
    **{
        each: {
            events.Confirmed,
            events.Cancelled,
            events.Skipped,
            events.Resumed,
            events.Restarted,
            SubstanceFound,
        }
        for each in (Asked.RESTART, Asked.RESUME)
    },
    Phase.CANCELLED: _ANYTIME | {AnswerPasted},
    Phase.FORGOTTEN: set(),
}
"""The legal pairs, written out a second time on purpose: the table is held against them."""


def test_every_event_of_the_house_is_tried() -> None:
    modules = (importlib.import_module(f"core.features.{part.name}.events") for part in PARTS if part is not INTERVIEW)
    named = (vars(module).values() for module in (events, prompt_events, summary_events, *modules))
    kinds = {kind for kind in chain(*named) if isinstance(kind, type) and issubclass(kind, Event)}
    assert set(_EVENTS) == kinds - {Event}


@pytest.mark.parametrize("state", _LEGAL)
def test_each_event_is_legal_or_raises_and_changes_nothing(state: State) -> None:
    faults = {kind.__name__: fault for kind in _EVENTS if (fault := _fault(state, kind))}
    assert faults == {}


def _fault(state: State, kind: type[Event]) -> str:
    """Return what is wrong with how an event of this kind is met in this state."""
    held = session(state)
    before = repr(held)
    beneath = _LEGAL[BENEATH] if held.phase in MACHINE.overlays else set()
    step = None
    with suppress(IllegalEvent):
        step = advance(held, _EVENTS[kind])
    if repr(held) != before:
        return "changes the session that it was given"
    if (MACHINE.handler(state, held.phase, kind) is not None) is not (kind in _LEGAL[state]):
        return "has a handler and may have none, or the other way round"
    if (step is not None) is not (kind in _LEGAL[state] | beneath):
        return "is illegal and does not raise, or the other way round"
    if step is not None and not (step.replies or step.effects or kind in _SILENT):
        return "says nothing"
    return ""


def test_every_state_is_tried() -> None:
    assert set(_LEGAL) == set(MACHINE.states.values()) - {Phase.GENERATING, Phase.CONFIRMING}
    assert len({*MACHINE.states}) == sum(len(part.states) + len(part.jobs) for part in PARTS), "no two of one name"


@pytest.mark.parametrize("locale", Locale)
def test_the_questions_come_in_their_order_and_wording(locale: Locale) -> None:
    step = advance(Session("s1", locale), events.Started())
    assert isinstance(step.replies[0], Greet)
    for number, key in enumerate(NUMBERED, 1):
        asked = step.replies[-1]
        assert isinstance(asked, Ask)
        assert (asked.key, asked.number) == (key, number)
        assert f"{number}]" in TEXTS[locale][f"ask.{key}"]
        step = advance(step.session, events.Said(MaskedText("1") if asked.choices else MaskedText("한 줄 답")))
    assert isinstance(step.replies[-1], Ask)
    assert step.replies[-1].key is Key.REFERENCE
    step = advance(step.session, events.Skipped())
    assert step.session.phase is Phase.SUMMARY
    assert isinstance(step.replies[-1], ShowSummary)


def test_a_purpose_given_at_the_start_is_not_asked_for() -> None:
    step = advance(Session("s1", Locale.KO), events.Started(MaskedText("주간 보고서 요약")))
    assert step.session.answers[Key.PURPOSE].text == "주간 보고서 요약"
    assert step.session.asking is Key.BACKGROUND


def test_a_new_start_keeps_the_unfinished_interview_until_it_is_started_over() -> None:
    asking = advance(Session("s1", Locale.KO), events.Started(MaskedText("첫 번째 일"))).session
    offered = advance(asking, events.Started(MaskedText("두 번째 일")))
    assert tells(offered.replies) == ["resume.offer"]
    assert advance(offered.session, events.Resumed()).session.answers[Key.PURPOSE].text == "첫 번째 일"
    assert advance(offered.session, events.Restarted()).session.answers[Key.PURPOSE].text == "두 번째 일"


def test_an_empty_answer_and_one_too_long_are_asked_again_and_nothing_is_taken() -> None:
    asking = advance(Session("s1", Locale.KO), events.Started()).session
    for text, hint in (("   ", "hint.empty"), ("가" * (QUESTIONS[Key.PURPOSE].max_length + 1), "hint.too_long")):
        step = advance(asking, events.Said(MaskedText(text)))
        assert isinstance(step.replies[-1], Ask)
        assert step.replies[-1].hint == hint
        assert not step.session.answers


def test_an_unreadable_answer_is_asked_again_once_and_then_kept() -> None:
    asking = session(Phase.ASKING, asking=Key.LENGTH)
    first = advance(asking, events.Said(MaskedText("손바닥만 하게")))
    assert isinstance(first.replies[-1], Ask)
    assert first.replies[-1].hint == "hint.length"
    second = advance(first.session, events.Said(MaskedText("손바닥만 하게")))
    assert second.session.answers[Key.LENGTH] == Answer(MaskedText("손바닥만 하게"))


def test_who_does_not_know_twice_gets_the_usual_choice() -> None:
    asking = session(Phase.ASKING, asking=Key.FORM)
    first = advance(asking, events.Said(MaskedText("글쎄요")))
    second = advance(first.session, events.Said(MaskedText("모름")))
    assert second.session.answers[Key.FORM].choice == "prose"


def test_the_word_of_a_control_is_never_kept_as_a_choice() -> None:
    asking = session(Phase.ASKING, asking=Key.LEVEL, asked_again=True)
    step = advance(asking, events.Said(MaskedText("만들기")))
    assert isinstance(step.replies[-1], Ask)
    assert step.replies[-1].hint == "hint.not_yet"
    assert Key.LEVEL not in step.session.answers


def test_another_language_is_asked_by_its_name_however_odd() -> None:
    asking = session(Phase.ASKING, asking=Key.LANGUAGE)
    which = advance(asking, events.Chosen(Key.LANGUAGE, "other"))
    assert isinstance(which.replies[-1], Ask)
    assert which.replies[-1].hint == "hint.which_language"
    named = advance(which.session, events.Said(MaskedText("에스페란토")))
    assert named.session.answers[Key.LANGUAGE] == Answer(MaskedText("에스페란토"))


def test_a_required_question_cannot_be_skipped() -> None:
    step = advance(session(Phase.ASKING), events.Skipped())
    assert isinstance(step.replies[-1], Ask)
    assert step.replies[-1].hint == "hint.not_optional"


@pytest.mark.parametrize("event", [events.Skipped(), events.Said(MaskedText("")), events.Said(MaskedText("없어요"))])
def test_an_introduction_may_be_left_out(event: events.Event) -> None:
    asking = session(Phase.ASKING, asking=Key.BACKGROUND, answers={Key.PURPOSE: ANSWERS[Key.PURPOSE]})
    step = advance(asking, event)
    assert step.session.asking is Key.FORM
    rest = {key: answer for key, answer in ANSWERS.items() if key is not Key.BACKGROUND}
    made = advance(session(Phase.SUMMARY, answers=rest), GenerationRequested())
    assert made.session.phase is Phase.GENERATING
    assert brief_in(made.session) is not None


@pytest.mark.parametrize("key", [Key.BACKGROUND, Key.REFERENCE])
@pytest.mark.parametrize("text", ["몰라", "글쎄요...", "잘 모르겠어요", "저도 모르겠습니다", "-", "ㅎㅎ", "idk", "N/A"])
def test_who_has_nothing_to_say_leaves_it_out(key: Key, text: str) -> None:
    rest = {each: answer for each, answer in ANSWERS.items() if each is not key}
    step = advance(session(Phase.ASKING, asking=key, answers=rest), events.Said(MaskedText(text)))
    assert key not in step.session.answers
    assert step.session.asking is not key or step.session.phase is Phase.SUMMARY


@pytest.mark.parametrize(
    "text", ["몰라도 되는 것까지 설명하는 팀장이에요", "음악 교사", "모름지기 선생은 이래야 한다", "10년 차", "中"]
)
def test_what_only_begins_so_is_an_introduction(text: str) -> None:
    step = advance(session(Phase.ASKING, asking=Key.BACKGROUND), events.Said(MaskedText(text)))
    assert step.session.answers[Key.BACKGROUND].text == text


@pytest.mark.parametrize("event", [events.Started(), events.ForgetRequested(), events.Cancelled()])
def test_nothing_said_to_a_question_to_confirm_leaves_all_as_it_is(event: events.Event) -> None:
    asking = session(Phase.ASKING, asking=Key.FORM, answers={Key.PURPOSE: ANSWERS[Key.PURPOSE]})
    asked = advance(asking, event).session
    assert asked.phase is Phase.CONFIRMING
    step = advance(asked, events.Said(MaskedText("")))
    assert (step.session.phase, step.session.asking) == (Phase.ASKING, Key.FORM)
    assert not any(isinstance(reply, Ask) and reply.hint for reply in step.replies)
    assert "nothing_here" not in tells(step.replies)


def test_an_introduction_can_be_taken_away_at_the_summary() -> None:
    edited = advance(session(Phase.SUMMARY), events.EditRequested(Key.BACKGROUND)).session
    left = advance(edited, events.Skipped()).session
    assert left.phase is Phase.SUMMARY
    assert Key.BACKGROUND not in left.answers


def test_a_late_answer_passes_over_no_open_introduction() -> None:
    asking = session(Phase.ASKING, asking=Key.BACKGROUND, answers={Key.PURPOSE: ANSWERS[Key.PURPOSE]})
    late = advance(asking, events.FormSent({Key.PURPOSE: MaskedText("요약")}))
    assert late.session.asking is Key.BACKGROUND
    left_empty = advance(asking, events.FormSent({Key.PURPOSE: MaskedText("요약"), Key.BACKGROUND: MaskedText("")}))
    assert left_empty.session.asking is Key.FORM


@pytest.mark.parametrize("key", Key)
def test_each_answer_can_be_edited_from_the_summary_by_its_name(key: Key) -> None:
    for texts in TEXTS.values():
        step = advance(session(Phase.SUMMARY), events.Said(MaskedText(texts[f"key.{key}"])))
        assert step.session.asking is key
        back = advance(step.session, events.WentBack())
        assert back.session.phase is (Phase.OPTIONS if key in OPTIONS else Phase.SUMMARY)
        assert back.session.answers == ANSWERS


def test_a_choice_pressed_on_an_earlier_question_changes_that_answer_alone() -> None:
    asking = session(Phase.ASKING, asking=Key.LENGTH, answers={Key.FORM: ANSWERS[Key.FORM]})
    step = advance(asking, events.Chosen(Key.FORM, "code"))
    assert step.session.answers[Key.FORM].choice == "code"
    assert step.session.asking is Key.LENGTH


def test_the_form_takes_what_it_can_and_asks_for_the_rest() -> None:
    sent = events.FormSent({Key.PURPOSE: MaskedText("요약"), Key.LENGTH: MaskedText("짧게"), Key.TONE: MaskedText("")})
    step = advance(session(Phase.ASKING), sent)
    assert step.session.answers[Key.LENGTH].choice == "short"
    assert step.session.asking is Key.BACKGROUND
    opened = advance(step.session, events.FormRequested())
    assert isinstance(opened.replies[0], OpenForm)
    assert opened.replies[0].answers == step.session.answers


def test_a_field_cleared_in_the_form_takes_an_optional_answer_away() -> None:
    before = session(Phase.SUMMARY, answers={**ANSWERS, Key.TONE: Answer(MaskedText("정중하게"))})
    step = advance(before, events.FormSent({Key.TONE: MaskedText(" "), Key.PURPOSE: MaskedText("")}))
    assert Key.TONE not in step.session.answers
    assert step.session.answers[Key.PURPOSE] == ANSWERS[Key.PURPOSE]


def test_a_wish_changes_the_answers_and_makes_the_prompt_anew() -> None:
    step = advance(session(Phase.DONE), events.Said(MaskedText("더 짧게")))
    assert step.session.phase is Phase.GENERATING
    assert step.session.answers[Key.LENGTH].choice == "short"
    done = advance(step.session, Generated(MaskedText("[역할] 2"), (), ()))
    shown = done.replies[-1]
    assert isinstance(shown, ShowPrompt)
    assert (shown.version.number, shown.version.instruction) == (2, "더 짧게")
    back = advance(done.session, VersionChosen(1))
    assert back.session.answers[Key.LENGTH].choice == "medium"


def test_a_refined_prompt_shows_the_lines_that_changed() -> None:
    generating = advance(session(Phase.DONE), events.Said(MaskedText("더 짧게"))).session
    generating = dataclasses.replace(
        generating, versions=(dataclasses.replace(VERSION, prompt=MaskedText("가\n나\n다")),)
    )
    done = advance(generating, Generated(MaskedText("가\n라\n다\n\n마"), (), ()))
    shown = done.replies[-1]
    assert isinstance(shown, ShowPrompt)
    assert [(change.line, change.added) for change in shown.changes] == [("나", False), ("라", True), ("마", True)]


def test_what_is_no_wish_changes_no_prompt() -> None:
    done = session(Phase.DONE)
    assert tells(advance(done, events.Said(MaskedText("고마워요"))).replies) == ["refine.thanks"]
    assert advance(done, events.Said(MaskedText("더 짧게"))).session.answers.get(Key.CONSTRAINTS) is None
    assert tells(advance(done, events.Said(MaskedText("금요일 오전"))).replies) == ["refine.unclear"]


def test_stopping_the_generation_keeps_the_answers() -> None:
    step = advance(session(Phase.GENERATING), events.Said(MaskedText("취소")))
    assert step.session.phase is Phase.SUMMARY
    assert step.session.answers == ANSWERS


def test_forgetting_needs_a_confirmation_and_is_off_by_anything_else() -> None:
    asked = advance(session(Phase.SUMMARY), events.ForgetRequested()).session
    assert advance(asked, events.Said(MaskedText("확인"))).session.phase is Phase.FORGOTTEN
    assert advance(asked, events.Confirmed()).session.phase is Phase.FORGOTTEN
    for no in (events.Cancelled(), events.Said(MaskedText("아니요")), events.Said(MaskedText("이어서"))):
        assert tells(advance(asked, no).replies) == ["confirm.forget.no"]
    elsewhere = advance(asked, events.Said(MaskedText("길이는 짧게"))).session
    assert (elsewhere.phase, elsewhere.of(Confirming)) == (Phase.SUMMARY, None)
    assert elsewhere.answers[Key.LENGTH].choice == "short"


def test_a_file_goes_with_the_reference_it_filled() -> None:
    step = advance(session(Phase.ASKING, asking=Key.REFERENCE), _EVENTS[events.ReferenceAdded])
    assert step.session.document == _DOCUMENT
    again = advance(step.session, events.EditRequested(Key.REFERENCE))
    assert advance(again.session, events.Said(MaskedText("다른 글"))).session.document is None


@given(st.lists(st.sampled_from(list(_EVENTS.values())), max_size=40))
def test_no_way_through_the_table_breaks_it(way: list[Event]) -> None:
    session = Session("s1", Locale.KO)
    for event in way:
        try:
            session = advance(session, event).session
        except IllegalEvent:
            continue
        assert session.asking in Key
        assert session.phase is not Phase.SUMMARY or is_complete(session)
        assert session.current_version <= len(session.versions)


def test_a_choice_pressed_twice_is_answered_once() -> None:
    asked = session(Phase.ASKING, asking=Key.FORM)
    once = advance(asked, events.Chosen(Key.FORM, "table"))
    assert once.session.asking is Key.LENGTH

    twice = advance(once.session, events.Chosen(Key.FORM, "table"))
    assert twice == dataclasses.replace(once, replies=())


@pytest.mark.parametrize("phase", [Phase.GAPS, Phase.SUMMARY, Phase.OPTIONS, Phase.DONE])
def test_a_choice_pressed_twice_does_not_come_back_when_the_questions_are_over(phase: Phase) -> None:
    later = session(phase)
    choice = later.answers[Key.FORM].choice
    assert choice
    assert advance(later, events.Chosen(Key.FORM, choice)) == Step(later)


@pytest.mark.parametrize("kind", [GenerationRequested, events.ReferenceAdded, events.EditRequested])
def test_what_comes_while_the_prompt_is_made_is_told_to_wait(kind: type[Event]) -> None:
    step = advance(session(Phase.GENERATING), _EVENTS[kind])
    assert tells(step.replies) == ["generation.busy"]
    assert step.session == session(Phase.GENERATING)


def test_a_prompt_is_not_made_twice_of_the_same_answers_unless_that_is_wanted() -> None:
    done = session(Phase.DONE)
    assert tells(advance(done, GenerationRequested()).replies) == ["prompt.made"]
    assert advance(done, GenerationRequested(anew=True)).session.phase is Phase.GENERATING
    changed = dataclasses.replace(done, answers={**ANSWERS, Key.TONE: Answer(MaskedText("정중하게"))})
    assert advance(changed, GenerationRequested()).session.phase is Phase.GENERATING


@pytest.mark.parametrize("phase", [Phase.DONE, Phase.SUMMARY, Phase.OPTIONS, Phase.ASKING])
def test_ending_an_interview_leaves_its_finished_prompt(phase: Phase) -> None:
    changed = {**ANSWERS, Key.TONE: Answer(MaskedText("정중하게"))}
    asked = advance(session(phase, answers=changed), events.Cancelled())
    assert tells(asked.replies) == ["confirm.cancel"]
    step = advance(asked.session, events.Confirmed())
    assert tells(step.replies) == ["cancelled.prompt"]
    assert (step.session.phase, step.session.answers) == (Phase.DONE, ANSWERS)
    unfinished = advance(session(phase, versions=(), current_version=0, answers={}), events.Cancelled())
    assert unfinished.session.phase is Phase.CANCELLED


def test_a_text_under_a_question_is_its_answer_and_no_value_of_a_kept_prompt() -> None:
    filling = TemplateForm(MaskedText("{{팀}}에 보낼 글"), ("{{팀}}",), back=Phase.ASKING)
    asked = session(LibraryPhase.FILLING, asking=Key.FORM, data=(filling,), answers={Key.PURPOSE: ANSWERS[Key.PURPOSE]})
    step = advance(asked, events.Said(MaskedText("인사팀에서 일해요"), key=Key.BACKGROUND))
    assert step.session.answers[Key.BACKGROUND].text == "인사팀에서 일해요"
    assert step.session.of(TemplateForm) is None
    filled = advance(asked, events.Said(MaskedText("인사팀")))
    assert filled.session.answers == asked.answers
