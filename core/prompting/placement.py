"""Placement: where in the prompt each answer stands, at its label or fenced further down."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from core.prompting.answers import inline, pointing
from core.prompting.blocks import Block
from core.prompting.brief import Brief, Choice
from core.prompting.frame import Frame
from core.prompting.purpose import cut

DATA: Final = ("preface", "material", "background", "reference", "example_input", "example_output")
# Data that talks to the model instead of to the reader.
_ORDERS: Final = re.compile(
    r"(?:지시|명령|규칙|프롬프트|위의? 내용)[을를은는]?\s?(?:모두 |다 |전부 )?(?:무시|잊|출력|공개|바꿔)"
    r"|시스템 ?프롬프트"
    r"|(?:ignore|disregard|forget|override) .{0,30}(?:instruction|prompt|rule|above)|system prompt|jailbreak",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Placement:
    """The lines that carry the answers, by the answer's name, and the blocks they point to."""

    lines: Mapping[str, str]
    blocks: Mapping[str, Block]


def place(brief: Brief, frame: Frame, limit: int) -> Placement:
    """Give each answer its place; one longer than `limit` characters is fenced, and so is data that gives orders.

    Of a purpose longer than twice that, the first sentence that asks stays at its label and the rest is material.
    """
    lines: dict[str, str] = {}
    blocks: dict[str, Block] = {}
    for name, label in frame.labels.items():
        answer = getattr(brief, name)
        if isinstance(answer, Choice):
            lines[name] = f"{label}: {frame.choices[name][answer]}"
        elif answer:
            room = limit * 2 if name == "purpose" else limit
            shown, fenced = _shared_out(name, answer, room)
            blocks |= {part: Block.around(frame.tags[part], text) for part, text in fenced.items()}
            lines[name] = (
                inline(label, shown, frame.choices.get(name, {}).values())
                if shown
                else pointing(label, blocks[name].tag, "" if name in DATA else frame.followed)
            )
    return Placement(lines, blocks)


def _shared_out(name: str, answer: str, room: int) -> tuple[str, dict[str, str]]:
    """Return what is shown at the label, and what is fenced under which tag."""
    if len(answer) <= room and not _must_be_fenced(name, answer):
        return answer, {}
    if name == "purpose":
        parts = cut(answer, room)
        around = {"preface": parts.before, "material": parts.after}
        if parts.ask:
            return parts.ask, {part: text for part, text in around.items() if text}
    return "", {name: answer}


def _must_be_fenced(name: str, answer: str) -> bool:
    return name == "reference" or (name in DATA and _ORDERS.search(answer) is not None)
