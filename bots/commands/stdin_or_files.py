"""What a command reads: the files that were named, else standard input."""

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


def text(stream: BinaryIO, size: int) -> Iterator[str]:
    """Yield the text of a stream in pieces of whole lines, each of about `size` characters.

    Raises:
        InputError: `line` says where it is not UTF-8.
    """
    held: list[str] = []
    length = 0
    for number, line in enumerate(stream, 1):
        held.append(decoded(number, line))
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


def decoded(number: int, line: bytes) -> str:
    """Return a line as text.

    Raises:
        InputError: `line` says which it is that is not UTF-8.
    """
    try:
        return line.decode()
    except UnicodeDecodeError:
        raise InputError(line=number, reason="utf8") from None
