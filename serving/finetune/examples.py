"""The training examples: JSON lines in the chat format, as `promptgen data pairs` writes them."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from serving.errors import ServingError

_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class Example:
    """A request and the prompt that answers it."""

    request: str
    prompt: str

    def __repr__(self) -> str:
        return f"Example({len(self.request)}, {len(self.prompt)})"


@dataclass(frozen=True, slots=True)
class Preference:
    """A request, the prompt that was liked better, and the other."""

    request: str
    chosen: str
    rejected: str

    def __repr__(self) -> str:
        return f"Preference({len(self.request)}, {len(self.chosen)}, {len(self.rejected)})"


def read_examples(file: Path) -> list[Example]:
    """Return the examples of a file of `{"messages": [user, assistant]}`.

    Raises:
        ServingError: It cannot be read, or a line is not such an example; the message says which line.
    """
    return _read(file, lambda line: Example(*_contents(line["messages"], "user", "assistant")))


def read_preferences(file: Path) -> list[Preference]:
    """Return the preferences of a file of `{"prompt": [user], "chosen": [assistant], "rejected": [assistant]}`.

    Raises:
        ServingError: As above.
    """
    return _read(
        file,
        lambda line: Preference(
            *_contents(line["prompt"], "user"),
            *_contents(line["chosen"], "assistant"),
            *_contents(line["rejected"], "assistant"),
        ),
    )


def _read(file: Path, kind: Callable[[dict[str, Any]], _Kind]) -> list[_Kind]:
    found = []
    for number, line in _lines(file):
        try:
            found.append(kind(json.loads(line)))
        except (ValueError, LookupError, TypeError):
            msg = f"{file}, line {number}: not an example (one user message, then the assistant's; no system message)"
            raise ServingError(msg) from None
    if not found:
        msg = f"{file} holds no example"
        raise ServingError(msg)
    return found


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{file} cannot be read: {type(error).__name__}"
        raise ServingError(msg) from None
    yield from ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def _contents(messages: list[dict[str, Any]], *roles: str) -> Iterator[str]:
    """Yield what the messages say; Mixtral's template takes one user message and its answer, and nothing before."""
    if tuple(message["role"] for message in messages) != roles:
        raise ValueError
    for message in messages:
        if not isinstance(message["content"], str) or not message["content"].strip():
            raise ValueError
        yield message["content"]
