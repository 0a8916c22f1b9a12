"""What is done with people's data in every table, whichever there are: the declarations of the tables say how."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    LargeBinary,
    Row,
    Table,
    delete,
    exists,
    inspect,
    select,
    tuple_,
    update,
)
from sqlmodel import col

from core.adapters.store.cipher import Cipher
from core.adapters.store.conditions import PersonFilter, of_same_person, whose
from core.adapters.store.declaration import Owner, Shape
from core.adapters.store.person_keys import PersonCipher
from core.adapters.store.tables import SessionRow, TableRow

Begin = Callable[[], AbstractContextManager[Connection]]
_BATCH: Final = 500
_DAY_S: Final = 86_400


def tables(owner: Owner) -> list[type[TableRow]]:
    """Return the tables that hold such data, in their order; sessions, on which others depend, come first."""
    known = set(TableRow.metadata.tables.values())
    mapped = (table for table in TableRow.__subclasses__() if _table(table) in known)
    return sorted((table for table in mapped if table.data.owner is owner), key=lambda table: table is not SessionRow)


def personal_tables() -> list[str]:
    """Return the names of the tables whose deleted rows must vanish from the files, too."""
    return [_table(table).name for owner in (Owner.PERSON, Owner.SESSION) for table in tables(owner)]


def sealed() -> Iterator[tuple[type[TableRow], ColumnElement[bytes]]]:
    """Yield the columns of sealed data, with their tables: bytes that are people's are always sealed."""
    for table in (*tables(Owner.PERSON), *tables(Owner.SESSION)):
        yield from ((table, column) for column in _table(table).c if isinstance(column.type, LargeBinary))


def forget(connection: Connection, person: str, platform: str, workspace: str | None) -> None:
    """Delete what is a person's or tells them alone something, but their sessions: who counts those deletes them."""
    for table in tables(Owner.PERSON):
        if table is not SessionRow:
            connection.execute(delete(table).where(*_where(table, platform, workspace, person)))
    for table in tables(Owner.SESSION):
        if table.data.only_to:
            # For each that tells them something, not for all sessions of the platform.
            nearby = exists().where(
                col(SessionRow.number) == _column(table, "session_number"), *_where(SessionRow, platform, workspace)
            )
            connection.execute(delete(table).where(_column(table, table.data.only_to) == person, nearby))


def forget_workspace(begin: Begin, platform: str, workspace: str, channel: str | None) -> int:
    """Delete what is of a workspace, or of one channel, that does not want us any more; return how many sessions."""
    deleted = {}
    for table in tables(Owner.PERSON):
        there = _where(table, platform, workspace)
        if channel is None:
            deleted[table] = delete_rows(begin, table, *there)
        elif table.data.channel:
            deleted[table] = delete_rows(begin, table, *there, _column(table, table.data.channel) == channel)
        elif table.data.shared_with:
            shared = _column(table, table.data.shared_with)
            with begin() as connection:
                connection.execute(update(table).where(*there, shared == channel).values({shared.name: ""}))
    if channel is None:  # what was begun meanwhile has lost its key
        deleted[SessionRow] += delete_rows(begin, SessionRow, *_where(SessionRow, platform, workspace))
    return deleted[SessionRow]


def purge(begin: Begin, before: float, now: float) -> int:
    """Delete what is older than a time, and what is not kept for that long; return how many sessions went."""
    deleted = {}
    for table in (*tables(Owner.PERSON), *tables(Owner.NOBODY)):
        if table.data.age:
            oldest = max(before, now - table.data.days * _DAY_S) if table.data.days else before
            where = [_column(table, table.data.age) < oldest]
            if table.data.stays_with_sessions:
                where.append(~exists(select(col(SessionRow.number)).where(of_same_person(table))))
            deleted[table] = delete_rows(begin, table, *where)
    return deleted[SessionRow]


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


def export(
    connection: Connection, cipher: Cipher, person: str, platform: str, workspace: str | None
) -> dict[str, object]:
    """Return everything that is known of a person as plain data, oldest first, each session with what belongs to it.

    It holds the values behind the labels: it is for its owner alone.
    """
    document: dict[str, object] = {"platform": platform, "person": person}
    for table in tables(Owner.PERSON):
        if table.data.section:
            rows = _rows(connection, table, _where(table, platform, workspace, person))
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
            rows = _rows(connection, table, [_column(table, "session_number") == number])
            yield table.data.section, [_plain(row, table.data.shape, cipher) for row in rows]


def _rows(connection: Connection, table: type[TableRow], where: Sequence[ColumnElement[bool]]) -> Sequence[Row[Any]]:
    order = [_column(table, table.data.order)] if table.data.order else key(table)
    return connection.execute(select(table).where(*where).order_by(*order)).all()


def _plain(row: Row[Any], shape: Mapping[str, Shape], cipher: PersonCipher) -> dict[str, object]:
    return {name: _part(row, part, cipher) for name, part in shape.items()}


def _part(row: Row[Any], shape: Shape, cipher: PersonCipher) -> object:
    if isinstance(shape, str):
        value = getattr(row, shape)
        opened = cipher.open(value) if isinstance(value, bytes) else None
        return (opened.reveal() if opened else None) if isinstance(value, bytes) else value
    if isinstance(shape, tuple):
        column, made = shape
        value = getattr(row, column)
        return None if value is None else made(value)
    return _plain(row, shape, cipher)


def _where(
    table: type[TableRow], platform: str, workspace: str | None, person: str | None = None
) -> list[ColumnElement[bool]]:
    wanted = zip(PersonFilter._fields, (platform, workspace, person), strict=True)
    return [_column(table, name) == value for name, value in wanted if value is not None]


def _column(table: type[TableRow], name: str) -> ColumnElement[Any]:
    return _table(table).c[name]


def key(table: type[TableRow]) -> list[ColumnElement[Any]]:
    """Return the columns that tell a table's rows apart."""
    return list(_table(table).primary_key.columns)


def _table(table: type[TableRow]) -> Table:
    mapped: Table = inspect(table).local_table
    return mapped
