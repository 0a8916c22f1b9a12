"""The vault: which label stands for which value."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.privacy.entities import EntityType
from core.privacy.text import RawText


@dataclass(frozen=True, slots=True)
class VaultEntry:
    """One masked item. `value` is None while the vault is locked, and for items that are never restored.

    `kept` says that the person wants this item shown as it is; stored texts hold its label all the same.
    """

    label: str
    type: EntityType
    value: RawText | None
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Vault:
    """All entries of one conversation, in the order of their finding; `reserved` are labels the person typed."""

    entries: tuple[VaultEntry, ...] = ()
    reserved: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[VaultEntry]:
        return iter(self.entries)

    def __contains__(self, label: object) -> bool:
        return any(entry.label == label for entry in self.entries)

    def get(self, label: str) -> VaultEntry | None:
        """Return the entry of a label."""
        return next((entry for entry in self.entries if entry.label == label), None)

    def find(self, value: RawText, entity_type: EntityType) -> VaultEntry | None:
        """Return the entry that holds exactly this value."""
        return next((entry for entry in self.entries if entry.type is entity_type and entry.value == value), None)

    def add(self, *entries: VaultEntry) -> "Vault":
        """Return the vault with more entries."""
        return replace(self, entries=(*self.entries, *entries))

    def reserve(self, labels: frozenset[str]) -> "Vault":
        """Return the vault with more labels that no item may get."""
        return replace(self, reserved=self.reserved | labels)

    def with_kept(self, label: str, kept: bool) -> "Vault":  # noqa: FBT001 - the switch's own position
        """Return the vault with one item's switch set; an unknown label changes nothing."""
        entries = tuple(replace(entry, kept=kept) if entry.label == label else entry for entry in self.entries)
        return replace(self, entries=entries)

    def kept_only(self) -> "Vault":
        """Return the vault of the items that the person wants shown."""
        return replace(self, entries=tuple(entry for entry in self.entries if entry.kept))
