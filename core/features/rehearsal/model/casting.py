"""Casting: what a model is asked about somebody whom a person described in a line."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from core.features.rehearsal.draft import draft
from core.features.rehearsal.model.sentence import list_in, object_in, presentable
from core.features.rehearsal.model.wording import WORDING
from core.features.rehearsal.persona import Persona
from core.features.rehearsal.tempers import Temper, model_of, temper_in
from core.privacy.text import MaskedText
from core.prompting.brief_lines import on_one_line
from core.prompting.request import ModelRequest
from core.values.locale import Locale

_TRAIT: Final = 40
_MANNER: Final = 60
_OPENING: Final = 100
_TRAITS: Final = 3
_CONVINCED: Final = 2
_TWICE_IN_ENGLISH: Final = {Locale.KO: 1, Locale.EN: 2}
_MAX_TOKENS: Final = 500


def casting_request(description: MaskedText, locale: Locale) -> ModelRequest:
    """Return the request for the traits of a described person."""
    instruction, _, _ = WORDING[locale]["casting"].partition("{description}")
    return ModelRequest(
        prompt=MaskedText(f"{instruction}{on_one_line(description)}"),
        max_tokens=_MAX_TOKENS,
        shared=len(instruction),
        schema=_schema(_TWICE_IN_ENGLISH[locale]),
    )


def read_persona(answer: str, description: MaskedText, locale: Locale) -> Persona:
    """Return the described person, part by part as the model drew them; a part that may not be shown is the draft's.

    How they talk is shown by the examples of one of the cast whose temper is closest.
    """
    drawn = object_in(answer)
    drafted = draft(description, locale)
    model = model_of(_temper(drawn, description), locale)
    drafted = replace(model, id="", name=drafted.name, about=drafted.about)
    stretch = _TWICE_IN_ENGLISH[locale]
    traits = tuple(_presentable_lines(drawn, "traits", _TRAIT * stretch, description, locale))[:_TRAITS]
    convinced_by = tuple(_presentable_lines(drawn, "convinced_by", _TRAIT * stretch, description, locale))[:_CONVINCED]
    manner = presentable(drawn.get("manner"), _MANNER * stretch, description, locale)
    opening = presentable(drawn.get("opening"), _OPENING * stretch, description, locale)
    return replace(
        drafted,
        traits=traits or drafted.traits,
        manner=MaskedText(manner) if manner else drafted.manner,
        opening=MaskedText(opening) if opening else drafted.opening,
        convinced_by=convinced_by or drafted.convinced_by,
    )


def _temper(drawn: Mapping[str, object], description: MaskedText) -> Temper:
    return next((each for each in Temper if each == drawn.get("temper")), temper_in(description))


def _presentable_lines(
    drawn: Mapping[str, object], name: str, longest: int, description: str, locale: Locale
) -> Iterator[MaskedText]:
    seen = set()
    for each in list_in(drawn, name):
        line = presentable(each, longest, description, locale)
        if line and line not in seen:
            seen.add(line)
            yield MaskedText(line)


def _schema(stretch: int) -> Mapping[str, object]:
    def text(longest: int) -> Mapping[str, object]:
        return {"type": "string", "minLength": 2, "maxLength": longest * stretch}

    def texts(longest: int, most: int) -> Mapping[str, object]:
        return {"type": "array", "items": text(longest), "minItems": 1, "maxItems": most}

    properties: Mapping[str, object] = {
        "temper": {"type": "string", "enum": list(Temper)},
        "traits": texts(_TRAIT, _TRAITS),
        "manner": text(_MANNER),
        "opening": text(_OPENING),
        "convinced_by": texts(_TRAIT, _CONVINCED),
    }
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
