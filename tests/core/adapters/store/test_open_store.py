"""Opening the store: each thing that can be wrong has its own error, and is told without the library's words."""

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import text

from core.adapters.store.open_store import open_store
from core.adapters.store.schema import LOCK
from core.adapters.store.store import SqlStore
from core.errors import DatabaseError, DataFolderError, SettingsError, StoreUnavailable, VaultKeyError
from core.messages import Interaction
from core.privacy.text import RawText
from core.privacy.vault import Vault
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.conversations import generating
from tests.core.adapters.store.databases import Database

pytestmark = pytest.mark.slow

KEY, OTHER_KEY = (Fernet.generate_key().decode() for _ in range(2))

# What another process does, given the data folder and what to open the store with.
VISIT = """
import os, sys, time
from pathlib import Path
from core.adapters.store.open_store import open_store
from core.errors import PromptgenError
if "unprivileged" in sys.argv and os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere
try:
    store = open_store(Path(sys.argv[1]), clock=time.time, read_beside="read_beside" in sys.argv)
    print(len(store.export("U1", "slack")["sessions"]), flush=True)
    if "stay" in sys.argv:
        sys.stdin.read()
except PromptgenError as error:
    print(type(error).__name__, error.details)
"""


def visit(folder: Path, *words: str) -> str:
    command = [sys.executable, "-c", VISIT, str(folder), *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def save(store: SqlStore) -> None:
    with store.begin() as transaction:
        transaction.save(generating())


def vault_of(store: SqlStore) -> Vault:
    with store.begin() as transaction:
        held = transaction.get("s1")
    assert held is not None
    return held.vault


def test_everything_it_makes_is_for_its_owner_alone(sqlite: Database, open_at: Open) -> None:
    save(open_at(sqlite))
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (sqlite.folder, *sqlite.folder.iterdir())}
    assert modes.pop("data") == 0o700
    assert {"promptgen.db", "promptgen.db-wal", "vault.key"} <= modes.keys()
    assert set(modes.values()) == {0o600}


def test_a_second_opening_finds_everything(open_again: Open) -> None:
    store = open_again()
    save(store)
    store.close()
    assert vault_of(open_again()) == generating().vault


class TestVersions:
    def test_a_newer_database_is_left_alone(self, database: Database, open_again: Open) -> None:
        open_again().close()
        engine = database.plain_engine()
        with engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        engine.dispose()
        with pytest.raises(DatabaseError) as caught:
            open_again()
        assert caught.value.details == {"reason": "newer"}

    def test_a_visitor_does_not_change_what_another_program_uses(self, sqlite: Database, open_at: Open) -> None:
        store = open_at(sqlite)
        engine = sqlite.plain_engine()
        with engine.begin() as connection:
            connection.execute(text("DELETE FROM alembic_version"))
        engine.dispose()
        assert visit(sqlite.folder, "read_beside") == "DatabaseError {'reason': 'in_use'}"
        store.close()


