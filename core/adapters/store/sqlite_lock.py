"""The lock that keeps a second process off an SQLite file."""

import fcntl
import os
from pathlib import Path

from core.errors import DataFolderError


class ProcessLock:
    """A lock on a file, let go by the operating system when the process ends, however it ends.

    A POSIX record lock and not flock: a worker that was forked must not keep it when its parent is killed.
    """

    def __init__(self, path: Path) -> None:
        """Open the file, or make it.

        Raises:
            DataFolderError: The folder cannot be written.
        """
        try:
            self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError:
            raise DataFolderError(path=str(path.parent)) from None

    def acquire(self) -> bool:
        """Take the lock; False if another process has it."""
        try:
            fcntl.lockf(self._fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True

    def release(self) -> None:
        """Let go; a second time does nothing."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1
