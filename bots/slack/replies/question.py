"""A question as blocks: one of the interview, or for a gap."""

from typing import Final

from bots.shared.custom_ids import encode
from bots.slack.blocks import actions, button, heading, paragraph, small
from bots.slack.control_codes import write_code
from bots.slack.markup import clip
from bots.slack.payload import Payload
from bots.slack.texts import t
from core.conversation.events import Chosen, GapAnswered, SuggestionTaken
from core.conversation.questions import QUESTIONS, Key, progress_of
from core.conversation.replies import Ask, AskGap
from core.values.locale import Locale

_LONGEST: Final = 400


def question_blocks(ask: Ask, locale: Locale) -> list[Payload]:
    """Return the question with its choices, and what is said of it."""
    question = question_line(ask, locale)
    hint = [paragraph(t(locale, ask.hint, **ask.details))] if ask.hint else []
    asked = small(question) if ask.key is Key.REFERENCE else heading(question)
    answered = clip(ask.current.wording(ask.key, locale), 300) if ask.current else ""
    current = [small(t(locale, "current", answer=answered))] if ask.current else []
    said, confirms = _said_before(ask, locale)
    material = [paragraph(t(locale, "ask.material", what=ask.material))] if ask.material else []
    optional = [small(t(locale, "optional"))] if QUESTIONS[ask.key].optional else []
    choices = [
        button(t(locale, f"{ask.key}.{choice}"), encode(Chosen(ask.key, choice)), style=_chosen(ask, choice))
        for choice in ask.choices
    ]
    return [*hint, asked, *current, *said, *material, *optional, *actions(confirms), *actions(choices)]


def question_line(ask: Ask, locale: Locale) -> str:
    """Return the wording of the question, with which one it is."""
    return t(locale, f"ask.{ask.key}") + progress_of(ask.key)


def gap_blocks(ask: AskGap, locale: Locale) -> list[Payload]:
    """Return the question for what decides: its options, an input for another answer, and to leave it to the AI."""
    hint = [paragraph(t(locale, ask.hint, **ask.details))] if ask.hint else []
    current = [small(t(locale, "current", answer=clip(ask.current, _LONGEST)))] if ask.current else []
    assumed = [small(t(locale, "gap.assumed", assumed=clip(ask.assumed, _LONGEST)))] if ask.assumed else []
    options = [
        *(button(option, encode(GapAnswered(ask.slot, at))) for at, option in enumerate(ask.options, 1)),
        button(t(locale, "gap.write"), write_code(ask.slot)),
        button(t(locale, "control.leave"), encode(GapAnswered(ask.slot))),
    ]
    return [*hint, heading(gap_question(ask, locale)), *current, *assumed, *actions(options)]


def gap_question(ask: AskGap, locale: Locale) -> str:
    """Return the wording of the question, with which one it is."""
    return t(locale, "gap.ask", number=ask.number, count=ask.count, question=ask.question)


def _said_before(ask: Ask, locale: Locale) -> tuple[list[Payload], list[Payload]]:
    """Return the line about what was said before with the button that takes it; none where nothing was."""
    if ask.suggested is None:
        return [], []
    answer = clip(ask.suggested.wording(ask.key, locale), 60)
    label = t(locale, "suggested.yes", answer=answer)
    line = small(t(locale, "suggested", answer=answer))
    return [line], [button(label, encode(SuggestionTaken(ask.key)), style="primary")]


def _chosen(ask: Ask, choice: str) -> str:
    return "primary" if ask.current and ask.current.choice == choice else ""
