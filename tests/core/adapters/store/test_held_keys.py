"""Whoever has a session has a key that opens: with the vault's key changed, or away for a while, too."""

import pytest
from sqlalchemy import text

from core.adapters.store.store import SqlStore
from core.errors import VaultKeyError
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.conversations import NAME, generating, place
from tests.core.adapters.store.databases import Database
from tests.core.adapters.store.test_person_keys import is_there, keep, name_of

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
    assert store.keyless() == []
    assert _empty(store) == 1
    with store.begin() as transaction:
        transaction.save(generating("of-later", person="U2", at=place("18.0")))
    assert _empty(store) == 0
    assert name_of(store, "later") == NAME


def _empty(store: SqlStore) -> int:
    with store.engine.connect() as connection:
        count: int = connection.execute(text("SELECT count(*) FROM person_key WHERE length(secret) = 0")).scalar_one()
    return count
