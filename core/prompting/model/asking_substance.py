"""Asking for substance: what a model is told of an understanding, and the schema that its answer follows."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.brief_lines import on_one_line
from core.prompting.compose import Composition
from core.prompting.intents.catalogue import intent_at
from core.prompting.model.grammar import LONGEST, LONGEST_NAME, name_pattern, question_pattern, sentence_pattern
from core.prompting.model.instructions import headings, instruction
from core.prompting.request import ModelRequest
from core.prompting.understanding.understanding import Demand, Recognition
from core.prompting.writing.answer_shape import form_of
from core.prompting.writing.line import MUST, Line, Origin
from core.prompting.writing.sections import Heading
from core.values.choices import Form, Length
from core.values.length_choices import LENGTHS
from core.values.locale import Locale

_TOKENS_PER_CHARACTER: Final = {Locale.KO: 1.1, Locale.EN: 0.35}
_TYPICAL: Final = 0.6  # of the longest sentence
_FRAME: Final = 90  # tokens of the brackets and names
MOST_PARTS: Final = 8
LEAST_PARTS: Final = 2
MOST_QUESTIONS: Final = 2
OPTIONS: Final = (2, 4)
_SIZES: Final = re.compile(r"[0-9][0-9,]*")  # of a shape, how many and how long: no figures of the person's
_OWN: Final = frozenset({Origin.GOAL, Origin.MOVE, Origin.SPECIFIC, Origin.TOPIC, Origin.TRAP, Origin.CHECK})


def substance_request(brief: Brief, composition: Composition) -> ModelRequest:
    """Return the request for what this very task needs and the brief does not say."""
    locale = composition.understanding.locale
    told = instruction("substance", locale)
    lines = [told, "", *sheet(composition), *_candidates(brief, composition), *_there(composition)]
    most = most_wanted(brief)
    asked = MOST_QUESTIONS * (LONGEST[locale] + LONGEST_NAME[locale] * (1 + OPTIONS[1]))
    characters = (LONGEST[locale] * (1 + sum(most)) + asked) * _TYPICAL
    return ModelRequest(
        prompt=MaskedText("\n".join(lines)),
        max_tokens=int(characters * _TOKENS_PER_CHARACTER[locale]) + _FRAME,
        shared=len(told),
        schema=_schema(brief, composition),
    )


def most_wanted(brief: Brief) -> tuple[int, int]:
    """Return how many points and how many traps a prompt takes: a small errand gets a small prompt."""
    return LENGTHS[brief.length if isinstance(brief.length, Length) else Length.MEDIUM].proposals


def choices_of(brief: Brief, recognition: Recognition) -> tuple[str, ...]:
    """Return the intents (`family.id`) that a model may choose from, the recognised one first."""
    if brief.intent or not recognition.is_unsure:
        return ()
    intent = recognition.intent
    return tuple(dict.fromkeys((f"{intent.family}.{intent.id}", *recognition.alternatives)))


def wants_parts(brief: Brief, composition: Composition) -> bool:
    """Whether the answer has parts or columns that the person has not named."""
    understanding = composition.understanding
    form = form_of(brief, understanding)
    demand = Demand.COLUMNS if form is Form.TABLE else Demand.SECTIONS
    named = any(each.demand is demand and each.values for each in understanding.requirements)
    return form in (Form.TABLE, Form.PROSE, Form.REPORT) and not named


def sheet(composition: Composition) -> Iterator[str]:
    """Yield the understanding, a line for each thing that was said; no answer can pass for a heading of its own."""
    understanding = composition.understanding
    names, locale = headings(understanding.locale), understanding.locale
    of = composition.lines
    said: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("task", (understanding.task,)),
        ("product", () if understanding.recognition.is_unsure else (understanding.intent.name[locale],)),
        ("audience", _texts(of, Heading.AUDIENCE)),
        ("form", _layout(composition)),
        ("length", _texts(of, Heading.LENGTH)),
        ("requirements", understanding.instructions),
        ("told", (*understanding.told, *_in_another_script(of))),
        ("steps", _texts(of, Heading.STEPS)),
        ("settled", tuple(each.settled for each in understanding.conflicts)),
        ("assumed", tuple(gap.assumed for gap in understanding.gaps if gap.is_asked)),
        ("approved", tuple(line.text for line in of if line.origin is Origin.MODEL)),
    )
    yield f"[{names['title']}]"
    for name, texts in said:
        if any(texts):
            yield f"- {names[name]}: {' / '.join(on_one_line(text) for text in texts if text)}"
    yield f"- {names['material']}: {names[understanding.material.state]}"


def _layout(composition: Composition) -> tuple[str, ...]:
    """Return the form, and what the person has named of the layout; the intent's own outline is left out."""
    named = [value for each in composition.understanding.requirements for value in each.values]
    form, *others = [line for line in composition.lines if line.heading is Heading.FORMAT and line.worth >= MUST]
    kept = (line for line in others if line.origin is not Origin.SHAPE or any(value in line.text for value in named))
    return form.text, *(line.text for line in kept if line.origin is not Origin.FACT)  # facts have their own place


