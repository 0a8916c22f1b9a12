"""The operator's policy: which kinds of items may be restored, which never, which are not let in at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from core.errors import ItemRefused, SettingsError
from core.privacy.action import LABELLED, Action
from core.privacy.anonymizer import Anonymizer, LabelAnonymizer
from core.privacy.entities import ENTITIES, EntityType
from core.privacy.spans import Span
from core.privacy.vault import Vault, VaultEntry

SETTING: Final = "PROMPTGEN_MASK_POLICY"

CLASSES: Final[Mapping[str, frozenset[EntityType]]] = MappingProxyType(
    {
        name: frozenset(kind for kind, entity in ENTITIES.items() if entity.class_ == name)
        for name in {entity.class_ for entity in ENTITIES.values()}
    }
)


@dataclass(frozen=True, slots=True)
class Policy:
    """An action for each entity type, and what carries it out; what is not named is restored."""

    actions: Mapping[EntityType, Action] = field(default_factory=dict)
    anonymizer: Anonymizer = field(default_factory=LabelAnonymizer, compare=False)

    @classmethod
    def parse(cls, text: str) -> "Policy":
        """Read the setting: `unique_id=never, phone=mask, KR_RRN=block`; of a class and one of its types the last wins.

        Raises:
            SettingsError: A name or an action is unknown, or a name has two actions; `part` says which rule.
        """
        actions: dict[EntityType, Action] = {}
        said: dict[str, str] = {}
        for rule in filter(None, map(str.strip, text.replace(";", ",").split(","))):
            name, _, action = map(str.strip, rule.partition("="))
            types = _types(name)
            is_contradicted = said.setdefault(name.lower(), action.lower()) != action.lower()
            if action.lower() not in set(Action) or not types or is_contradicted:
                raise SettingsError(names=SETTING, part=rule)
            actions |= dict.fromkeys(types, Action(action.lower()))
        return cls(actions)

    def action(self, entity_type: EntityType) -> Action:
        """Return what becomes of items of a type."""
        return self.actions.get(entity_type, Action.RESTORE)

    def labels(self, entity_type: EntityType) -> bool:
        """Say whether items of a type get labels; what another operator makes of them cannot be restored."""
        return self.action(entity_type) in LABELLED

    def kept(self, vault: Vault, before: Vault) -> Vault:
        """Return a vault as it may be kept: its entries since `before` without the values that are never restored."""
        if all(self.action(entry.type) is Action.RESTORE for entry in vault):
            return vault
        return replace(vault, entries=tuple(e if e.label in before else self._kept(e) for e in vault))

    def check(self, spans: Iterable[Span]) -> None:
        """Refuse a text in which an item of a blocked type was found.

        Raises:
            ItemRefused: Names the types.
        """
        refused = sorted({span.type for span in spans if self.action(span.type) is Action.BLOCK})
        if refused:
            raise ItemRefused(types=",".join(refused))

    def _kept(self, entry: VaultEntry) -> VaultEntry:
        return entry if self.action(entry.type) is Action.RESTORE else replace(entry, value=None)


def _types(name: str) -> frozenset[EntityType]:
    if name.lower() in CLASSES:
        return CLASSES[name.lower()]
    if name.upper() in set(EntityType):
        return frozenset({EntityType(name.upper())})
    return frozenset()
