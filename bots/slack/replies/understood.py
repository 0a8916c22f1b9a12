"""How a wish was understood, as blocks: what is to be made with the next guesses, who reads, what is assumed."""

from collections.abc import Iterator, Mapping
from typing import Final

from bots.shared.custom_ids import encode
from bots.slack.blocks import actions, bold, button, cut, escaped, heading, paragraph, section, select, small
from bots.slack.payload import Payload
from bots.slack.texts import t
from core.conversation.events import AssumptionSettled, EditRequested, FamilyOpened, IntentChosen
from core.conversation.questions import Key
from core.conversation.replies import AskIntent
from core.conversation.session import Answer
from core.conversation.summary_events import OtherWayTaken
from core.conversation.understanding_lines import assumption_lines, understanding_lines
from core.conversation.understood import Assumption, OtherWay, Understood
from core.values.locale import Locale

_LONGEST: Final = 400
_LONGEST_LINES: Final = 2_000
_LONGEST_ASSUMED: Final = 200
_ASSUMPTIONS: Final = 4


def understood_blocks(understood: Understood, answers: Mapping[Key, Answer], locale: Locale) -> Iterator[Payload]:
    """Yield the lines of what was understood, with the controls that set them right."""
    lines = understanding_lines(understood, answers, locale)
    yield section(cut("\n".join(f"{bold(name)}: {escaped(text, _LONGEST)}" for name, text in lines), _LONGEST_LINES))
    yield from actions(
        [
            *(button(kind.name, encode(IntentChosen(kind.id))) for kind in understood.others),
            button(t(locale, "understood.other"), encode(EditRequested(Key.INTENT))),
            button(t(locale, "understood.reader"), encode(EditRequested(Key.AUDIENCE))),
        ]
    )
    yield from actions([turning(way) for way in understood.other_ways])
    for assumption in understood.assumptions[:_ASSUMPTIONS]:
        line = next(assumption_lines([assumption.line], locale))
        yield section(escaped(line, _LONGEST_ASSUMED), settling(assumption, locale))


def intent_blocks(ask: AskIntent, locale: Locale) -> list[Payload]:
    """Return the question for the kind of thing: a menu of its families, or of the kinds of the one that was opened."""
    hint = [paragraph(t(locale, ask.hint))] if ask.hint else []
    opened = next((family for family in ask.families if family.id == ask.opened), None)
    if opened:
        options = [(kind.name, encode(IntentChosen(kind.id))) for kind in opened.kinds]
        menu = select(t(locale, "intent.choose"), "intent", options)
    else:
        options = [(t(locale, f"family.{family.id}"), encode(FamilyOpened(family.id))) for family in ask.families]
        menu = select(t(locale, "intent.family"), "family", options)
    named = t(locale, f"family.{opened.id}") if opened else t(locale, "ask.intent")
    return [
        *hint,
        heading(named),
        *actions([menu] if options else []),
        small(t(locale, "intent.next")),
    ]


def turning(way: OtherWay) -> Payload:
    """Return the button that settles a contradiction the other way."""
    return button(way.text, encode(OtherWayTaken(way.kind)))


def settling(assumption: Assumption, locale: Locale) -> Payload:
    """Return the menu of what can take the place of an assumption, or take it away."""
    options = [
        *((line, encode(AssumptionSettled(assumption.slot, at))) for at, line in enumerate(assumption.options, 1)),
        (t(locale, "understood.drop"), encode(AssumptionSettled(assumption.slot))),
    ]
    return select(t(locale, "understood.change"), f"assume.{assumption.slot}", options)
