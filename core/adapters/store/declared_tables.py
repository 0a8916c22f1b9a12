"""The tables by what they declare of their rows, whichever there are."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, LargeBinary, Table, inspect

from core.adapters.store.conditions import PersonFilter
from core.adapters.store.table_declaration import Owner
from core.adapters.store.tables import SessionRow, TableRow


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


def where(
    table: type[TableRow], platform: str, workspace: str | None, person: str | None = None
) -> list[ColumnElement[bool]]:
    """Return the conditions for the rows of a platform, of a workspace of it, of a person there."""
    wanted = zip(PersonFilter._fields, (platform, workspace, person), strict=True)
    return [column(table, name) == value for name, value in wanted if value is not None]


def column(table: type[TableRow], name: str) -> ColumnElement[Any]:
    """Return a column by its name."""
    return _table(table).c[name]


def key(table: type[TableRow]) -> list[ColumnElement[Any]]:
    """Return the columns that tell a table's rows apart."""
    return list(_table(table).primary_key.columns)


def _table(table: type[TableRow]) -> Table:
    mapped: Table = inspect(table).local_table
    return mapped
