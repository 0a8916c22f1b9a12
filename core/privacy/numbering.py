"""Numbering: each value of a conversation gets one label, and keeps it."""

from collections import Counter
from itertools import count

from core.locale import Locale
from core.privacy.canonical import identity
from core.privacy.entities import EntityType
from core.privacy.labels import Label, noun, parse
from core.privacy.persons import given_name, surname_of
from core.privacy.policy import Action, Policy
from core.privacy.text import RawText
from core.privacy.vault import Vault, VaultEntry


class Numbering:
    """Hands out labels while one text is masked; what it handed out is in `vault` afterwards.

    Another writing of an item gets a further form of its label, and so does a part of a full name that one person alone
    has: the given name (민준), or the surname with the title that the full name bore in this text (김 대리).
    """

    def __init__(self, vault: Vault, locale: Locale, policy: Policy) -> None:
        self._vault, self._locale, self._policy = vault, locale, policy
        self._new: list[VaultEntry] = []
        self._taken = {entry.label for entry in vault} | vault.reserved
        self._numbers = {(label.noun, label.number) for label in map(parse, self._taken) if label}
        self._last: Counter[str] = Counter()
        self._labels: dict[str, str] = {}
        self._items: dict[tuple[EntityType, str], str] = {}
        self._full_names: dict[str, set[str]] = {}
        self._titled: dict[tuple[str, str], set[str]] = {}
        self._ambiguous: list[str] = []
        for entry in vault:
            if entry.value is not None:
                value = entry.value.reveal()
                self._remember(value, value, entry.type, entry.label)

    @property
    def vault(self) -> Vault:
        """The vault with an entry for each label handed out."""
        return self._vault.add(*self._new)

    @property
    def ambiguous(self) -> tuple[str, ...]:
        """The new labels of names that may, or may not, be a person's who has another label."""
        return tuple(self._ambiguous)

    def label(self, value: str, entity_type: EntityType, title: str | None = None) -> str:
        """Return the label of a value: the one it has, else a further form of the same item's, else a new number."""
        self._note_title(value, entity_type, title)
        written = _written(value, title)
        known = self._labels.get(written) or self._labels.get(value)
        if known:
            return known
        same_item = self._same_item(value, entity_type, title)
        label = str(self._next_form(same_item) if same_item else self._next_number(entity_type))
        if not same_item and entity_type is EntityType.PERSON and self._namesakes(identity(value)):
            self._ambiguous.append(label)
        self._remember(value, written, entity_type, label)
        restores = self._policy.action(entity_type) is Action.RESTORE
        self._new.append(VaultEntry(label, entity_type, RawText(value) if restores else None))
        return label

    def _note_title(self, value: str, entity_type: EntityType, title: str | None) -> None:
        full = identity(value)
        if title and entity_type is EntityType.PERSON and given_name(full):
            self._titled.setdefault((surname_of(full) or "", title), set()).add(full)

    def _same_item(self, value: str, entity_type: EntityType, title: str | None) -> str | None:
        same = self._items.get((entity_type, identity(_written(value, title))))
        if same or entity_type is not EntityType.PERSON:
            return same
        key = identity(value)
        owners = self._namesakes(key) if len(key) > 1 else self._titled.get((key, title or ""), set())
        if len(owners) == 1:
            return self._items[EntityType.PERSON, next(iter(owners))]
        given = given_name(key) or ""
        return self._items.get((EntityType.PERSON, given)) if not self._full_names.get(given) else None

    def _remember(self, value: str, written: str, entity_type: EntityType, label: str) -> None:
        self._taken.add(label)
        self._labels.setdefault(written, label)
        self._items.setdefault((entity_type, identity(written)), label)
        given = given_name(identity(value)) if entity_type is EntityType.PERSON else None
        if given:
            self._full_names.setdefault(given, set()).add(identity(value))

    def _namesakes(self, name: str) -> set[str]:
        """Return the full names with this given name or, where the name is one syllable, with this surname."""
        if len(name) > 1:
            return set(self._full_names.get(name, ()))
        return {full for names in self._full_names.values() for full in names if surname_of(full) == name}

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


def _written(value: str, title: str | None) -> str:
    """Return what a label stands for: the value, or a surname with its title (김 대리 and 김 과장 are two)."""
    return f"{value} {title}" if title and len(value) == 1 else value
