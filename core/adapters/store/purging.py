"""Purging what is past its time, in every table that declares one."""

from typing import Final

from sqlalchemy import exists, select
from sqlmodel import col

from core.adapters.store.batch_deletion import Begin, delete_rows
from core.adapters.store.conditions import of_same_person
from core.adapters.store.declared_tables import column, tables
from core.adapters.store.table_declaration import Owner
from core.adapters.store.tables import SessionRow

_DAY_S: Final = 86_400


def purge(begin: Begin, before: float, now: float) -> int:
    """Delete what is older than a time, and what is not kept for that long; return how many sessions went."""
    deleted = {}
    for table in (*tables(Owner.PERSON), *tables(Owner.NOBODY)):
        if table.data.age:
            oldest = max(before, now - table.data.days * _DAY_S) if table.data.days else before
            where = [column(table, table.data.age) < oldest]
            if table.data.stays_with_sessions:
                where.append(~exists(select(col(SessionRow.number)).where(of_same_person(table))))
            deleted[table] = delete_rows(begin, table, *where)
    return deleted[SessionRow]
