"""Deleting many rows, a few at a time."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final

from sqlalchemy import ColumnElement, Connection, delete, select, tuple_

from core.adapters.store.declared_tables import key
from core.adapters.store.tables import TableRow

Begin = Callable[[], AbstractContextManager[Connection]]
_BATCH: Final = 500


def delete_rows(begin: Begin, table: type[TableRow], *where: ColumnElement[bool]) -> int:
    """Delete rows, so few at a time that nobody waits long; return how many there were.

    PostgreSQL waits for a row that is being changed, and looks again only at what stands outside the inner SELECT.
    """
    keys = key(table)
    some = delete(table).where(tuple_(*keys).in_(select(*keys).where(*where).limit(_BATCH)), *where)
    deleted = 0
    while True:
        with begin() as connection:
            batch = connection.execute(some).rowcount
        deleted += batch
        if batch < _BATCH:
            return deleted
