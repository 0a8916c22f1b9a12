"""Entries on their way out and in: as JSON, and as Markdown that people read."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from core.errors import InputError
from core.ports.library import LibraryEntry

_FENCE: Final = re.compile(r"^(`{3,})[^`\n]*\n(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_HEADING: Final = re.compile(r"^## +(.+?)[ \t]*$", re.MULTILINE)
_STAR: Final = "★ "
_KIND: Final = "promptgen library"


@dataclass(frozen=True, slots=True)
class ImportedEntry:
    """An entry as a file tells it, not yet masked."""

    name: str
    prompt: str
    tags: tuple[str, ...] = ()
    favourite: bool = False


def as_json(entries: Iterable[LibraryEntry]) -> str:
    """Return entries as a JSON document."""
    prompts = [
        {"name": entry.name, "tags": list(entry.tags), "favourite": entry.favourite, "prompt": entry.prompt}
        for entry in entries
    ]
    return json.dumps({"kind": _KIND, "prompts": prompts}, ensure_ascii=False, indent=2) + "\n"


def as_markdown(entries: Iterable[LibraryEntry]) -> str:
    """Return entries as Markdown: a heading, the tags, the prompt in a block that it cannot close."""
    return "\n".join(_section(entry) for entry in entries)


def read(text: str) -> tuple[ImportedEntry, ...]:
    """Read entries from either form.

    Raises:
        InputError: It is neither, or an entry has no name or no prompt.
    """
    drafts = tuple(_from_json(text) if text.lstrip().startswith("{") else _from_markdown(text))
    if not drafts or any(not draft.name.strip() or not draft.prompt.strip() for draft in drafts):
        raise InputError(reason="library")
    return drafts


def _section(entry: LibraryEntry) -> str:
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", entry.prompt)), 3)
    tags = " ".join(f"#{tag}" for tag in entry.tags)
    head = f"## {_STAR if entry.favourite else ''}{entry.name}"
    return "\n".join([head, *([tags] if tags else []), "", f"{fence}text", entry.prompt, fence, ""])


def _from_json(text: str) -> Iterator[ImportedEntry]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise InputError(reason="json") from None
    prompts = document.get("prompts")
    for each in prompts if isinstance(prompts, list) else []:
        if not isinstance(each, Mapping):
            raise InputError(reason="library")
        tags = each.get("tags")
        yield ImportedEntry(
            str(each.get("name") or ""),
            str(each.get("prompt") or ""),
            tuple(map(str, tags)) if isinstance(tags, list) else (),
            favourite=each.get("favourite") is True,
        )


def _from_markdown(text: str) -> Iterator[ImportedEntry]:
    fences = list(_FENCE.finditer(text))
    for fence in fences:
        before = max((other.end() for other in fences if other.end() <= fence.start()), default=0)
        headings = list(_HEADING.finditer(text, before, fence.start()))
        if not headings:
            raise InputError(reason="library")
        name = headings[-1][1]
        tags = re.findall(r"(?<!\S)#([^\s#]+)", text[headings[-1].end() : fence.start()])
        favourite = name.startswith(_STAR)
        yield ImportedEntry(name.removeprefix(_STAR), fence[2].removesuffix("\n"), tuple(tags), favourite=favourite)
