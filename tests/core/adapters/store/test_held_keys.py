"""Whoever has a session has a key that opens: with the vault's key changed, or away for a while, too."""

import io
import sys

import pytest
from sqlalchemy import text

from bots.commands.data import forget_keyless
from core.adapters.store.cipher import Cipher
from core.adapters.store.store import SqlStore
from core.errors import SettingsError, VaultKeyError
from core.values.locale import Locale
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.conversations import NAME, generating, place
from tests.core.adapters.store.databases import Database
from tests.core.adapters.store.test_person_keys import is_there, keep, name_of

_SEAL = text(
    "UPDATE vault_entry SET secret = :secret WHERE session_number = (SELECT number FROM session WHERE person = 'U3')"
)
OLD, NEW = "a" * 43 + "=", "b" * 43 + "="


@pytest.fixture
def rotated(open_again: Open) -> Open:
    """Return how to open a store whose key one process has changed, beside another that has the old one first."""
    store = open_again(OLD)
    keep(store, "U1")
    store.close()
    store = open_again(f"{NEW},{OLD}")
    assert store.rotate_keys() > 0
    store.close()
    store = open_again(f"{OLD},{NEW}")
    keep(store, "U2")
    store.close()
    return open_again


def test_a_key_that_a_process_wrapped_under_the_old_one_is_wrapped_anew(rotated: Open) -> None:
    store = rotated(f"{NEW},{OLD}")
    assert store.rotate_keys() == 1
    assert store.rotate_keys() == 0
    store.close()
    store = rotated(NEW)
    assert [name_of(store, person) for person in ("U1", "U2")] == [NAME] * 2


def test_nothing_is_kept_of_whose_key_does_not_open(rotated: Open) -> None:
    store = rotated(NEW)
    with pytest.raises(VaultKeyError), store.begin() as transaction:
        transaction.save(generating("of-later", person="U2", at=place("18.0")))
    assert not is_there(store, "later")
    store.close()
    assert name_of(rotated(f"{NEW},{OLD}"), "U2") == NAME


def test_who_began_without_a_vaults_key_is_not_taken_for_forgotten(database: Database, open_again: Open) -> None:
    store = open_again()
    keep(store, "U1")
    store.rotate_keys()
    store.close()
    key = (database.folder / "vault.key").rename(database.folder / "elsewhere.key")
    store = open_again()
    keep(store, "U2")
    assert name_of(store, "U2") is None
    store.close()
    key.rename(database.folder / "vault.key")
    store = open_again()
    assert store.keyless() == ([], 2)
    assert _empty(store) == 1
    with store.begin() as transaction:
        transaction.save(generating("of-later", person="U2", at=place("18.0")))
    assert _empty(store) == 0
    assert name_of(store, "later") == NAME


def _empty(store: SqlStore) -> int:
    with store.engine.connect() as connection:
        count: int = connection.execute(text("SELECT count(*) FROM person_key WHERE length(secret) = 0")).scalar_one()
    return count


class Answering(io.StringIO):
    """A terminal on which somebody has typed already."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def restored(open_again: Open) -> SqlStore:
    """Return a store with three people: one has a key, one was forgotten, one is written of by an older version."""
    store = open_again(OLD)
    keep(store, "U1", "U2", "U3")
    store.rotate_keys()
    with store._connected() as connection:
        connection.execute(text("DELETE FROM person_key WHERE person != 'U1'"))
        connection.execute(_SEAL, {"secret": Cipher([OLD]).seal(NAME)})
    return store


def test_whom_an_older_version_writes_of_is_not_taken_for_forgotten(
    restored: SqlStore, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(restored.keyless()[0]) == 2
    monkeypatch.setattr(sys, "stdin", Answering("y\n"))
    forget_keyless(restored, Locale.EN, yes=False)
    assert "People whose keys are gone: 1 of 3." in capsys.readouterr().err
    assert [is_there(restored, person) for person in ("U1", "U2", "U3")] == [True, False, True]
    assert name_of(restored, "U3") == NAME


def test_without_the_vaults_key_nobody_is_taken_for_forgotten(database: Database, open_again: Open) -> None:
    store = open_again()
    keep(store, "U1")
    store.rotate_keys()
    with store._connected() as connection:
        connection.execute(text("DELETE FROM person_key"))
    store.close()
    (database.folder / "vault.key").unlink()
    store = open_again()
    with pytest.raises(SettingsError):
        forget_keyless(store, Locale.EN, yes=True)
    assert is_there(store, "U1")
