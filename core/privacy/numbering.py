"""Numbering: each value of a conversation gets one label, and keeps it."""

from collections import Counter
from itertools import count

from core.locale import Locale
from core.privacy.canonical import canonical
from core.privacy.entities import EntityType
from core.privacy.labels import Label, noun, parse
from core.privacy.policy import Action, Policy
from core.privacy.text import RawText
from core.privacy.vault import Vault, VaultEntry


class Numbering:
    """Hands out labels while one text is masked; what it handed out is in `vault` afterwards."""

    def __init__(self, vault: Vault, locale: Locale, policy: Policy) -> None:
        self._vault, self._locale, self._policy = vault, locale, policy
        self._new: list[VaultEntry] = []
        self._taken = {entry.label for entry in vault} | vault.reserved
        self._numbers = {(label.noun, label.number) for label in map(parse, self._taken) if label}
        self._last: Counter[str] = Counter()
        self._labels: dict[str, str] = {}
        self._items: dict[tuple[EntityType, str], str] = {}
        for entry in vault:
            if entry.value is not None:
                self._remember(entry.value.reveal(), entry.type, entry.label)

    @property
    def vault(self) -> Vault:
        """The vault with an entry for each label handed out."""
        return self._vault.add(*self._new)

    def label(self, value: str, entity_type: EntityType) -> str:
        """Return the label of a value: the one it has, else a further form of the same item's, else a new number."""
        if value in self._labels:
            return self._labels[value]
        same_item = self._items.get((entity_type, canonical(value, entity_type)))
        label = str(self._next_form(same_item) if same_item else self._next_number(entity_type))
        self._taken.add(label)
        self._remember(value, entity_type, label)
        restores = self._policy.action(entity_type) is Action.RESTORE
        self._new.append(VaultEntry(label, entity_type, RawText(value) if restores else None))
        return label

    def _remember(self, value: str, entity_type: EntityType, label: str) -> None:
        self._labels.setdefault(value, label)
        self._items.setdefault((entity_type, canonical(value, entity_type)), label)

    def _next_number(self, entity_type: EntityType) -> Label:
        word = noun(entity_type, self._locale)
        number = next(n for n in count(self._last[word] + 1) if (word, n) not in self._numbers)
        self._last[word] = number
        return Label(word, number)

    def _next_form(self, of: str) -> Label:
        first = parse(of)
        if first is None:
            msg = "an entry of the vault has a label of another shape"
            raise ValueError(msg)
        forms = (Label(first.noun, first.number, form) for form in count(2))
        return next(label for label in forms if str(label) not in self._taken)
