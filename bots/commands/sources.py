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
