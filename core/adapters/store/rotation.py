"""Changing the vault's key while everybody goes on."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, TextClause, and_, select, true, tuple_, update
from sqlmodel import col

from core.adapters.store.cipher import Cipher
from core.adapters.store.conditions import whose
from core.adapters.store.declared_tables import key, sealed
from core.adapters.store.person_keys import IS_KEYLESS, PersonCipher
from core.adapters.store.tables import SessionRow, TableRow, VaultCheckRow, VaultEntryRow

Begin = Callable[[], AbstractContextManager[Connection]]
_BATCH: Final = 200
_SESSIONS: Final = 50


def rotate(begin: Begin, cipher: Cipher, now: float) -> int:
    """Seal everything anew under the first key, in small transactions; return how many rows were changed.

    Values come under their person's key, if they are not yet, and that is wrapped anew. The check value goes last: a
    rotation that was cut short starts over. After one that was finished keys are still looked through: a process that
    has the old key first, as before, goes on wrapping new ones under it, and one of a version before people's keys
    makes none.
    """
    with begin() as connection:
        check = connection.execute(select(VaultCheckRow)).first()
    if check is None or not cipher.works:
        return 0
    is_done = cipher.is_current(check.secret) and check.by_person
    some = IS_KEYLESS if is_done else true()
    rotated = _seal_by_person(begin, cipher, now, some, makes_keys=not check.by_person)
    for table, column in sealed():
        rotated += _rotate_table(begin, cipher, (table, column)) if table is not VaultEntryRow else 0
    if not is_done:
        with begin() as connection:
            secret = connection.execute(select(col(VaultCheckRow.secret)).with_for_update()).scalar_one()
            connection.execute(update(VaultCheckRow).values(secret=cipher.rotate(secret), by_person=True))
    return rotated


def _seal_by_person(
    begin: Begin, cipher: Cipher, now: float, some: ColumnElement[bool] | TextClause, *, makes_keys: bool
) -> int:
    """Seal under their person's key what the vault's own key has sealed, in some sessions.

    `makes_keys` for everybody who has a session. Once all of them had one, who has none was forgotten, and their
    sessions came back with a backup; but whose values the vault's own key opens were not.
    """
    number, changed = 0, 0
    while True:
        following = select(SessionRow).where(col(SessionRow.number) > number, some).order_by(col(SessionRow.number))
        with begin() as connection:  # locked like a turn locks it, so that neither waits for the other in a ring
            sessions = connection.execute(following.limit(_SESSIONS).with_for_update()).all()
            for session in sessions:
                own = PersonCipher(connection, cipher, whose(session), now)
                if makes_keys:
                    own.hold()
                changed += _seal_entries(connection, cipher, own, session.number)
        if len(sessions) < _SESSIONS:
            return changed
        number = sessions[-1].number


def _seal_entries(connection: Connection, vault: Cipher, own: PersonCipher, session: int) -> int:
    of_session = col(VaultEntryRow.session_number) == session
    entries = connection.execute(select(VaultEntryRow).where(of_session)).all()
    values = {entry.label: vault.open(entry.secret) for entry in entries}
    for label, value in values.items():
        if value is not None:
            this = (of_session, col(VaultEntryRow.label) == label)
            connection.execute(update(VaultEntryRow).where(*this).values(secret=own.seal(value)))
    return sum(value is not None for value in values.values())


def _rotate_table(begin: Begin, cipher: Cipher, where: tuple[type[TableRow], ColumnElement[bytes]]) -> int:
    rotated = 0
    last: Sequence[Any] | None = ()
    while last is not None:
        changed, last = _rotate_batch(begin, cipher, where, last)
        rotated += changed
    return rotated


def _rotate_batch(
    begin: Begin,
    cipher: Cipher,
    where: tuple[type[TableRow], ColumnElement[bytes]],
    after: Sequence[Any],
) -> tuple[int, Sequence[Any] | None]:
    """Rotate what the first key has not sealed, of the rows that follow in the order of their keys.

    Return how many were changed, and the key of the last row; None after all. What somebody changes or deletes
    meanwhile is left alone.
    """
    table, column = where
    keys = key(table)
    following = tuple_(*keys) > tuple(after) if after else true()
    changed = 0
    with begin() as connection:
        rows = connection.execute(select(*keys, column).where(following).order_by(*keys).limit(_BATCH)).all()
        for *of_row, secret in rows:
            anew = None if secret is None or cipher.is_sealed_by_first(secret) else cipher.rotate(secret)
            if anew not in (None, secret):
                this = and_(*(part == value for part, value in zip(keys, of_row, strict=True)), column == secret)
                changed += connection.execute(update(table).where(this).values({column: anew})).rowcount
        return changed, rows[-1][:-1] if rows else None
