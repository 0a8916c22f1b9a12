"""The sessions of people who agreed to training data."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Final

from sqlalchemy import Connection, Row, exists, select
from sqlmodel import col

from core.adapters.store.cipher import Cipher
from core.adapters.store.codec import load_labels, load_session
from core.adapters.store.conditions import of_same_person, whose
from core.adapters.store.outbox import place_of
from core.adapters.store.person_keys import PersonCipher
from core.adapters.store.tables import ConsentRow, SessionRow
from core.adapters.store.vault_rows import EntryRows
from core.ports import StoredSession
from core.ports.consent import Consent
from core.privacy.vault import Vault

_BATCH: Final = 500


def sessions(begin: Callable[[], AbstractContextManager[Connection]], cipher: Cipher) -> Iterator[StoredSession]:
    """Yield them, oldest first, a batch a transaction; those whose vault no key opens are left out."""
    number = 0
    while True:
        with begin() as connection:
            rows = _next(connection, number)
            batch = [_opened(connection, cipher, row) for row in rows]
        yield from filter(None, batch)
        if len(rows) < _BATCH:
            return
        number = rows[-1].number


def _next(connection: Connection, after: int) -> Sequence[Row[Any]]:
    said = (of_same_person(ConsentRow), col(ConsentRow.consent) == str(Consent.GIVEN))
    given = exists(select(col(ConsentRow.person)).where(*said))
    theirs = select(SessionRow).where(col(SessionRow.number) > after, given)
    return connection.execute(theirs.order_by(col(SessionRow.number)).limit(_BATCH)).all()


def _opened(connection: Connection, cipher: Cipher, row: Row[Any]) -> StoredSession | None:
    own = PersonCipher(connection, cipher, whose(row), 0)  # it only opens
    entries = EntryRows(connection, own, row.number)
    if entries.are_locked:
        return None
    vault = Vault(entries.read(), load_labels(row.reserved))
    return StoredSession(load_session(row.state), place_of(row), row.person, vault, row.beneath)
