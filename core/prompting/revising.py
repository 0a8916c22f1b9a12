"""Revising: what a model is asked about a wish that the rules did not understand; every word stays the person's own."""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.brief_lines import digest, on_one_line
from core.prompting.model.instructions import headings, instruction
from core.prompting.request import ModelRequest
from core.values.choices import Form, Language, Length, Level

Revision = Mapping[str, Form | Length | Language | Level | MaskedText]
"""The answers that a wish changes, by their names in the brief: a choice, or the person's own words."""


class Same(StrEnum):
    """An answer that the wish leaves as it is."""

    SAME = "same"


class Direction(StrEnum):
    """Which way a wish goes on a scale."""

    DOWN = "down"
    UP = "up"


class WishPlace(StrEnum):
    """Where the wish's own sentence belongs."""

    TONE = "tone"
    CONSTRAINT = "constraint"
    NOWHERE = "nowhere"


_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "form": (*Form, *Same),
    "length": (*Direction, *Same),
    "level": (*Level, *Same),
    "language": (*Language, *Same),
    "sentence": tuple(WishPlace),
}
SCHEMA: Final[Mapping[str, object]] = {
    "type": "object",
    "properties": {name: {"type": "string", "enum": list(values)} for name, values in _FIELDS.items()},
    "required": list(_FIELDS),
    "additionalProperties": False,
}
_MAX_TOKENS: Final = 80
_LENGTHS: Final = tuple(Length)


def revising_request(brief: Brief, wish: MaskedText) -> ModelRequest:
    """Return the request for what a wish changes."""
    told = instruction("revising", brief.locale)
    return ModelRequest(
        prompt=MaskedText(f"{told}\n\n{digest(brief)}\n[{headings(brief.locale)['wish']}] {on_one_line(wish)}"),
        max_tokens=_MAX_TOKENS,
        shared=len(told),
        schema=SCHEMA,
    )


def read_revision(answer: str, brief: Brief, wish: MaskedText) -> Revision:
    """Return what an answer changes; empty when it changes nothing or cannot be read."""
    chosen = _object(answer)
    changes: dict[str, Form | Length | Language | Level | MaskedText] = {}
    for name, choices in (("form", Form), ("level", Level), ("language", Language)):
        if chosen.get(name) in set(choices) and chosen[name] != getattr(brief, name):
            changes[name] = choices(chosen[name])
    if length := _stepped(brief.length, chosen.get("length")):
        changes["length"] = length
    match chosen.get("sentence"):
        case WishPlace.TONE:
            changes["tone"] = wish
        case WishPlace.CONSTRAINT:
            changes["constraints"] = MaskedText("\n".join(filter(None, (brief.constraints, wish))))
    return changes


def _object(answer: str) -> Mapping[str, str]:
    try:
        value = json.loads(answer)
    except (ValueError, RecursionError):
        return {}
    return {name: text for name, text in value.items() if isinstance(text, str)} if isinstance(value, dict) else {}


def _stepped(length: Length | MaskedText, direction: str | None) -> Length | None:
    """Return the next choice in a direction; from a length of the person's own, the shortest or the longest."""
    if direction not in set(Direction):
        return None
    up = direction == Direction.UP
    if not isinstance(length, Length):
        return _LENGTHS[-1 if up else 0]
    place = _LENGTHS.index(length) + (1 if up else -1)
    return _LENGTHS[place] if 0 <= place < len(_LENGTHS) else None
