"""What a command reads: the files that were named, else standard input, as text or as documents."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from core.errors import InputError

STANDARD_INPUT: Final = Path("-")


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file for reading; `-` is standard input.

    Raises:
        InputError: There is no such file, or it may not be read; `file` names it, as where something in it is wrong.
    """
    if path == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    try:
        stream = path.open("rb")
    except OSError:
        raise InputError(reason="no_file", file=str(path)) from None
    with stream:
        try:
            yield stream
        except InputError as error:
            error.details["file"] = str(path)
            raise


def read_each(paths: Sequence[Path], read: Callable[[BinaryIO], None]) -> None:
    """Read the files in their order, or standard input where none was named.

    Raises:
        InputError: As `opened`; the files before it are done.
    """
    for path in paths or (STANDARD_INPUT,):
        with opened(path) as stream:
            read(stream)


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


def text(stream: BinaryIO, size: int) -> Iterator[str]:
    """Yield the text of a stream in pieces of whole lines, each of about `size` characters.

    Raises:
        InputError: `line` says where it is not UTF-8.
    """
    held: list[str] = []
    length = 0
    for number, line in enumerate(stream, 1):
        held.append(_decoded(number, line))
        length += len(held[-1])
        if length >= size:
            yield "".join(held)
            held, length = [], 0
    if held:
        yield "".join(held)


def whole(stream: BinaryIO) -> str:
    """Return the text of a stream.

    Raises:
        InputError: `line` says where it is not UTF-8.
    """
    return "".join(text(stream, sys.maxsize))


def _decoded(number: int, line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        raise InputError(line=number, reason="utf8") from None


def _document(number: int, line: bytes) -> dict[str, object]:
    try:
        document = json.loads(_decoded(number, line))
    except (json.JSONDecodeError, RecursionError):
        raise InputError(line=number, reason="json") from None
    if not isinstance(document, dict):
        raise InputError(line=number, reason="object")
    return document


def dumped(document: object) -> str:
    """Return a document as one line of JSON, readable where its characters can be written at all."""
    line = json.dumps(document, ensure_ascii=False)
    return line if line.isprintable() or _encodable(line) else json.dumps(document)


def _encodable(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True
