"""Numbering: each value of a conversation gets one label, and keeps it."""

from collections import Counter
from itertools import count

from core.privacy.entities import EntityType
from core.privacy.item_identity import item_identity
from core.privacy.korean.persons import given_name, is_surname, surname_of
from core.privacy.labels import Label, noun, parse
from core.privacy.latin_names import parts
from core.privacy.text import RawText
from core.privacy.vault import Vault, VaultEntry
from core.values.locale import Locale


class Numbering:
    """Hands out labels while texts are masked; what it handed out is in `vault` afterwards.

    Another writing of an item gets a further form of its label, and so does a part of a full name that one person alone
    has: the given name (민준), a word of it (Smith), or the surname with the title that the full name bore in this text
    (김 대리).
    """

    def __init__(self, vault: Vault, locale: Locale) -> None:
        self._vault, self._locale = vault, locale
        self._new: list[VaultEntry] = []
        self._taken = {entry.label for entry in vault} | vault.reserved
        self._numbers = {(label.noun, label.number) for label in map(parse, self._taken) if label}
        self._handed_out = {entry.label for entry in vault}
        self._last: Counter[str] = Counter()
        self._labels: dict[str, str] = {}
        self._items: dict[tuple[EntityType, str], str] = {}
        self._called: dict[str, set[str]] = {}  # by a part of the name: the full names that have it
        self._titled: dict[tuple[str, str], set[str]] = {}
        self._ambiguous: list[str] = []
        self._of_text: list[tuple[str, str, EntityType, str]] = []  # value, how it is written, type, label
        for entry in vault:
            if entry.value is not None:
                value = entry.value.reveal()
                self._remember(value, value, entry.type, entry.label)

    @property
    def vault(self) -> Vault:
        """The vault with an entry, and its value, for each label handed out."""
        return self._vault.add(*self._new)

    @property
    def ambiguous(self) -> tuple[str, ...]:
        """The new labels of names that may, or may not, be a person's who has another label."""
        return tuple(self._ambiguous)

    @property
    def new(self) -> tuple[VaultEntry, ...]:
        """The entries of the labels handed out."""
        return tuple(self._new)

    def has(self, label: str) -> bool:
        """Whether a label stands for an item."""
        return label in self._handed_out

    def begin_text(self, reserved: frozenset[str]) -> None:
        """Begin with another text, in which a person typed these labels; titles that stood in the last say nothing."""
        self._titled.clear()
        for value, written, entity_type, label in self._of_text:
            if written != value:
                self._forget(written, entity_type, label)
                self._remember(value, value, entity_type, label)
        self._of_text.clear()
        self._vault = self._vault.reserve(reserved)
        self._taken |= reserved
        self._numbers |= {(label.noun, label.number) for label in map(parse, reserved) if label}

    def label(self, value: str, entity_type: EntityType, title: str | None = None, same: str | None = None) -> str:
        """Return the label of a value: the one it has, else a further form of the same item's, else a new number.

        `same` is another value of the item.
        """
        self._note_title(value, entity_type, title)
        written = _written(value, title)
        known = self._labels.get(written) or self._labels.get(value)
        if known:
            return known
        same_item = self._labels.get(same or "") or self._same_item(value, entity_type, title)
        label = str(self._next_form(same_item) if same_item else self._next_number(entity_type))
        if not same_item and entity_type is EntityType.PERSON and self._called.get(item_identity(value, entity_type)):
            self._ambiguous.append(label)
        self._remember(value, written, entity_type, label)
        self._of_text.append((value, written, entity_type, label))
        self._handed_out.add(label)
        self._new.append(VaultEntry(label, entity_type, RawText(value)))
        return label

    def _note_title(self, value: str, entity_type: EntityType, title: str | None) -> None:
        full = item_identity(value, entity_type)
        if title and entity_type is EntityType.PERSON and given_name(full):
            self._titled.setdefault((surname_of(full) or "", title), set()).add(full)

    def _same_item(self, value: str, entity_type: EntityType, title: str | None) -> str | None:
        same = self._items.get((entity_type, item_identity(_written(value, title), entity_type)))
        if same or entity_type is not EntityType.PERSON:
            return same
        key = item_identity(value, entity_type)
        owners = self._titled.get((key, title or ""), set()) if is_surname(key) else self._called.get(key, set())
        if len(owners) == 1:
            return self._items[EntityType.PERSON, next(iter(owners))]
        first = (self._items.get((EntityType.PERSON, part)) for part in _parts(key) if not self._called.get(part))
        return next(filter(None, first), None)

    def _remember(self, value: str, written: str, entity_type: EntityType, label: str) -> None:
        self._taken.add(label)
        self._labels.setdefault(written, label)
        self._items.setdefault((entity_type, item_identity(written, entity_type)), label)
        if entity_type is EntityType.PERSON:
            key = item_identity(value, entity_type)
            for part in _parts(key):
                self._called.setdefault(part, set()).add(key)
            if given_name(key):
                self._called.setdefault(surname_of(key) or "", set()).add(key)

    def _forget(self, written: str, entity_type: EntityType, label: str) -> None:
        """Forget how something was written in one text; its title is no part of what the vault keeps."""
        identity = (entity_type, item_identity(written, entity_type))
        if self._labels.get(written) == label:
            del self._labels[written]
        if self._items.get(identity) == label:
            del self._items[identity]

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


def _parts(full: str) -> tuple[str, ...]:
    """Return by what the person of a full name may be called alone."""
    given = given_name(full)
    return (given,) if given else parts(full)


def _written(value: str, title: str | None) -> str:
    """Return what a label stands for: the value, or a surname with its title (김 대리 and 김 과장 are two)."""
    return f"{value} {title}" if title and is_surname(value) else value
