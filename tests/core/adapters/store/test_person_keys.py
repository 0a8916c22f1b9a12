"""Whoever is forgotten is forgotten by older backups too: their key is gone, and was never in them."""

import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import text

from bots.commands.data import forget_keyless
from core.adapters.store.backup.backups import Backups
from core.adapters.store.cipher import Cipher
from core.adapters.store.store import SqlStore
from core.errors import InputError
from core.privacy.text import RawText
from core.values.locale import Locale
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.conversations import NAME, generating, place
from tests.core.adapters.store.databases import Database, postgresql_database
from tests.fakes.clock import Clock
from tests.migrations.test_upgrades import KEY, fill


def of(database: Database, vault_key: str | None = None) -> Backups:
    if not database.is_sqlite and shutil.which("pg_dump") is None:
        pytest.skip("PostgreSQL's client programs are not installed")
    return Backups(database.folder, database.url, vault_key)


def keep(store: SqlStore, *people: str) -> None:
    with store.begin() as transaction:
        for person in people:
            transaction.save(generating(f"of-{person}", person=person))


def forget(store: SqlStore, person: str) -> None:
    with store.begin() as transaction:
        transaction.forget(person, "slack")


def name_of(store: SqlStore, person: str) -> RawText | None:
    """Return the first value that is kept of somebody."""
    with store.begin() as transaction:
        held = transaction.get(f"of-{person}")
    assert held is not None, person
    return next(iter(held.vault)).value


def is_there(store: SqlStore, person: str) -> bool:
    with store.begin() as transaction:
        return transaction.get(f"of-{person}") is not None


