"""The vault's keys come from the setting, or from a file that only its owner can read."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.adapters.store.keys import vault_keys
from core.errors import DataFolderError


@pytest.mark.parametrize("setting", ["a,b", "a, b", " a ,\nb,", "a b"])
def test_several_keys_in_their_order(tmp_path: Path, setting: str) -> None:
    assert vault_keys(setting, tmp_path, create=True) == ("a", "b")
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    keys = vault_keys(None, tmp_path, create=True)
    (file,) = tmp_path.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert vault_keys("", tmp_path, create=True) == keys
    assert vault_keys(None, tmp_path, create=False) == keys


def test_the_file_may_hold_several_keys(tmp_path: Path) -> None:
    (tmp_path / "vault.key").write_text("new\nold\n")
    assert vault_keys(None, tmp_path, create=True) == ("new", "old")


def test_a_file_is_made_only_when_asked_for(tmp_path: Path) -> None:
    assert vault_keys(None, tmp_path, create=False) == ()
    assert list(tmp_path.iterdir()) == []


def test_many_at_once_agree_on_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: vault_keys(None, tmp_path, create=True), range(64)))
    assert len(keys) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["vault.key"]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "vault.key").mkdir()
    with pytest.raises(DataFolderError) as caught:
        vault_keys(None, tmp_path, create=True)
    assert caught.value.details == {"path": str(tmp_path / "vault.key")}
