"""What careless hands left in the data folder: files that others can read, and a key file without a key."""

import stat

import pytest

from core.errors import EmptyKeyError, SettingsError
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.databases import Database
from tests.core.adapters.store.test_open_store import save


def test_a_database_that_others_could_read_is_closed_to_them(sqlite: Database, open_at: Open) -> None:
    open_at(sqlite).close()
    sqlite.file.chmod(0o666)
    sqlite.file.with_name("promptgen.db.lock").chmod(0o644)
    save(open_at(sqlite))
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in sqlite.folder.glob("promptgen.db*")}
    assert set(modes.values()) == {0o600}


@pytest.mark.parametrize("content", ["", "\n", "  \n\n"])
def test_an_empty_key_file_is_refused(database: Database, open_again: Open, content: str) -> None:
    store = open_again()
    save(store)
    store.close()
    (database.folder / "vault.key").write_text(content)
    with pytest.raises(EmptyKeyError) as caught:
        open_again()
    assert caught.value.details == {"path": str(database.folder / "vault.key")}


def test_a_setting_without_a_key_is_refused(open_again: Open) -> None:
    with pytest.raises(SettingsError):
        open_again(" , ")
