"""The vault: finds, keeps, forgets, and shows nothing."""

from core.privacy.entities import EntityType
from core.privacy.text import RawText
from core.privacy.vault import Vault, VaultEntry

NAME = VaultEntry("{이름1}", EntityType.PERSON, RawText("김민준"))
PHONE = VaultEntry("{전화번호1}", EntityType.PHONE, RawText("010-2345-6789"))
VAULT = Vault((NAME, PHONE))


def test_get() -> None:
    assert VAULT.get("{이름1}") is NAME
    assert VAULT.get("{이름2}") is None
    assert "{이름1}" in VAULT
    assert "{이름2}" not in VAULT


def test_the_switch_of_one_item() -> None:
    kept = VAULT.with_switches({"{이름1}": True})
    assert [entry.label for entry in kept.kept_only()] == ["{이름1}"]
    assert kept.with_switches({"{이름1}": False}) == VAULT
    assert VAULT.with_switches({"{이름1}": False, "{이름9}": True}) is VAULT
    assert VAULT.add() is VAULT


def test_the_switches_of_several_items() -> None:
    kept = VAULT.with_switches({"{이름1}": True, "{전화번호1}": True, "{이름9}": True})
    assert kept.kept_only() == kept
    assert [entry.label for entry in kept.with_switches({"{전화번호1}": False}).kept_only()] == ["{이름1}"]


def test_a_label_is_looked_up_and_not_looked_for() -> None:
    """However many entries there are, one question asks none of them."""

    class Asked(str):
        __slots__ = ()
        compared = 0

        def __eq__(self, other: object) -> bool:
            Asked.compared += 1
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    vault = Vault(tuple(VaultEntry(Asked(f"{{이름{n}}}"), EntityType.PERSON, RawText(f"값{n}")) for n in range(500)))
    Asked.compared = 0
    assert vault.get("{이름499}") is vault.entries[-1]
    assert "{이름498}" in vault
    assert "{이름501}" not in vault
    assert Asked.compared < 10


def test_adding_and_reserving_leave_the_old_vault_alone() -> None:
    assert list(Vault().add(NAME).add(PHONE)) == [NAME, PHONE]
    assert VAULT.reserve(frozenset({"{이름3}"})).reserved == {"{이름3}"}
    assert VAULT.reserved == frozenset()
    assert VAULT.reserve(frozenset()) is VAULT


def test_repr_shows_no_value() -> None:
    assert "민준" not in repr(VAULT)
    assert "2345" not in repr(VAULT)