class TestDamage:
    @pytest.mark.parametrize(
        "content", [b"not a database at all, but long enough to be one" * 99, b"SQLite format 3\0" * 99]
    )
    def test_a_file_that_is_no_database(self, sqlite: Database, open_at: Open, content: bytes) -> None:
        sqlite.folder.mkdir()
        sqlite.file.write_bytes(content)
        with pytest.raises(DatabaseError) as caught:
            open_at(sqlite)
        assert caught.value.details == {"reason": "damaged"}
        assert sqlite.file.read_bytes() == content

    def test_a_file_with_a_hole_in_it(self, sqlite: Database, open_at: Open) -> None:
        store = open_at(sqlite)
        save(store)
        store.close()
        content = bytearray(sqlite.file.read_bytes())
        for page in range(3, len(content) // 4096):
            content[page * 4096 : page * 4096 + 64] = os.urandom(64)
        sqlite.file.write_bytes(content)
        with pytest.raises(DatabaseError) as caught:
            open_at(sqlite)
        assert caught.value.details == {"reason": "damaged"}

    def test_tables_that_are_gone(self, database: Database, open_again: Open) -> None:
        open_again().close()
        engine = database.plain_engine()
        with engine.begin() as connection:
            connection.execute(text("DROP TABLE outgoing"))
        engine.dispose()
        with pytest.raises(DatabaseError) as caught:
            open_again().unsent("slack")
        assert caught.value.details == {"reason": "damaged"}


class TestOneProcess:
    def test_a_second_one_is_refused(self, sqlite: Database, open_at: Open) -> None:
        save(open_at(sqlite))
        assert visit(sqlite.folder) == "DatabaseError {'reason': 'in_use'}"

    def test_a_short_command_may_come_in(self, sqlite: Database, open_at: Open) -> None:
        save(open_at(sqlite))
        assert visit(sqlite.folder, "read_beside") == "1"

    def test_a_short_command_alone_does_not_need_another(self, sqlite: Database) -> None:
        assert visit(sqlite.folder, "read_beside") == "0"
        assert visit(sqlite.folder, "read_beside") == "0"

    def test_a_short_command_keeps_nobody_out(self, sqlite: Database, open_at: Open) -> None:
        command = [sys.executable, "-c", VISIT, str(sqlite.folder), "read_beside", "stay"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as visitor:
            assert visitor.stdout is not None
            assert visitor.stdout.readline() == b"0\n"
            save(open_at(sqlite))
            visitor.communicate()

    def test_the_next_one_may_come_after_a_failed_opening(self, sqlite: Database, open_at: Open) -> None:
        open_at(sqlite, KEY).close()
        with pytest.raises(VaultKeyError):
            open_at(sqlite, OTHER_KEY)
        save(open_at(sqlite, KEY))

    def test_several_share_a_server(self, postgresql: Database, open_at: Open) -> None:
        save(open_at(postgresql))
        assert vault_of(open_at(postgresql)) == generating().vault


class TestKeys:
    def test_another_key_is_refused(self, open_again: Open) -> None:
        open_again(KEY).close()
        with pytest.raises(VaultKeyError):
            open_again(OTHER_KEY)

    def test_a_malformed_key_is_refused(self, open_again: Open) -> None:
        with pytest.raises(SettingsError) as caught:
            open_again("hunter2")
        assert caught.value.details == {"names": "PROMPTGEN_VAULT_KEY"}

    def test_a_setting_makes_no_file(self, database: Database, open_again: Open) -> None:
        open_again(KEY)
        assert not (database.folder / "vault.key").exists()

    def test_without_the_key_all_but_the_values_is_there(self, database: Database, open_again: Open) -> None:
        store = open_again()
        save(store)
        store.close()
        key = (database.folder / "vault.key").rename(database.folder / "elsewhere.key")
        keyless = open_again()
        assert not keyless.can_restore
        vault = vault_of(keyless)
        assert [entry.label for entry in vault] == [entry.label for entry in generating().vault]
        assert {entry.value for entry in vault} == {None}
        with keyless.begin() as transaction:
            held = transaction.get("s1")
            assert held is not None
            transaction.save(held)
        keyless.close()
        key.rename(database.folder / "vault.key")
        again = open_again()
        assert again.can_restore
        assert vault_of(again) == generating().vault

    def test_a_key_is_changed_in_four_steps(self, open_again: Open) -> None:
        store = open_again(KEY)
        save(store)
        assert store.rotate_keys() == 0
        store.close()
        store = open_again(f"{OTHER_KEY},{KEY}")
        assert store.rotate_keys() == 1, "the person's key, which seals the four values"
        assert store.rotate_keys() == 0
        assert vault_of(store) == generating().vault
        store.close()
        assert vault_of(open_again(OTHER_KEY)) == generating().vault

    def test_what_is_not_yet_carried_out_is_sealed_anew_too(self, open_again: Open) -> None:
        pressed = Interaction("one", "slack", "T1", "U1", "action", RawText("010-2345-6789"))
        store = open_again(KEY)
        assert store.inbox.put(pressed)
        store.end_leases()
        store.close()
        store = open_again(f"{OTHER_KEY},{KEY}")
        assert store.rotate_keys() == 1
        store.close()
        assert [taken.payload for taken in open_again(OTHER_KEY).inbox.take("slack")] == [pressed.payload]

    def test_the_old_key_is_refused_once_it_was_changed(self, open_again: Open) -> None:
        open_again(KEY).close()
        store = open_again(f"{OTHER_KEY},{KEY}")
        store.rotate_keys()
        store.close()
        with pytest.raises(VaultKeyError):
            open_again(KEY)

    def test_many_entries_are_rotated_too(self, open_again: Open) -> None:
        store = open_again(KEY)
        with store.begin() as transaction:
            for number in range(210):
                transaction.save(generating(f"s{number}", person=f"U{number}"))
        store.close()
        store = open_again(f"{OTHER_KEY},{KEY}")
        assert store.rotate_keys() == 210
        store.close()
        store = open_again(OTHER_KEY)
        with store.begin() as transaction:
            for number in range(210):
                held = transaction.get(f"s{number}")
                assert held is not None
                assert held.vault == generating().vault


class TestFolder:
    def test_a_folder_is_made_with_its_parents(self, tmp_path: Path, open_at: Open) -> None:
        save(open_at(Database(tmp_path / "a" / "b")))

    @pytest.mark.parametrize("child", ["", "data"])
    def test_one_that_cannot_be_written(self, tmp_path: Path, child: str) -> None:
        folder = tmp_path / child
        tmp_path.chmod(0o555)
        for parent in tmp_path.parents[:2]:
            parent.chmod(0o755)
        assert visit(folder, "unprivileged") == f"DataFolderError {{'path': '{folder}'}}"

    def test_a_file_where_the_folder_should_be(self, tmp_path: Path, open_at: Open) -> None:
        (tmp_path / "data").write_text("")
        with pytest.raises(DataFolderError) as caught:
            open_at(Database(tmp_path / "data"))
        assert caught.value.details == {"path": str(tmp_path / "data")}

    def test_a_database_in_a_folder_that_is_not_there(self, tmp_path: Path, open_at: Open) -> None:
        with pytest.raises(DataFolderError) as caught:
            open_at(Database(tmp_path, f"sqlite:///{tmp_path}/nowhere/promptgen.db"))
        assert caught.value.details == {"path": f"{tmp_path}/nowhere"}


@pytest.mark.parametrize(
    "url",
    [
        "hunter2",
        "sqlite://",
        "sqlite:///:memory:",
        "nonsense://hunter2@localhost/x",
        "postgresql+nodriver://localhost/x",
    ],
)
def test_a_malformed_address_is_named_by_its_setting_alone(tmp_path: Path, url: str) -> None:
    with pytest.raises(SettingsError) as caught:
        open_store(tmp_path, url, clock=float)
    assert caught.value.details == {"names": "PROMPTGEN_DATABASE_URL"}


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        open_store(tmp_path, "postgresql+psycopg://hunter2@127.0.0.1:1/promptgen", clock=float)
    assert caught.value.details == {"reason": "down"}
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_process_waits_for_as_long_as_another_brings_the_database_up_to_date(
    postgresql: Database, open_at: Open
) -> None:
    engine = postgresql.plain_engine()
    with ThreadPoolExecutor(1) as pool:
        with engine.begin() as other:
            other.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            opening = pool.submit(open_at, postgresql, lock_wait_s=0.1)
            wait([opening], timeout=0.5)  # it would have lost patience
        save(opening.result())
    engine.dispose()
