"""What a model is asked for a persona's next line."""

import re

import pytest

from core.features.rehearsal.cast import IDS
from core.features.rehearsal.model.acting import ANSWER, acting_dialogue, stock_line
from core.features.rehearsal.model.character import Break
from core.features.rehearsal.model.tokens import tokens, tokens_of
from core.features.rehearsal.persona import Persona
from core.features.rehearsal.talk import RehearsalContext, TalkLine, Who
from core.privacy.text import MaskedText
from core.prompting.dialogue import Speaker
from core.values.locale import Locale
from tests.core.features.rehearsal.model.scenes import LEAD, scene


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("persona", IDS)
def test_the_persona_its_examples_and_the_goal_come_first(persona: str, locale: Locale) -> None:
    dialogue = acting_dialogue(scene("마감을 미뤄 주세요", persona=persona, goal="이틀 연장", locale=locale))
    texts = [message.text for message in dialogue.messages]
    assert texts[0].endswith(whole(persona, locale).examples[0].said)
    assert "이틀 연장" in texts[6]
    assert texts[7] == whole(persona, locale).opening
    assert texts[8].startswith("마감을 미뤄 주세요")
    assert whole(persona, locale).name in texts[8]


def whole(persona: str, locale: Locale) -> Persona:
    return scene(persona=persona, locale=locale).persona


def test_the_reminder_and_what_was_wrong_stand_last() -> None:
    dialogue = acting_dialogue(scene("왜요"), broken=[Break.ASSISTANT, Break.QUOTED])
    assert dialogue.messages[-1].text.endswith("깐깐한 팀장의 말만 합니다.)")
    assert "인공지능으로서 말함, 따옴표로 묶음" in dialogue.messages[-1].text
    assert dialogue.seed != acting_dialogue(scene("왜요")).seed


def test_what_was_said_in_several_messages_is_one_turn() -> None:
    lines = tuple(TalkLine(Who.PERSON, MaskedText(text)) for text in ("하나", "둘"))
    dialogue = acting_dialogue(RehearsalContext(LEAD, MaskedText("목표"), lines, Locale.KO))
    assert dialogue.messages[-1].speaker is Speaker.USER
    assert dialogue.messages[-1].text.startswith("하나\n둘")


@pytest.mark.parametrize("context", [2_048, 3_000, 4_096])
def test_the_oldest_turns_go_when_the_window_is_full(context: int) -> None:
    texts = [f"{number}번째로 하는 말입니다. 꽤 길게 말합니다." for number in range(201)]
    dialogue = acting_dialogue(scene(*texts), context)
    assert tokens_of(dialogue.messages) + ANSWER <= context
    assert dialogue.messages[-1].text.startswith("200번째")
    assert "마감을 이틀 미루기" in dialogue.messages[6].text
    assert len(dialogue.messages) > 12


def test_the_last_line_stays_though_it_alone_be_too_long() -> None:
    dialogue = acting_dialogue(scene("짧은 말", "네?", "긴 말 " * 1_000), 2_048)
    assert dialogue.messages[-1].text.startswith("긴 말")
    assert len(dialogue.messages) == 9


def test_there_is_nothing_to_answer_when_the_persona_spoke_last() -> None:
    for empty in (scene(), scene("왜요", "그러게요")):
        with pytest.raises(ValueError, match="nothing to answer"):
            acting_dialogue(empty)


@pytest.mark.parametrize(
    ("line", "fits"),
    [
        ("그래서 며칠이 필요한데요?", True),
        ("{이름1} 씨는요?", True),
        ("KPI는 뭐예요?", True),
        ("{이름2} 씨는요?", False),
        ("ROI는 뭐예요?", False),
        ("Why?", False),
        ("그래서요", False),
        ("なぜですか?", False),
    ],
)
def test_the_grammar_lets_the_language_through_and_what_was_said(line: str, *, fits: bool) -> None:
    pattern = acting_dialogue(scene("{이름1} 님이 KPI를 물어요")).regex
    assert pattern
    assert bool(re.fullmatch(pattern, line)) is fits


def test_the_stock_line_is_another_each_time() -> None:
    one = scene("왜요")
    first = stock_line(one)
    second = stock_line(RehearsalContext(one.persona, one.goal, (*one.lines, first, *one.lines), one.locale))
    assert {first.text, second.text} < set(LEAD.stock)
    assert first.text != second.text


@pytest.mark.parametrize(("text", "least"), [("", 0), ("가" * 100, 106), ("hello there", 3), ("日本", 6), ("2026", 4)])
def test_tokens_are_counted_too_high_rather_than_too_low(text: str, least: int) -> None:
    assert tokens(text) >= least