def test_an_older_backup_opens_nothing_of_whoever_was_forgotten(
    database: Database, open_again: Open, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backup = tmp_path / "backup"
    store = open_again()
    keep(store, "U1", "U2")
    store.rotate_keys()
    of(database).make(backup)
    forget(store, "U1")
    keep(store, "U3")
    store.close()
    assert of(database).check(backup).keyless == 1
    of(database).restore(backup, "x")
    store = open_again()
    assert name_of(store, "U1") is None
    assert name_of(store, "U2") == NAME
    assert store.rotate_keys() == 0, "whoever was forgotten gets no key by it"
    forget_keyless(store, Locale.EN, yes=True)
    assert capsys.readouterr().err == "People without a key whose data was deleted: 1\n"
    assert not is_there(store, "U1")
    assert is_there(store, "U2")
    assert store.keyless() == ([], 1)


def test_no_key_is_in_a_backup(database: Database, open_again: Open, tmp_path: Path) -> None:
    backup = tmp_path / "backup"
    keep(open_again(), "U1")
    keys = of(database).make(backup)
    (secret,) = secrets(database)
    assert secret in keys.read_bytes()
    assert secret not in backup.read_bytes()
    assert keys.stat().st_mode & 0o077 == 0


def secrets(database: Database) -> list[bytes]:
    engine = database.plain_engine()
    with engine.connect() as connection:
        found = [bytes(secret) for secret in connection.execute(text("SELECT secret FROM person_key")).scalars()]
    engine.dispose()
    return found


def test_no_keys_replace_others_only_where_that_is_meant(database: Database, open_again: Open, tmp_path: Path) -> None:
    store = open_again()
    keep(store, "U1")
    keys = of(database).make(tmp_path / "first")
    before = keys.read_bytes()
    forget(store, "U1")
    with pytest.raises(InputError, match="input_unreadable"):
        of(database).make(tmp_path / "second")
    assert keys.read_bytes() == before
    assert not (tmp_path / "second").exists()
    of(database).make(tmp_path / "second", may_empty=True)
    assert keys.read_bytes() == b""


@pytest.fixture
def elsewhere(database: Database, tmp_path: Path) -> Iterator[Callable[[], Database]]:
    """Make databases of new machines, of the same kind, with the vault's key alone."""
    with ExitStack() as stack:

        def made() -> Database:
            folder = Path(tempfile.mkdtemp(dir=tmp_path))
            shutil.copy(database.folder / "vault.key", folder)
            return Database(folder) if database.is_sqlite else stack.enter_context(postgresql_database(folder))

        yield made


def test_on_a_new_machine_the_keys_beside_the_backup_count(
    database: Database, open_at: Open, elsewhere: Callable[[], Database], tmp_path: Path
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    store = open_at(database)
    keep(store, "U1", "U2")
    store.rotate_keys()
    of(database).make(first)
    new = elsewhere()
    assert of(new).check(first).keyless == 0
    of(new).restore(first, "")
    assert name_of(open_at(new), "U1") == NAME
    forget(store, "U1")
    of(database).make(second)  # it replaces the keys
    new = elsewhere()
    assert of(new).check(first).keyless == 1
    of(new).restore(first, "")
    store = open_at(new)
    assert name_of(store, "U1") is None
    assert name_of(store, "U2") == NAME


def test_keys_are_kept_and_found_elsewhere(
    database: Database, open_at: Open, elsewhere: Callable[[], Database], tmp_path: Path
) -> None:
    backup, keys = tmp_path / "backup", tmp_path / "safe" / "people.keys"
    keys.parent.mkdir()
    store = open_at(database)
    keep(store, "U1")
    store.rotate_keys()
    assert of(database).make(backup, keys) == keys
    assert not (tmp_path / "promptgen.keys").exists()
    new = elsewhere()
    assert of(new).check(backup).keyless == 1
    of(new).restore(backup, "", keys)
    assert name_of(open_at(new), "U1") == NAME


@pytest.mark.parametrize("content", ["", "no keys", '["slack"]', "[1, 2]"])
def test_a_file_that_holds_something_else_is_told(content: str, sqlite: Database, tmp_path: Path) -> None:
    keys = tmp_path / "people.keys"
    if content:
        keys.write_text(content)
    with pytest.raises(InputError):
        of(sqlite).check(tmp_path / "backup", keys)


def test_what_the_vaults_key_sealed_comes_under_the_persons(database: Database, open_at: Open) -> None:
    database.folder.mkdir()
    fill(database, "0014_outcomes")
    store = open_at(database, KEY)
    assert store.rotate_keys() == _values(store) > 0
    assert store.rotate_keys() == 0
    with store._connected() as connection:
        vault = Cipher([KEY])
        secrets = connection.execute(text("SELECT secret FROM vault_entry")).scalars().all()
        assert [vault.open(bytes(secret)) for secret in secrets] == [None] * len(secrets)
    assert "윤가람빛" in str(store.export("U1", "slack"))


def _values(store: SqlStore) -> int:
    with store._connected() as connection:
        count: int = connection.execute(text("SELECT count(*) FROM vault_entry")).scalar_one()
    return count


def test_a_backup_of_before_comes_back_beside_the_keys_that_there_are(
    database: Database, open_at: Open, tmp_path: Path
) -> None:
    backup = tmp_path / "backup"
    if database.is_sqlite:
        database.folder.mkdir()
    fill(database, "0014_outcomes")
    if database.is_sqlite:
        shutil.copy(database.file, backup)  # as a program of then made it
    else:
        of(database, KEY).make(backup)
    store = open_at(database, KEY)
    store.rotate_keys()
    store.close()
    before = secrets(database)
    of(database, KEY).restore(backup, "x")
    store = open_at(database, KEY)
    assert secrets(database) == before != []
    assert "윤가람빛" in str(store.export("U1", "slack"))


def test_a_key_goes_with_the_last_session_and_not_before(store: SqlStore, clock: Clock) -> None:
    keep(store, "U1", "U2")
    clock.now += 20 * 86_400
    with store.begin() as transaction:
        transaction.get("of-U1")
        transaction.save(generating("of-U1", person="U1"))
    clock.now += 20 * 86_400
    store.purge(30)
    with store._connected() as connection:
        assert connection.execute(text("SELECT person FROM person_key")).scalars().all() == ["U1"]
    assert name_of(store, "U1") == NAME


def test_two_first_interviews_at_once_get_one_key(database: Database, open_at: Open) -> None:
    stores = [open_at(database) for _ in range(1 if database.is_sqlite else 2)]
    at_once = threading.Barrier(4)

    def begin(number: int) -> None:
        at_once.wait()
        with stores[number % len(stores)].begin() as transaction:
            transaction.save(generating(f"of-{number}", person="U1", at=place(f"17{number}.0")))

    threads = [threading.Thread(target=begin, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(secrets(database)) == 1
    assert [name_of(stores[0], str(number)) for number in range(4)] == [NAME] * 4


@pytest.mark.postgresql
def test_a_key_that_is_used_while_old_ones_are_purged_stays(postgresql: Database, open_at: Open, clock: Clock) -> None:
    one, other = open_at(postgresql), open_at(postgresql)
    keep(one, "U1", "U2")
    with one._connected() as connection:
        connection.execute(text("DELETE FROM session WHERE person = 'U1'"))
    clock.now += 40 * 86_400
    purging = threading.Thread(target=other.purge, args=(30,))
    with one.begin() as transaction:
        held = transaction.get("of-U2")
        assert held is not None
        transaction.save(held)
        transaction.save(generating("of-later", person="U1", at=place("18.0")))
        purging.start()
        purging.join(1)  # it waits for the session and the key, which this transaction has changed
        assert purging.is_alive()
    purging.join()
    assert [name_of(one, person) for person in ("later", "U2")] == [NAME] * 2


@pytest.mark.postgresql
@pytest.mark.parametrize("leave", [forget, lambda store, _: store.forget_workspace("slack", "T1")])
def test_an_interview_begun_while_its_person_is_forgotten_does_not_lose_its_key(
    postgresql: Database, open_at: Open, leave: Callable[[SqlStore, str], object]
) -> None:
    one, other = open_at(postgresql), open_at(postgresql)
    keep(one, "U1")
    forgetting = threading.Thread(target=leave, args=(other, "U1"))
    with one.begin() as transaction:
        transaction.save(generating("of-later", person="U1", at=place("18.0")))
        forgetting.start()
        forgetting.join(1)  # it waits for the key, which this transaction holds
        assert forgetting.is_alive()
    forgetting.join()
    with one._connected() as connection:
        assert connection.execute(text("SELECT count(*) FROM person_key")).scalar() == 0
    assert not is_there(one, "later")
