"""The labelled requests that the classifier learns from: the intents' own examples, and files of requests."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.prompting.intents.catalogue import all_intents
from core.prompting.understanding.request_features import Request

REQUESTS: Final = Path(__file__).with_name("requests")
_NO_REQUESTS: Final = Path(__file__).with_name("no_requests.txt")


@dataclass(frozen=True, slots=True)
class Row:
    """A request and the `family.id` of what it asks for, empty where it asks for nothing.

    `author` is empty for the intents' own examples.
    """

    request: Request
    path: str
    author: str = ""


def all_rows() -> tuple[Row, ...]:
    """Return every row there is: examples and near misses of the intents, the files in the order of names, the rest."""
    intents = {name: intent for name, intent in all_intents().items() if intent.examples.ko}
    paths = {intent.id: f"{intent.family}.{intent.id}" for intent in intents.values()}
    rows = [
        Row(Request(text), paths[intent.id])
        for intent in intents.values()
        for text in (*intent.examples.ko, *intent.examples.en)
    ]
    rows += [
        Row(Request(text), paths[intent.id])
        for intent in intents.values()
        for text in (intent.name.ko, intent.name.en, intent.task.ko, intent.task.en)
    ]
    rows += [Row(Request(text), paths[of]) for intent in intents.values() for text, of in intent.near if of in paths]
    rows += [Row(request, paths[name], author) for author, name, request in _requests()]
    rows += [
        Row(Request(line), "", _NO_REQUESTS.stem) for line in _NO_REQUESTS.read_text(encoding="utf-8").splitlines()
    ]
    return tuple(rows)


def digest(rows: tuple[Row, ...]) -> str:
    """Return a digest of the rows that a test compares with the one the weights were trained from."""
    return hashlib.sha256("\n".join(map(repr, rows)).encode()).hexdigest()


def read_requests(path: Path) -> Iterator[tuple[str, Request]]:
    """Yield the rows of one JSONL file: `intent`, `purpose`, and what else was answered."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            yield (
                row["intent"],
                Request(
                    row["purpose"],
                    row.get("background", ""),
                    row.get("form", ""),
                    row.get("language", ""),
                    has_reference=bool(row.get("reference", False)),
                ),
            )


def _requests() -> Iterator[tuple[str, str, Request]]:
    for path in sorted(REQUESTS.glob("*.jsonl")):
        for name, request in read_requests(path):
            yield path.stem, name, request
