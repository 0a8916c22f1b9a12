"""Reading the substance that a model proposed: leniently, for a wrong bracket says nothing of what is inside."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from core.prompting.substance import ModelQuestion

MOST_READ: Final = 40
"""Strings of a list that are looked at; who proposes more has gone round in circles."""
_LONGEST: Final = 20_000  # characters of an answer
_STARTS: Final = 8  # braces at which an object may begin: words and thoughts before it may hold some
_DEEPEST: Final = 6
_CLOSING: Final = {"[": "]", "{": "}"}
_NAMES: Final = {
    "restated": ("restated", "task", "request"),
    "cover": ("cover", "must_cover", "points"),
    "parts": ("parts", "sections", "columns"),
    "traps": ("traps", "pitfalls"),
    "intent": ("intent",),
    "questions": ("questions",),
}
_TEXTS: Final = ("text", "name", "title", "point")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a model proposed, nothing of it judged yet."""

    restated: str = ""
    cover: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    intent: str = ""
    questions: tuple[ModelQuestion, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing could be read."""
        return self == Draft()


def read_draft(answer: str) -> Draft:
    """Read the JSON of an answer: fenced, with words around it, or cut off; empty when there is none."""
    found = _object(answer[:_LONGEST])
    return Draft(
        restated=next(iter(_strings(found, "restated")), ""),
        cover=_strings(found, "cover"),
        parts=_strings(found, "parts"),
        traps=_strings(found, "traps"),
        intent=next(iter(_strings(found, "intent")), ""),
        questions=tuple(_questions(found)),
    )


def _questions(found: Mapping[str, object]) -> Iterator[ModelQuestion]:
    value = found.get("questions")
    for each in value[:MOST_READ] if isinstance(value, list) else ():
        if isinstance(each, dict):
            options = each.get("options")
            read = tuple(map(_string, options[:MOST_READ])) if isinstance(options, list) else ()
            yield ModelQuestion(_string(each.get("about")), _string(each.get("ask")), tuple(filter(None, read)))


def _strings(found: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = next((found[key] for key in _NAMES[name] if found.get(key)), None)
    listed = value if isinstance(value, list) else [value]
    return tuple(text for each in listed[:MOST_READ] if (text := _string(each)))


def _string(value: object) -> str:
    if isinstance(value, dict):
        value = next((value[key] for key in _TEXTS if key in value), None)
    return re.sub(r"\s+", " ", value).strip() if isinstance(value, str) else ""


def _object(answer: str) -> Mapping[str, object]:
    """Return the first JSON object with one of our names; of one that was cut off, what was whole."""
    start = answer.find("{")
    for _ in range(_STARTS):
        if start < 0:
            break
        for text in (answer[start:], *_closed(answer[start:])):
            try:
                value, _end = json.JSONDecoder().raw_decode(text)
            except (ValueError, RecursionError):
                continue
            if isinstance(value, dict) and any(key in value for keys in _NAMES.values() for key in keys):
                return value
            break
        start = answer.find("{", start + 1)
    return {}


def _closed(text: str) -> Iterator[str]:
    """Yield a cut off JSON text closed behind each of its last whole strings, the longest first."""
    brackets: list[str] = []
    ends: list[tuple[int, str]] = []
    inside, escaped = False, False
    for at, char in enumerate(text, 1):
        if escaped:
            escaped = False
            continue
        escaped = inside and char == "\\"
        if char == '"':
            inside = not inside
        elif not inside and char in _CLOSING:
            brackets.append(_CLOSING[char])
        elif not inside and brackets and char == brackets[-1]:
            brackets.pop()
        if len(brackets) > _DEEPEST:
            return
        if not inside and char in '"]}':
            ends.append((at, "".join(reversed(brackets))))
    for end, closing in ends[:-4:-1]:
        yield text[:end] + closing
