"""The vault: which label stands for which value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

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
    _by_label: Mapping[str, VaultEntry] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_label", {entry.label: entry for entry in reversed(self.entries)})

    def __iter__(self) -> Iterator[VaultEntry]:
        return iter(self.entries)

    def __contains__(self, label: object) -> bool:
        return label in self._by_label

    @property
    def values(self) -> dict[str, RawText]:
        """The values that are known, by their labels."""
        return {entry.label: entry.value for entry in self._by_label.values() if entry.value is not None}

    def get(self, label: str) -> VaultEntry | None:
        """Return the entry of a label."""
        return self._by_label.get(label)

    def add(self, *entries: VaultEntry) -> "Vault":
        """Return the vault with more entries."""
        return replace(self, entries=(*self.entries, *entries)) if entries else self

    def reserve(self, labels: frozenset[str]) -> "Vault":
        """Return the vault with more labels that no item may get."""
        return replace(self, reserved=self.reserved | labels) if labels - self.reserved else self

    def with_switches(self, kept: Mapping[str, bool]) -> "Vault":
        """Return the vault with the switches of items set by their labels; unknown labels change nothing."""
        entries = tuple(
            replace(entry, kept=not entry.kept) if kept.get(entry.label, entry.kept) != entry.kept else entry
            for entry in self.entries
        )
        return replace(self, entries=entries) if entries != self.entries else self

    def kept_only(self) -> "Vault":
        """Return the vault of the items that the person wants shown."""
        return replace(self, entries=tuple(entry for entry in self.entries if entry.kept))
