"""JSON in and out of a command: objects, one a line or a whole stream, and a result as one line."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from bots.commands.stdin_or_files import decoded
from core.errors import InputError


def documents(stream: BinaryIO, *, jsonl: bool) -> Iterator[tuple[int, dict[str, object]]]:
    """Yield each JSON object with the number of its line: one a line, or the whole stream as one.

    Blank lines between documents are passed over.

    Raises:
        InputError: `line` and `reason` say which is not UTF-8, not JSON, or not an object.
    """
    for number, line in enumerate(stream if jsonl else (stream.read(),), 1):
        if line.strip():
            yield number, _document(number, line)
        elif not jsonl:
            raise InputError(line=number, reason="json")


def dumped(document: object) -> str:
    """Return a document as one line of JSON, readable where its characters can be written at all."""
    line = json.dumps(document, ensure_ascii=False)
    return line if line.isprintable() or _encodable(line) else json.dumps(document)


def _document(number: int, line: bytes) -> dict[str, object]:
    try:
        document = json.loads(decoded(number, line))
    except (json.JSONDecodeError, RecursionError):
        raise InputError(line=number, reason="json") from None
    if not isinstance(document, dict):
        raise InputError(line=number, reason="object")
    return document


def _encodable(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True
