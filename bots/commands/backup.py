"""`promptgen backup`: a copy of the database, taken while the bot goes on; looked at, and put back."""

import argparse
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bots.commands.confirmation import is_confirmed
from bots.container import backups
from core.adapters.store.backup.check import Backup
from core.adapters.store.backup.whole_file import draft
from core.conversation.texts import t
from core.errors import InputError
from core.settings import Settings

_NAME: Final = "promptgen-{stamp}.{kind}"
_KEY_FILE: Final = "vault.key"


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Make, check or restore a backup.

    Raises:
        InputError: A file is there already, damaged or missing, the options make no sense, or nobody confirms them.
        DataFolderError: The file cannot be written.
        DatabaseError: A bot uses the database, or the backup is newer than this program.
        StoreUnavailable: The database does not answer.
    """
    backing = _Backing(settings, options.keys)
    if options.restore:
        backing.restore(options.file, yes=options.yes)
    elif options.verify:
        backing.verify(options.file)
    else:
        backing.make(options.file, keep=options.keep, with_key=options.with_key, may_empty=options.empty_keys)
    return 0


class _Backing:
    """Backs up, whatever the database, and says on standard error what came of it.

    `keys` is the file of people's keys, if it is not to be the one beside the backup.
    """

    def __init__(self, settings: Settings, keys: Path | None) -> None:
        self._settings = settings
        self._keys = keys
        self._backups = backups(settings)
        self._stamp = f"{datetime.now(UTC):%Y%m%d-%H%M%S}"

    def make(self, to: Path, *, keep: int | None, with_key: bool, may_empty: bool) -> None:
        """Back up into a new file, or under the present time into a folder, of whose backups the newest `keep` stay.

        People's keys are not replaced by none, unless that `may_empty` them.
        """
        if keep is not None and (keep < 1 or not to.is_dir()):
            raise InputError(reason="backup_keep")
        key = self._settings.data_dir / _KEY_FILE
        if with_key and not key.exists():
            raise InputError(reason="backup_key")
        file = to / _NAME.format(stamp=self._stamp, kind=self._backups.kind) if to.is_dir() else to
        if file.exists():
            raise InputError(reason="exists")
        keys = self._backups.make(file, self._keys, may_empty=may_empty)
        self._say("backup.made", file=str(file))
        self._say("backup.keys", file=str(keys))
        if with_key:
            copy = file.with_name(f"{file.name}.key")
            with draft(copy) as written:
                shutil.copyfile(key, written)
            self._say("backup.key", file=str(copy))
        else:
            self._say("backup.no_key")
        if keep is not None:
            self._remove_older(to, keep)

    def verify(self, file: Path) -> Backup:
        """Read a whole backup, say what it holds and whether the key that is here opens it, and return that."""
        backup = self._backups.check(file, self._keys)
        self._say("backup.checked", file=str(file), count=backup.sessions)
        if not backup.is_current:
            self._say("backup.older")
        self._say(f"backup.{backup.key}")
        if backup.keyless:
            self._say("backup.keyless", count=backup.keyless)
        return backup

    def restore(self, file: Path, *, yes: bool) -> None:
        """Put a backup in the place of the database, once that is confirmed on the terminal or by `--yes`."""
        backup = self.verify(file)
        question = t(self._settings.locale, "backup.restore_confirm", file=str(file))
        if not is_confirmed(question, yes=yes):
            self._say("backup.not_restored")
            return
        replaced = self._backups.restore(file, self._stamp, self._keys)
        self._say("backup.restored", file=str(file))
        if replaced:
            self._say("backup.kept", file=str(replaced))
        if backup.keyless:
            self._say("backup.forgotten", count=backup.keyless)

    def _remove_older(self, folder: Path, keep: int) -> None:
        """Delete all but the newest backups of this kind in a folder, with the keys beside them."""
        # By the time in the name: a file that was copied or restored has another date.
        made = sorted(folder.glob(_NAME.format(stamp="[0-9]*", kind=self._backups.kind)), reverse=True)
        for file in made[keep:]:
            file.unlink()
            file.with_name(f"{file.name}.key").unlink(missing_ok=True)
        if made[keep:]:
            self._say("backup.removed", count=len(made[keep:]))

    def _say(self, text: str, **details: str | int) -> None:
        sys.stderr.write(t(self._settings.locale, text, **details) + "\n")
