"""Keys of single people, each wrapped by the vault's: who is forgotten loses theirs, and with it what backups hold.

`promptgen backup` leaves this table out of its copies, so none of them opens a forgotten person's values.
"""

from typing import Final

from sqlalchemy import Connection, func, select, text
from sqlmodel import col

from core.adapters.store.cipher import Cipher
from core.adapters.store.conditions import PersonFilter, as_given, whose
from core.adapters.store.tables import PersonKeyRow, SessionRow, VaultCheckRow
from core.errors import VaultKeyError
from core.privacy.text import RawText

_READ: Final = select(col(PersonKeyRow.secret)).where(*as_given(PersonKeyRow))
# The row stays locked until the commit: a key that is being forgotten or purged seals nothing more. An empty secret
# marks who began while there was no vault's key, so that they are not taken for forgotten; it gives way to a key.
_HOLD: Final = text(
    "INSERT INTO person_key (platform, workspace, person, secret, used_at)"
    " VALUES (:platform, :workspace, :person, :secret, :now)"
    " ON CONFLICT (platform, workspace, person) DO UPDATE SET used_at = :now,"
    " secret = CASE WHEN length(person_key.secret) = 0 THEN excluded.secret ELSE person_key.secret END"
    " RETURNING secret"
)
IS_KEYLESS: Final = text(
    "NOT EXISTS (SELECT 1 FROM person_key WHERE person_key.platform = session.platform"
    " AND person_key.workspace = session.workspace AND person_key.person = session.person)"
)
_PEOPLE: Final = select(*(col(getattr(SessionRow, part)) for part in PersonFilter._fields)).distinct()
_BY_PERSON: Final = select(col(VaultCheckRow.by_person))


def keyless(connection: Connection) -> tuple[list[PersonFilter], int]:
    """Return who has sessions and no key, and how many people have sessions.

    They are the forgotten whom a backup brought back. Nobody is, where not all had a key yet.
    """
    total = connection.execute(select(func.count()).select_from(_PEOPLE.subquery())).scalar_one()
    if not connection.execute(_BY_PERSON).scalar():
        return [], total
    rows = connection.execute(_PEOPLE.where(IS_KEYLESS))
    return [whose(row) for row in rows], total


class PersonCipher:
    """Seals and opens one person's values within a transaction; what the vault's key itself has sealed opens, too."""

    def __init__(self, connection: Connection, vault: Cipher, who: PersonFilter, now: float) -> None:
        self._connection: Final = connection
        self._vault: Final = vault
        self._names: Final = who._asdict()
        self._now: Final = now
        self._own: Cipher | None = None
        self._is_read = False
        self._is_held = False

    def hold(self) -> None:
        """Have a key that stays until the transaction ends; make it if there is none, where the vault has one.

        Raises:
            VaultKeyError: There is one, and the vault does not open it: what is sealed now would be lost.
        """
        if self._is_held:
            return
        made = self._vault.make_key() or b""
        held = self._connection.execute(_HOLD, {**self._names, "secret": made, "now": self._now}).scalar_one()
        self._own = self._vault.unwrap(held)
        if self._vault.works and self._own is None:
            raise VaultKeyError
        self._is_held = self._is_read = True

    def seal(self, value: RawText | None) -> bytes | None:
        """Return a value encrypted; None where there is no value or no key."""
        if value is None:
            return None
        self.hold()
        return self._own.seal(value) if self._own else None

    def open(self, secret: bytes | None) -> RawText | None:
        """Return the value; None where nothing was sealed, no key fits, or the person's is gone."""
        if secret is None or not self._vault.works:
            return None
        if not self._is_read:
            self._own = self._vault.unwrap(self._connection.execute(_READ, self._names).scalar_one_or_none())
            self._is_read = True
        opened = self._own.open(secret) if self._own else None
        return self._vault.open(secret) if opened is None else opened
