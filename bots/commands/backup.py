"""`promptgen backup`: a copy of the database, taken while the bot goes on."""

from pathlib import Path

from bots.container import back_up_store, opened_store
from core.errors import InputError
from core.settings import Settings


def back_up(settings: Settings, to: Path) -> None:
    """Copy the database into a new file that its owner alone can read; the vault's key is no part of it.

    Raises:
        InputError: It is a server's, which has a program of its own for that, or the file is there already.
        DataFolderError: The file cannot be written.
    """
    if (settings.database_url or "sqlite").startswith("postgresql"):
        raise InputError(reason="backup_server")
    if to.exists():
        raise InputError(reason="exists")
    with opened_store(settings, visiting=True) as store:
        back_up_store(store, to)
