"""Where the vault's keys come from: the setting, or else a file in the data folder."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from cryptography.fernet import Fernet

from core.errors import DataFolderError, EmptyKeyError, SettingsError

_NAME = "vault.key"


def vault_keys(setting: str | None, folder: Path, *, create: bool) -> tuple[str, ...]:
    """Return the keys, the one to seal with first: of a comma-separated setting, or of the key file, one a line.

    A missing file is made, readable by its owner alone, if `create` says so; else there are no keys.

    Raises:
        SettingsError: The setting names no key.
        EmptyKeyError: The key file is there and holds none: a copy that went wrong, which nobody would notice.
        DataFolderError: The key file cannot be read or made.
    """
    if setting:
        keys = tuple(setting.replace(",", " ").split())
        if not keys:
            raise SettingsError(names="PROMPTGEN_VAULT_KEY")
        return keys
    path = folder / _NAME
    try:
        if create:
            _make(path)
        keys = tuple(path.read_text("ascii", "replace").split())
    except FileNotFoundError:
        return ()
    except OSError:
        raise DataFolderError(path=str(path)) from None
    if not keys:
        raise EmptyKeyError(path=str(path))
    return keys


def _make(path: Path) -> None:
    """Write a new key unless there is one; a crash leaves the whole file or none."""
    if path.exists():
        return
    fd, draft = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(Fernet.generate_key() + b"\n")
            os.fsync(fd)
        with suppress(FileExistsError):  # another process was faster, and its key counts
            path.hardlink_to(draft)
    finally:
        Path(draft).unlink()
