"""Changing the vault's key while everybody goes on."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, select, true, tuple_, update
from sqlmodel import col

from core.adapters.store.cipher import Cipher
from core.adapters.store.personal_data import key, sealed
from core.adapters.store.tables import Row, VaultCheckRow

_BATCH: Final = 200


def rotate(begin: Callable[[], AbstractContextManager[Connection]], cipher: Cipher) -> int:
    """Seal everything anew under the first key, in small transactions; return how many rows there were.

    The check value goes last: a rotation that was cut short starts over, and one that was finished does nothing.
    """
    with begin() as connection:
        if not cipher.works or cipher.is_current(connection.execute(select(col(VaultCheckRow.secret))).scalar_one()):
            return 0
    rotated = 0
    for table, column in sealed():
        last: Sequence[Any] = ()
        while batch := _rotate_batch(begin, cipher, (table, column), last):
            rotated += len(batch)
            last = batch[-1]
    with begin() as connection:
        check = connection.execute(select(col(VaultCheckRow.secret)).with_for_update()).scalar_one()
        connection.execute(update(VaultCheckRow).values(secret=cipher.rotate(check)))
    return rotated


def _rotate_batch(
    begin: Callable[[], AbstractContextManager[Connection]],
    cipher: Cipher,
    where: tuple[type[Row], ColumnElement[bytes]],
    after: Sequence[Any],
) -> list[Sequence[Any]]:
    """Rotate the rows that follow in the order of their keys; return these keys."""
    table, column = where
    keys = key(table)
    following = tuple_(*keys) > tuple(after) if after else true()
    some = select(*keys, column).where(following).order_by(*keys).limit(_BATCH).with_for_update()
    with begin() as connection:
        rows = connection.execute(some).all()
        for *of_row, secret in rows:
            if secret is not None:
                this = and_(*(part == value for part, value in zip(keys, of_row, strict=True)))
                connection.execute(update(table).where(this).values({column: cipher.rotate(secret)}))
        return [row[:-1] for row in rows]
