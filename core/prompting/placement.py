"""Placement: where in the prompt each answer stands, at its label or fenced further down."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from core.prompting.answers import inline, pointing
from core.prompting.blocks import Block
from core.prompting.brief import Brief, Choice
from core.prompting.frame import Frame

ALWAYS_FENCED: Final = frozenset({"reference"})
DATA: Final = ("material", "background", "reference", "example_input", "example_output")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?。:])(?=\s)|(?=\n)")


@dataclass(frozen=True, slots=True)
class Placement:
    """The lines that carry the answers, by the answer's name, and the blocks they point to."""

    lines: Mapping[str, str]
    blocks: Mapping[str, Block]


def place(brief: Brief, frame: Frame, limit: int) -> Placement:
    """Give each answer its place; one longer than `limit` characters is fenced.

    Of a long purpose the first sentence stays at its label, because it asks; the rest is the material.
    """
    lines: dict[str, str] = {}
    blocks: dict[str, Block] = {}
    for name, label in frame.labels.items():
        answer = getattr(brief, name)
        if not answer:
            continue
        text = _worded(name, answer, frame)
        if name == "purpose" and len(text) > limit:
            text, material = split_purpose(text, limit)
            if material:
                blocks["material"] = Block.around(frame.tags["material"], material)
        if name in ALWAYS_FENCED or len(text) > limit:
            blocks[name] = Block.around(frame.tags[name], text)
            lines[name] = pointing(label, blocks[name].tag, "" if name in DATA else frame.seen_below)
        elif text:
            reserved = () if isinstance(answer, Choice) else frame.choices.get(name, {}).values()
            lines[name] = inline(label, text, reserved)
    return Placement(lines, blocks)


def split_purpose(purpose: str, limit: int) -> tuple[str, str]:
    """Cut a purpose into what it asks and the material behind; `ask + material` is the purpose."""
    ends = [match.start() for match in _SENTENCE_END.finditer(purpose[: limit + 1]) if match.start()]
    cut = ends[0] if ends else len(purpose)
    return purpose[:cut], purpose[cut:]


def _worded(name: str, answer: str, frame: Frame) -> str:
    return frame.choices[name][answer] if isinstance(answer, Choice) else answer
