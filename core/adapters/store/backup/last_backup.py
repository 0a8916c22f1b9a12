"""When a backup was last made, told by a file's time in the data folder."""

from pathlib import Path
from typing import Final

_NAME: Final = "backup.made"
OLD_S: Final = 2 * 86_400.0
"""Seconds after which the doctor and the log ask for another."""


def leave_mark(folder: Path) -> None:
    """Note that a backup was made now."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # a bot on PostgreSQL may never have run here
    (folder / _NAME).touch(mode=0o600)


def backup_age(folder: Path, now: float) -> float:
    """Return the seconds since the last one at a time in Unix seconds; not a number where there was none."""
    try:
        return max(0.0, now - (folder / _NAME).stat().st_mtime)
    except OSError:
        return float("nan")
