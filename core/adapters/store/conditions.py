"""Conditions on rows: whose they are, and where."""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Row, and_, bindparam
from sqlmodel import col

from core.adapters.store.tables import SessionRow, TableRow

PLACE: Final = ("platform", "workspace", "channel", "thread")


class PersonFilter(NamedTuple):
    """A person in a workspace of a platform, by the names of the columns."""

    platform: str
    workspace: str
    person: str


def whose(row: Row[Any]) -> PersonFilter:
    """Return whose a row is."""
    return PersonFilter(row.platform, row.workspace, row.person)


def as_given(table: type[TableRow], names: Iterable[str] = PersonFilter._fields) -> list[ColumnElement[bool]]:
    """Return the conditions that columns are what the parameters of the same names say."""
    return [col(getattr(table, name)) == bindparam(name) for name in names]


def of_same_person(table: type[TableRow]) -> ColumnElement[bool]:
    """Return the condition that a row is of the person whose session it is."""
    return and_(*(col(getattr(table, name)) == col(getattr(SessionRow, name)) for name in PersonFilter._fields))