def _in_another_script(lines: tuple[Line, ...]) -> Iterator[str]:
    """Yield what is said of names in the script of the answer."""
    return (line.text for line in lines if line.heading is Heading.TOLD and line.origin is Origin.TRAP)


def _texts(lines: tuple[Line, ...], heading: Heading) -> tuple[str, ...]:
    return tuple(line.text for line in lines if line.heading is heading and line.worth >= MUST)


def _candidates(brief: Brief, composition: Composition) -> Iterator[str]:
    understanding = composition.understanding
    names, locale = headings(understanding.locale), understanding.locale
    if choices := choices_of(brief, understanding.recognition):
        yield f"[{names['candidates']}]"
        yield from (f"- {path}: {intent_at(path).name[locale]}" for path in choices)


def notes(composition: Composition, related: Iterable[str]) -> Iterator[str]:
    """Yield what the composer would mind in any task of this kind, and what is known of its subjects (`related`).

    Its outline is left out, or it would be copied.
    """
    lines = [line.text for line in composition.lines if line.origin in _OWN]
    if noted := dict.fromkeys((*lines, *related)):
        yield f"[{headings(composition.understanding.locale)['notes']}]"
        yield from (f"- {on_one_line(note)}" for note in noted)


def _there(composition: Composition) -> Iterator[str]:
    """Yield what the composer says by itself: it is not to be said again."""
    lines = [line.text for line in composition.lines if line.origin in _OWN]
    if lines:
        yield f"[{headings(composition.understanding.locale)['there']}]"
        yield from (f"- {on_one_line(line)}" for line in lines)


def _schema(brief: Brief, composition: Composition) -> Mapping[str, object]:
    locale = composition.understanding.locale
    known = known_to(composition)
    sentence = {"type": "string", "pattern": sentence_pattern(known, locale)}
    name = {"type": "string", "pattern": name_pattern(known, locale)}
    cover, traps = most_wanted(brief)
    fields: dict[str, Any] = {}
    if choices := choices_of(brief, composition.understanding.recognition):
        fields["intent"] = {"type": "string", "enum": list(choices)}
    fields["restated"] = sentence
    fields["cover"] = {"type": "array", "items": sentence, "maxItems": cover}
    if wants_parts(brief, composition):
        fields["parts"] = {"type": "array", "items": name, "maxItems": MOST_PARTS}
    fields["traps"] = {"type": "array", "items": sentence, "maxItems": traps}
    question = {
        "about": name,
        "ask": {"type": "string", "pattern": question_pattern(known, locale)},
        "options": {"type": "array", "items": name, "minItems": OPTIONS[0], "maxItems": OPTIONS[1]},
    }
    fields["questions"] = {"type": "array", "items": _object(question), "maxItems": MOST_QUESTIONS}
    return _object(fields)


def _object(fields: Mapping[str, Any]) -> Mapping[str, object]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def known_to(composition: Composition) -> str:
    """Return the words there are before the model, without the texts that are given as material."""
    understanding = composition.understanding
    lines = [
        _SIZES.sub("", line.text) if line.origin is Origin.SHAPE else line.text
        for line in composition.lines
        if line.heading is not Heading.REFERENCE and not (line.heading is Heading.TOLD and line.origin is Origin.FIXED)
    ]
    return "\n".join([understanding.task, *lines])
