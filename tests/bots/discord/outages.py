"""A database that goes away and comes back."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from core.adapters.store.inbox import SqlInbox
from core.adapters.store.store import SqlStore
from core.errors import StoreUnavailable


@contextmanager
def away() -> Iterator[None]:
    """Take the database away while the block runs."""

    def refuse(*_: object) -> None:
        raise StoreUnavailable

    away = (patch.object(SqlInbox, "put", refuse), patch.object(SqlStore, "_connected", refuse))
    with away[0], away[1], patch.object(SqlStore, "begin", refuse):
        yield
