"""Short and detailed, Korean and English: the same answers, each a version of its own."""

import pytest

from core.conversation import events
from core.conversation.control_names import Control
from core.conversation.events import Event
from core.conversation.prompt_events import Generated, PromptLanguageChosen, VariantChosen, VersionChosen
from core.conversation.questions import Key
from core.conversation.replies import ShowPrompt
from core.conversation.session import Answer, Phase, Session
from core.conversation.step import Step
from core.conversation.versions import name_of_version
from core.features.registry import advance
from core.privacy.text import MaskedText
from core.values.choices import Variant
from core.values.locale import Locale

_ANSWERS = {
    Key.PURPOSE: Answer(MaskedText("회의록 정리해 줘")),
    Key.BACKGROUND: Answer(MaskedText("기획팀입니다")),
    Key.FORM: Answer(MaskedText("표로"), "table"),
    Key.LENGTH: Answer(MaskedText("보통"), "medium"),
    Key.LANGUAGE: Answer(MaskedText("한국어"), "korean"),
    Key.LEVEL: Answer(MaskedText("대학생"), "university"),
}


def _done() -> Session:
    generating = Session("s1", Locale.KO, Phase.GENERATING, answers=_ANSWERS)
    return _made(Step(generating))


def _made(step: Step) -> Session:
    assert step.session.phase is Phase.GENERATING
    return advance(step.session, Generated(MaskedText(f"[역할] … {step.session.job_seq}"), (), ())).session


def _says(session: Session, text: str) -> Step:
    return advance(session, events.Said(MaskedText(text)))


@pytest.mark.parametrize(
    ("text", "variant", "prompt_language"),
    [
        ("짧은 버전", Variant.COMPACT, Locale.KO),
        ("짧은 버전으로 만들어 줘", Variant.COMPACT, Locale.KO),
        ("the short version, please", Variant.COMPACT, Locale.KO),
        ("영어 프롬프트로도", Variant.FULL, Locale.EN),
        ("영어 버전도 보여 주세요", Variant.FULL, Locale.EN),
        ("an English prompt, too", Variant.FULL, Locale.EN),
    ],
)
def test_it_is_asked_for_in_words(text: str, variant: Variant, prompt_language: Locale) -> None:
    version = _made(_says(_done(), text)).versions[-1]
    assert (version.number, version.variant, version.prompt_language) == (2, variant, prompt_language)
    assert version.answers == _ANSWERS


@pytest.mark.parametrize("text", ["영어로", "더 짧게", "영어로도", "자세히 써 줘"])
def test_other_wishes_stay_wishes(text: str) -> None:
    made = _made(_says(_done(), text))
    assert (made.variant, made.prompt_language) == (Variant.FULL, None)
    assert made.answers != _ANSWERS


def test_what_was_made_before_is_brought_back_and_not_made_again() -> None:
    short = _made(_says(_done(), "짧은 버전"))
    back = _says(short, "자세한 버전")
    assert (back.session.phase, back.session.current_version) == (Phase.DONE, 1)
    again = _says(back.session, "짧은 버전")
    assert (again.session.current_version, len(again.session.versions)) == (2, 2)


def test_a_version_comes_back_with_its_manner() -> None:
    english = _made(_says(_made(_says(_done(), "짧은 버전")), "영어 프롬프트"))
    assert [name_of_version(version, Locale.KO) for version in english.versions] == [
        "버전 1",
        "버전 2 · 짧은 버전",
        "버전 3 · 짧은 버전 · 영어 프롬프트",
    ]
    first = advance(english, VersionChosen(1)).session
    assert (first.variant, first.prompt_language) == (Variant.FULL, Locale.KO)


def test_refining_keeps_the_manner() -> None:
    refined = _made(_says(_made(_says(_done(), "짧은 버전")), "더 짧게"))
    version = refined.versions[-1]
    assert (version.variant, version.answers[Key.LENGTH].choice) == (Variant.COMPACT, "short")


@pytest.mark.parametrize(
    ("event", "hidden"),
    [
        (VariantChosen(Variant.COMPACT), {Control.COMPACT, Control.IN_KOREAN}),
        (PromptLanguageChosen(Locale.EN), {Control.DETAILED, Control.IN_ENGLISH}),
    ],
)
def test_what_the_prompt_is_already_is_not_offered(event: Event, hidden: set[Control]) -> None:
    step = advance(advance(_done(), event).session, Generated(MaskedText("[역할] …"), (), ()))
    shown = step.replies[-1]
    assert isinstance(shown, ShowPrompt)
    manners = {Control.COMPACT, Control.DETAILED, Control.IN_KOREAN, Control.IN_ENGLISH}
    assert manners - set(shown.menu) == hidden
    assert not shown.changes
