"""Fenced blocks: texts fenced as data, in tags that the text itself cannot close."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import count
from typing import Final

_OPENING: Final = re.compile(r"<([^<>/\s]+)>")


@dataclass(frozen=True, slots=True)
class Block:
    """A text between the lines `<tag>` and `</tag>`."""

    tag: str
    text: str

    @classmethod
    def around(cls, stem: str, text: str) -> "Block":
        """Fence `text` in `<stem>`, numbered as far as needed for nothing in it to look like the fence.

        A model takes `</ TAG >` or full-width brackets for the same tag, so blanks, case and width do not count.
        """
        squeezed = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).casefold()
        tags = (stem if number == 1 else f"{stem}{number}" for number in count(1))
        return cls(next(tag for tag in tags if f"<{tag}>" not in squeezed and f"</{tag}" not in squeezed), text)

    def __str__(self) -> str:
        return f"<{self.tag}>\n{self.text}\n</{self.tag}>"


def unfence(prompt: str) -> tuple[list[str], dict[str, str]]:
    """Return the lines outside all blocks, with the blocks' texts by tag."""
    lines = prompt.split("\n")
    closings = {line for line in lines if line.startswith("</")}
    outside: list[str] = []
    blocks: dict[str, list[str]] = {}
    tag = ""
    for line in lines:
        opening = _OPENING.fullmatch(line)
        if tag and line == f"</{tag}>":
            tag = ""
        elif tag:
            blocks[tag].append(line)
        elif opening and f"</{opening[1]}>" in closings and opening[1] not in blocks:
            tag = opening[1]
            blocks[tag] = []
        else:
            outside.append(line)
    return outside, {name: "\n".join(text) for name, text in blocks.items()}
