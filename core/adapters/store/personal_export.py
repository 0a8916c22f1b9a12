"""Exporting what is known of a person, from every table as it declares."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from core.adapters.store.cipher import Cipher
from core.adapters.store.conditions import whose
from core.adapters.store.declared_tables import column, key, tables, where
from core.adapters.store.person_keys import PersonCipher
from core.adapters.store.table_declaration import Owner, Shape
from core.adapters.store.tables import SessionRow, TableRow


def export(
    connection: Connection, cipher: Cipher, person: str, platform: str, workspace: str | None
) -> dict[str, object]:
    """Return everything that is known of a person as plain data, oldest first, each session with what belongs to it.

    It holds the values behind the labels: it is for its owner alone.
    """
    document: dict[str, object] = {"platform": platform, "person": person}
    for table in tables(Owner.PERSON):
        if table.data.section:
            rows = _rows(connection, table, where(table, platform, workspace, person))
            ciphers = [PersonCipher(connection, cipher, whose(row), 0) for row in rows]
            plain = [_plain(row, table.data.shape, own) for row, own in zip(rows, ciphers, strict=True)]
            if table is SessionRow:
                parts = (dict(_of_session(connection, own, row.number)) for row, own in zip(rows, ciphers, strict=True))
                plain = [{**session, **of_it} for session, of_it in zip(plain, parts, strict=True)]
            document[table.data.section] = plain
    return document


def _of_session(connection: Connection, cipher: PersonCipher, number: int) -> Iterator[tuple[str, object]]:
    for table in tables(Owner.SESSION):
        if table.data.section:
            rows = _rows(connection, table, [column(table, "session_number") == number])
            yield table.data.section, [_plain(row, table.data.shape, cipher) for row in rows]


def _rows(connection: Connection, table: type[TableRow], wanted: Sequence[ColumnElement[bool]]) -> Sequence[Row[Any]]:
    order = [column(table, table.data.order)] if table.data.order else key(table)
    return connection.execute(select(table).where(*wanted).order_by(*order)).all()


def _plain(row: Row[Any], shape: Mapping[str, Shape], cipher: PersonCipher) -> dict[str, object]:
    return {name: _part(row, part, cipher) for name, part in shape.items()}


def _part(row: Row[Any], shape: Shape, cipher: PersonCipher) -> object:
    if isinstance(shape, str):
        value = getattr(row, shape)
        opened = cipher.open(value) if isinstance(value, bytes) else None
        return (opened.reveal() if opened else None) if isinstance(value, bytes) else value
    if isinstance(shape, tuple):
        name, made = shape
        value = getattr(row, name)
        return None if value is None else made(value)
    return _plain(row, shape, cipher)
