"""Acting: what a model is asked so that it says a persona's next line."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from core.features.rehearsal.model.character import LONGEST, Break, Utterance
from core.features.rehearsal.model.tokens import tokens_of
from core.features.rehearsal.model.wording import WORDING
from core.features.rehearsal.persona import Persona
from core.features.rehearsal.talk import RehearsalContext, TalkLine, Who, turns
from core.privacy.labels import find_labels
from core.privacy.text import MaskedText
from core.prompting.dialogue import ChatMessage, Dialogue, Speaker
from core.prompting.guard.violations import latin_words
from core.prompting.sampling import SEED
from core.values.locale import Locale

ANSWER: Final = 320
"""How many tokens a line may take."""

_WINDOW: Final = 6_000  # tokens: more of a talk helps no line, and keeps people waiting
_LETTERS: Final = {Locale.KO: "가-힣0-9 ,.?!…~·%’‘-", Locale.EN: "A-Za-z0-9 ,.?!…;%’'-"}
_SPEAKERS: Final = {Who.PERSON: Speaker.USER, Who.PERSONA: Speaker.ASSISTANT}


def acting_dialogue(scene: RehearsalContext, context: int = 0, broken: Sequence[Break] = ()) -> Dialogue:
    """Return the dialogue whose answer is the persona's next line; the last line is the person's.

    The persona, its examples and the goal always stand in it; of the talk as many of the last turns as fit into
    `context` tokens (0: unknown). `broken` names what was wrong with an answer that was given already.

    Raises:
        ValueError: The last line is the persona's: there is nothing to answer.
    """
    first = tuple(_prelude(scene))
    spoken = [ChatMessage(_SPEAKERS[turn.who], turn.text) for turn in turns(scene.lines)]
    if not spoken or spoken[-1].speaker is not Speaker.USER:
        msg = "there is nothing to answer"
        raise ValueError(msg)
    spoken[-1] = replace(spoken[-1], text=_reminded(spoken[-1].text, scene, broken))
    room = min(context or _WINDOW, _WINDOW) - ANSWER - tokens_of(first)
    return Dialogue(
        (*first, *_last(spoken, room)),
        max_tokens=ANSWER,
        seed=SEED + len(scene.lines) + (1_000 if broken else 0),
        regex=_pattern(scene),
    )


def utterance_of(text: str, scene: RehearsalContext, *, finished: bool) -> Utterance:
    """Return what a model said with what the talk lets be known of it."""
    persona = scene.persona
    own = (persona.opening, *(example.answered for example in persona.examples))
    return Utterance(
        text,
        persona.name,
        said=(*own, *(line.text for line in scene.lines if not line.is_stock)),
        labels=find_labels(scene.known),
        permitted=latin_words(scene.known),
        finished=finished,
    )


def stock_line(scene: RehearsalContext) -> TalkLine:
    """Return a line of the persona's own, for when the model has strayed: one that was not just said."""
    stock = scene.persona.stock
    used = sum(line.is_stock for line in scene.lines)
    return TalkLine(Who.PERSONA, stock[used % len(stock)], is_stock=True)


def _prelude(scene: RehearsalContext) -> Iterator[ChatMessage]:
    """Yield who the persona is, its examples, the goal, and its first line."""
    persona, locale = scene.persona, scene.locale
    for number, example in enumerate(persona.examples):
        said = _introduced(persona, example.said, locale) if number == 0 else example.said
        yield ChatMessage(Speaker.USER, said)
        yield ChatMessage(Speaker.ASSISTANT, example.answered)
    yield ChatMessage(Speaker.USER, MaskedText(WORDING[locale]["beginning"].format(goal=" ".join(scene.goal.split()))))
    yield ChatMessage(Speaker.ASSISTANT, persona.opening)


def _introduced(persona: Persona, said: MaskedText, locale: Locale) -> MaskedText:
    return MaskedText(
        WORDING[locale]["acting"].format(
            name=persona.name,
            about=persona.about,
            traits=" / ".join(persona.traits),
            manner=persona.manner,
            convinced_by=" / ".join(persona.convinced_by),
            said=said,
        )
    )


def _reminded(said: MaskedText, scene: RehearsalContext, broken: Sequence[Break]) -> MaskedText:
    persona, words = scene.persona, WORDING[scene.locale]
    reminder = words["reminder"].format(name=persona.name, manner=persona.manner)
    again = words["again"].format(breaks=", ".join(words[f"break.{each}"] for each in broken)) if broken else ""
    return MaskedText("\n\n".join(filter(None, (said, again, reminder))))


def _last(spoken: Sequence[ChatMessage], room: int) -> Sequence[ChatMessage]:
    """Return the last turns that fit, beginning with one of the person's; the very last one always stays."""
    for start in range(len(spoken)):
        kept = spoken[start:]
        if kept[0].speaker is Speaker.USER and tokens_of(kept) <= room:
            return kept
    return spoken[-1:]


def _pattern(scene: RehearsalContext) -> str:
    """Return the grammar of a line: the locale's letters, and whole what was written in others before."""
    locale = scene.locale
    foreign = latin_words(scene.known) if locale is Locale.KO else ()
    words = sorted({*find_labels(scene.known), *foreign}, key=lambda word: (-len(word), word))
    unit = "|".join([f"[{_LETTERS[locale]}]", *map(_literal, words)])
    return f"(?:{unit}){{2,{LONGEST[locale] - 20}}}[.?!…]"


def _literal(text: str) -> str:
    return "".join(f"\\{char}" if char in r"\.^$*+?{}[]|()/-" else char for char in text)
