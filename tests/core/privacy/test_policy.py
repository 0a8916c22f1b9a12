"""The policy: read from its setting, by class or by type."""

import pytest

from core.errors import SettingsError
from core.privacy.action import Action
from core.privacy.entities import EntityType
from core.privacy.policy import CLASSES, Policy
from core.privacy.text import RawText
from core.privacy.vault import Vault, VaultEntry


def test_every_type_is_in_one_class() -> None:
    assert sorted(kind for kinds in CLASSES.values() for kind in kinds) == sorted(EntityType)


@pytest.mark.parametrize("text", ["", " ", ",", " ; "])
def test_without_rules_all_is_restored(text: str) -> None:
    assert {Policy.parse(text).action(kind) for kind in EntityType} == {Action.RESTORE}


def test_classes_and_types_the_last_one_wins() -> None:
    policy = Policy.parse("unique_id=never, Secret = BLOCK; KR_PASSPORT=restore")
    assert policy.action(EntityType.KR_RRN) is Action.NEVER
    assert policy.action(EntityType.KR_PASSPORT) is Action.RESTORE
    assert policy.action(EntityType.SECRET) is Action.BLOCK
    assert policy.action(EntityType.PERSON) is Action.RESTORE


def test_a_value_that_was_kept_before_stays_when_the_policy_changes() -> None:
    entries = [VaultEntry(f"{{이름{number}}}", EntityType.PERSON, RawText("김하늘")) for number in (1, 2)]
    policy = Policy({EntityType.PERSON: Action.NEVER})
    vault = Vault(tuple(entries))
    assert Policy().kept(vault, Vault()) is vault
    kept = policy.kept(vault, Vault((entries[0],)))
    assert [entry.value for entry in kept] == [entries[0].value, None]


@pytest.mark.parametrize(
    ("text", "part"), [("phone=restore,phone=never", "phone=never"), ("KR_RRN=mask;kr_rrn=block", "kr_rrn=block")]
)
def test_a_name_with_two_actions_is_a_setting_to_mend(text: str, part: str) -> None:
    with pytest.raises(SettingsError) as problem:
        Policy.parse(text)
    assert problem.value.details["part"] == part


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("names=never", "names=never"),
        ("secret", "secret"),
        ("KR_RRN=block, secret=hide", "secret=hide"),
        ("=never", "=never"),
        ("PERSON=never,x", "x"),
    ],
)
def test_an_unknown_name_or_action_is_a_setting_to_mend(text: str, part: str) -> None:
    with pytest.raises(SettingsError) as problem:
        Policy.parse(text)
    assert problem.value.details == {"names": "PROMPTGEN_MASK_POLICY", "part": part}


def test_an_operator_of_presidio_leaves_no_label() -> None:
    policy = Policy.parse("phone=mask, email=hash, other=never")
    assert [policy.labels(kind) for kind in (EntityType.PHONE, EntityType.EMAIL, EntityType.IP)] == [False, False, True]
