"""A file that is there as a whole, on the disk, or not at all."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from core.errors import DataFolderError

_PREFIX: Final = ".promptgen-draft-"
_LEFT_S: Final = 3_600.0
"""Who has written nothing for so long was killed, and people's keys may be in what is left."""


@contextmanager
def draft(to: Path, *, replaces: bool = False) -> Iterator[Path]:
    """Give a file for its owner alone; once it is written, it gets its name, or `replaces` the one that has it.

    Raises:
        DataFolderError: The file is there already, or cannot be written.
    """
    try:
        if not replaces and to.exists():
            raise FileExistsError
        _remove_left(to.parent)
        fd, name = tempfile.mkstemp(prefix=_PREFIX, dir=to.parent)
        os.close(fd)
        written = Path(name)
        try:
            yield written
            sync(written)
            written.replace(to)
        except BaseException:
            written.unlink(missing_ok=True)
            raise
        sync(to.parent)
    except OSError:
        raise DataFolderError(path=str(to)) from None


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    fd = os.open(path, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _remove_left(folder: Path) -> None:
    """Remove what killed processes left, with the journals that SQLite kept beside it."""
    for file in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError):  # it is gone, or somebody else's
            if file.stat().st_mtime < time.time() - _LEFT_S:
                file.unlink()
