"""The vault: finds, keeps, forgets, and shows nothing."""

from core.privacy.entities import EntityType
from core.privacy.text import RawText
from core.privacy.vault import Vault, VaultEntry

NAME = VaultEntry("{이름1}", EntityType.PERSON, RawText("김민준"))
PHONE = VaultEntry("{전화번호1}", EntityType.PHONE, RawText("010-2345-6789"))
VAULT = Vault((NAME, PHONE))


def test_find_and_get() -> None:
    assert VAULT.get("{이름1}") is NAME
    assert VAULT.get("{이름2}") is None
    assert VAULT.find(RawText("김민준"), EntityType.PERSON) is NAME
    assert VAULT.find(RawText("김민준"), EntityType.CUSTOM) is None
    assert "{이름1}" in VAULT
    assert "{이름2}" not in VAULT


def test_the_switch_of_one_item() -> None:
    kept = VAULT.with_kept("{이름1}", kept=True)
    assert [entry.label for entry in kept.kept_only()] == ["{이름1}"]
    assert kept.with_kept("{이름1}", kept=False) == VAULT
    assert VAULT.with_kept("{이름9}", kept=True) == VAULT


def test_adding_and_reserving_leave_the_old_vault_alone() -> None:
    assert list(Vault().add(NAME).add(PHONE)) == [NAME, PHONE]
    assert VAULT.reserve(frozenset({"{이름3}"})).reserved == {"{이름3}"}
    assert VAULT.reserved == frozenset()


def test_repr_shows_no_value() -> None:
    assert "민준" not in repr(VAULT)
    assert "2345" not in repr(VAULT)
