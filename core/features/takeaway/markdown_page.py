"""The prompt as Markdown that Notion and Confluence take as it is: headings, lists, paragraphs, code.

Nothing else, for each of them reads the rest in its own way: Notion makes a toggle of a quotation, both swallow what
looks like HTML, and Confluence runs lines of one paragraph together.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from core.prompting.writing.sections import titles
from core.values.locale import Locale

_OPENING: Final = re.compile(r"<([^<>/\s]+)>")
_POINTER: Final = re.compile(r"</?[^<>\s]+>")
_LISTED: Final = re.compile(r"(?:-|\d{1,2}\.) ")
_FENCE: Final = re.compile(r"`{3,}")


def portable(prompt: str, title: str) -> str:
    """Return a prompt as a page with a title; every word of it is there."""
    parts = [f"# {title}", *_parts(prompt.split("\n"))]
    return "\n\n".join(parts) + "\n"


def _parts(lines: list[str]) -> Iterator[str]:
    """Yield headings, whole lists, paragraphs of one line, and what is quoted or fenced as code."""
    for kind, group in groupby(_marked(lines), lambda marked: marked[0]):
        texts = [text for _, text in group]
        if kind == "code":
            yield _code(texts)
        elif kind == "list":
            yield "\n".join(map(_spared, texts))
        else:
            yield from (_spared(text) if kind == "text" else f"## {text[1:-1]}" for text in texts)


def _marked(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each line with what it is: a heading, an item, code, or text; empty lines and fences are left out."""
    headings = {title for locale in Locale for title in titles(locale).values()}
    closings = {line for line in lines if line.startswith("</")}
    closing = ""
    for line in lines:
        opening = _OPENING.fullmatch(line)
        if closing:
            closing = "" if line == closing else closing
            if closing:
                yield "code", line
        elif opening and f"</{opening[1]}>" in closings:
            closing = f"</{opening[1]}>"
            yield "text", line
        elif line.startswith(">"):
            yield "code", line[2:]
        elif line:
            yield "heading" if line in headings else "list" if _LISTED.match(line) else "text", line


def _code(lines: list[str]) -> str:
    longest = max((len(fence) for line in lines for fence in _FENCE.findall(line)), default=2)
    fence = "`" * (longest + 1)
    return "\n".join((fence, *lines, fence))


def _spared(line: str) -> str:
    """Return a line in which a tag stays to be seen."""
    return _POINTER.sub(lambda tag: f"`{tag.group()}`", line)
