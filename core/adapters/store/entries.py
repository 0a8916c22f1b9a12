"""The vault's rows."""

from collections.abc import Sequence
from typing import Final

from sqlmodel import Session as Connection
from sqlmodel import col, select

from core.adapters.store.cipher import Cipher
from core.adapters.store.tables import EntryRow
from core.privacy.entities import EntityType
from core.privacy.vault import VaultEntry


class EntryRows:
    """The vault entries of one session, as read; writing changes only the rows that differ.

    A value is sealed once, when its entry is new: what cannot be opened today must survive until its key is back.
    """

    def __init__(self, connection: Connection, cipher: Cipher, session_number: int) -> None:
        self._connection: Final = connection
        self._cipher: Final = cipher
        self._number: Final = session_number
        mine = select(EntryRow).where(EntryRow.session_number == session_number)
        self._rows = {row.label: row for row in connection.exec(mine.order_by(col(EntryRow.position)))}

    def read(self) -> tuple[VaultEntry, ...]:
        """Return the entries in their order."""
        return tuple(
            VaultEntry(row.label, EntityType(row.type), self._cipher.open(row.secret), row.kept)
            for row in self._rows.values()
        )

    def write(self, entries: Sequence[VaultEntry]) -> None:
        """Add what is new, delete what is gone, note what is kept."""
        written = {entry.label: self._written(position, entry) for position, entry in enumerate(entries)}
        for label in self._rows.keys() - written.keys():
            self._connection.delete(self._rows[label])
        self._rows = written
        self._connection.flush()

    def _written(self, position: int, entry: VaultEntry) -> EntryRow:
        row = self._rows.get(entry.label) or EntryRow(
            session_number=self._number,
            label=entry.label,
            position=position,
            type=entry.type,
            kept=entry.kept,
            secret=self._cipher.seal(entry.value),
        )
        row.sqlmodel_update({"position": position, "kept": entry.kept})
        self._connection.add(row)
        return row
