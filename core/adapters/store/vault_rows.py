"""The vault's rows."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlmodel import col

from core.adapters.store.person_keys import PersonCipher
from core.adapters.store.tables import VaultEntryRow
from core.privacy.entities import EntityType
from core.privacy.vault import VaultEntry

_OF_SESSION = col(VaultEntryRow.session_number) == bindparam("of_session")
_LABELLED = col(VaultEntryRow.label) == bindparam("labelled")
_READ: Final = select(VaultEntryRow).where(_OF_SESSION).order_by(col(VaultEntryRow.position))
_ADD: Final = insert(VaultEntryRow)
_CHANGE: Final = update(VaultEntryRow).where(_OF_SESSION, _LABELLED)
_DROP: Final = delete(VaultEntryRow).where(_OF_SESSION, _LABELLED)


class EntryRows:
    """The vault entries of one session, as read; writing changes only the rows that differ.

    A value is sealed once, when its entry is new: what cannot be opened today must survive until its key is back.
    """

    def __init__(self, connection: Connection, cipher: PersonCipher, session_number: int) -> None:
        self._connection: Final = connection
        self._cipher: Final = cipher
        self._number: Final = session_number
        self._rows: Final = connection.execute(_READ, {"of_session": session_number}).all()
        self._written: dict[str, dict[str, Any]] = {
            row.label: {"position": row.position, "kept": row.kept} for row in self._rows
        }

    def read(self) -> tuple[VaultEntry, ...]:
        """Return the entries in their order."""
        return tuple(
            VaultEntry(row.label, EntityType(row.type), self._cipher.open(row.secret), row.kept) for row in self._rows
        )

    @property
    def are_locked(self) -> bool:
        """Whether there is a value that no key opens."""
        return any(row.secret is not None and self._cipher.open(row.secret) is None for row in self._rows)

    def write(self, entries: Sequence[VaultEntry]) -> None:
        """Add what is new, delete what is gone, note what is kept."""
        before = self._written
        self._written = {entry.label: {"position": number, "kept": entry.kept} for number, entry in enumerate(entries)}
        for label in before.keys() - self._written.keys():
            self._connection.execute(_DROP, self._key(label))
        for entry in entries:
            changed = self._written[entry.label]
            if entry.label not in before:
                self._connection.execute(_ADD, self._new(entry) | changed)
            elif changed != before[entry.label]:
                self._connection.execute(_CHANGE, self._key(entry.label) | changed)

    def _key(self, label: str) -> dict[str, Any]:
        return {"of_session": self._number, "labelled": label}

    def _new(self, entry: VaultEntry) -> dict[str, Any]:
        secret = self._cipher.seal(entry.value)
        return {"session_number": self._number, "label": entry.label, "type": str(entry.type), "secret": secret}
