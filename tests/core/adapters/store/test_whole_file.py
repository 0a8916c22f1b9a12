"""A file of a backup is there as a whole, or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.adapters.store.backup.backups import Backups
from core.adapters.store.backup.whole_file import draft
from core.errors import DataFolderError
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.databases import Database
from tests.core.adapters.store.test_person_keys import keep, of, secrets

# It is killed when all is copied and the keys are not deleted yet.
_KILLED = """
import os, sys
from pathlib import Path
from core.adapters.store.backup import sqlite
from core.adapters.store.backup.backups import Backups
copied = sqlite._copy
sqlite._WITHOUT_KEYS = ""
sqlite._copy = lambda engine, to: (copied(engine, to), os._exit(9))
Backups(Path(sys.argv[1]), None, None).make(Path(sys.argv[2]))
"""


def test_a_killed_backup_leaves_none_and_its_keys_go_with_the_next(
    sqlite: Database, open_at: Open, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    store = open_at(sqlite)
    keep(store, "U1")
    store.close()
    command = [sys.executable, "-c", _KILLED, str(sqlite.folder), str(kept / "first.db")]
    assert subprocess.run(command, check=False, timeout=60).returncode == 9
    (left,) = kept.iterdir()
    assert left.name != "first.db"
    assert secrets(sqlite)[0] in left.read_bytes()
    os.utime(left, (0, 0))
    of(sqlite).make(kept / "second.db")
    assert sorted(file.name for file in kept.iterdir()) == ["promptgen.keys", "second.db"]


def test_what_is_written_is_on_the_disk_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, synced = tmp_path / "file", []
    monkeypatch.setattr(os, "fsync", lambda fd: synced.append((os.fstat(fd).st_ino, file.exists())))
    with draft(file) as written:
        written.write_text("whole")
    assert synced == [(file.stat().st_ino, False), (tmp_path.stat().st_ino, True)]
    assert file.stat().st_mode & 0o077 == 0


def test_what_fails_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("precious")
    with pytest.raises(TypeError), draft(file, replaces=True) as written:
        written.write_text(None)  # type: ignore[arg-type]
    with pytest.raises(DataFolderError), draft(file):
        pass
    assert [each.read_text() for each in tmp_path.iterdir()] == ["precious"]


def test_the_database_that_is_kept_has_no_keys_and_can_be_put_back(
    sqlite: Database, open_at: Open, tmp_path: Path
) -> None:
    backup = tmp_path / "backup"
    store = open_at(sqlite)
    keep(store, "U1")
    of(sqlite).make(backup)
    keep(store, "U2")
    store.close()
    held = secrets(sqlite)
    replaced = of(sqlite).restore(backup, "x")
    assert replaced
    files = list(sqlite.folder.glob(f"{replaced.name}*"))
    assert files == [replaced]
    assert not any(secret in replaced.read_bytes() for secret in held)
    assert of(sqlite).check(replaced).sessions == 2
    of(sqlite).restore(replaced, "y")
    assert sorted(secrets(sqlite)) == sorted(held)


def test_with_another_vaults_key_at_hand_no_key_is_lost(sqlite: Database, open_at: Open, tmp_path: Path) -> None:
    backup = tmp_path / "backup"
    store = open_at(sqlite)
    keep(store, "U1")
    store.close()
    of(sqlite).make(backup)
    held = secrets(sqlite)
    Backups(sqlite.folder, None, "o" * 43 + "=").restore(backup, "x")
    assert secrets(sqlite) == held
