"""Deleting sessions without keeping others waiting."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final

from sqlalchemy import ColumnElement, Connection, delete, select
from sqlmodel import col

from core.adapters.store.tables import SessionRow

_BATCH: Final = 500


def delete_sessions(begin: Callable[[], AbstractContextManager[Connection]], *where: ColumnElement[bool]) -> int:
    """Delete sessions, so few at a time that nobody waits long; return how many there were."""
    some = delete(SessionRow).where(
        col(SessionRow.number).in_(select(col(SessionRow.number)).where(*where).limit(_BATCH))
    )
    deleted = 0
    while True:
        with begin() as connection:
            batch = connection.execute(some).rowcount
        deleted += batch
        if batch < _BATCH:
            return deleted
