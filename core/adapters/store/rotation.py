"""Changing the vault's key while everybody goes on."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final

from sqlalchemy import Connection, select, tuple_, update
from sqlmodel import col

from core.adapters.store.cipher import Cipher
from core.adapters.store.tables import EntryRow, VaultCheckRow

_BATCH: Final = 200
_START: Final = (-1, "")


def rotate(begin: Callable[[], AbstractContextManager[Connection]], cipher: Cipher) -> int:
    """Seal every entry anew under the first key, in small transactions; return how many entries there were.

    The check value goes last: a rotation that was cut short starts over, and one that was finished does nothing.
    """
    with begin() as connection:
        if not cipher.works or cipher.is_current(connection.execute(select(col(VaultCheckRow.secret))).scalar_one()):
            return 0
    rotated, last = 0, _START
    while batch := _rotate_batch(begin, cipher, last):
        rotated += len(batch)
        last = batch[-1]
    with begin() as connection:
        check = connection.execute(select(col(VaultCheckRow.secret)).with_for_update()).scalar_one()
        connection.execute(update(VaultCheckRow).values(secret=cipher.rotate(check)))
    return rotated


def _rotate_batch(
    begin: Callable[[], AbstractContextManager[Connection]], cipher: Cipher, after: tuple[int, str]
) -> list[tuple[int, str]]:
    """Rotate the entries that follow in the order of their keys; return these keys."""
    key = (col(EntryRow.session_number), col(EntryRow.label))
    entries = select(EntryRow).where(tuple_(*key) > after).order_by(*key).limit(_BATCH).with_for_update()
    with begin() as connection:
        rows = connection.execute(entries).all()
        for row in rows:
            if row.secret is not None:
                this = (key[0] == row.session_number, key[1] == row.label)
                connection.execute(update(EntryRow).where(*this).values(secret=cipher.rotate(row.secret)))
        return [(row.session_number, row.label) for row in rows]
