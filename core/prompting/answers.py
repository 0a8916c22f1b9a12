"""The answers as they stand in a prompt: each under its label, each readable back."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from core.prompting.blocks import unfence

_QUOTED: Final = re.compile(r'"(.*)"')
_POINTER: Final = re.compile(r"<([^<>\s]+)>")


def inline(label: str, text: str, reserved: Collection[str] = ()) -> str:
    """Return `label: text`; several lines follow as quotation, and what could be mistaken for more is put in quotes.

    `reserved` holds the values that mean a choice of the interview at this label.
    """
    if "\n" in text:
        return "\n".join((f"{label}:", *(f"> {line}".rstrip() for line in text.split("\n"))))
    mistakable = not text or text in reserved or text.startswith(('"', "<"))
    return f"{label}: " + (f'"{text}"' if mistakable else text)


def pointing(label: str, tag: str, rest: str) -> str:
    """Return the line that stands at a label whose answer is fenced elsewhere in the prompt."""
    return f"{label}: <{tag}>{rest}"


@dataclass(frozen=True, slots=True)
class Found:
    """An answer found in a prompt; `bare` when it stood without quotes and may mean a choice."""

    text: str
    bare: bool = False


@dataclass(slots=True)
class Answers:
    """What `find_answers` read: answers by label, and the fenced blocks by tag."""

    by_label: dict[str, Found] = field(default_factory=dict)
    blocks: dict[str, str] = field(default_factory=dict)


def find_answers(prompt: str, labels: frozenset[str]) -> Answers:
    """Read the answers back; the first line with a label counts."""
    lines, blocks = unfence(prompt)
    answers = Answers(blocks=blocks)
    quoting = ""
    for line in lines:
        if quoting and line.startswith(">"):
            answers.by_label[quoting] = _grown(answers.by_label.get(quoting), line[2:])
            continue
        quoting = ""
        label, colon, value = line.removeprefix("- ").partition(":")
        if colon and label in labels and label not in answers.by_label:
            if value:
                answers.by_label[label] = _read(value[1:], blocks)
            else:
                quoting = label
    return answers


def _grown(found: Found | None, line: str) -> Found:
    return Found(line if found is None else f"{found.text}\n{line}")


def _read(value: str, blocks: dict[str, str]) -> Found:
    if quoted := _QUOTED.fullmatch(value):
        return Found(quoted[1])
    pointer = _POINTER.match(value)
    if pointer and pointer[1] in blocks:
        return Found(blocks[pointer[1]])
    return Found(value, bare=True)
