"""Tables that another library keeps beside ours, with its secrets sealed under the vault's key."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Dialect, Engine, Table, Text, select, text, type_coerce, update
from sqlalchemy.types import TypeDecorator

from core.adapters.store.cipher import Cipher
from core.adapters.store.scrub import scrub
from core.errors import SettingsError
from core.privacy.text import RawText

_SEALED: Final = "gAAAAA"
"""How everything begins that Fernet has sealed: its version, and the first bytes of a time long after 1970."""


class SealedText(TypeDecorator[str]):
    """A text that the library reads and writes in the clear, and the database holds sealed."""

    impl = Text
    cache_ok = False

    def __init__(self, cipher: Cipher) -> None:
        super().__init__()
        self._cipher = cipher

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's own
        """Seal what is written."""
        sealed = self._cipher.seal(RawText(value)) if value is not None else None
        return sealed.decode() if sealed is not None else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's own
        """Open what is read; None where no key fits."""
        if value is None or not value.startswith(_SEALED):
            return value
        opened = self._cipher.open(value.encode())
        return opened.reveal() if opened is not None else None


@contextmanager
def exclusive(engine: Engine, name: str) -> Iterator[None]:
    """Keep every other process out of what goes by this name, for a block; an SQLite file has one process anyway."""
    if engine.dialect.name != "postgresql":
        yield
        return
    with engine.begin() as connection:  # a lock of the session would stay with a pooler's connection
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 1))"), {"name": name})
        yield


def encrypt_columns(engine: Engine, cipher: Cipher, tables: Sequence[Table], names: Collection[str]) -> int:
    """Keep columns of these names sealed from now on, and seal what is there; return how many rows changed.

    Rows that an older key has sealed are sealed under the newest.

    Raises:
        SettingsError: There is no key to seal with.
    """
    if not cipher.works:
        raise SettingsError(names="PROMPTGEN_VAULT_KEY")
    changed = [_seal_table(engine, cipher, table, names) for table in tables]
    if sum(changed):
        scrub(engine, [table.name for table in tables], whole=True)
    return sum(changed)


def _seal_table(engine: Engine, cipher: Cipher, table: Table, names: Collection[str]) -> int:
    columns = [column for column in table.c if column.name in names]
    stored = [type_coerce(column, Text).label(column.name) for column in columns]
    changed = 0
    with engine.begin() as connection:
        for row in connection.execute(select(table.c.id, *stored)).mappings().all():
            values = {column.name: _sealed(cipher, row[column.name]) for column in columns}
            if any(values[name] != row[name] for name in values):
                anew = {column: type_coerce(values[column.name], Text) for column in columns}
                connection.execute(update(table).where(table.c.id == row["id"]).values(anew))
                changed += 1
    for column in columns:
        column.type = SealedText(cipher)
    return changed


def _sealed(cipher: Cipher, value: str | None) -> str | None:
    if value is None or cipher.is_sealed_by_first(value.encode()):
        return value
    if value.startswith(_SEALED):
        return cipher.rotate(value.encode()).decode()
    sealed = cipher.seal(RawText(value))
    return sealed.decode() if sealed else None
