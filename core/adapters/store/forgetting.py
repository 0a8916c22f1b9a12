"""Forgetting a person or a workspace, in every table that declares to hold what is theirs."""

from sqlalchemy import Connection, delete, exists, update
from sqlmodel import col

from core.adapters.store.batch_deletion import Begin, delete_rows
from core.adapters.store.declared_tables import column, tables, where
from core.adapters.store.table_declaration import Owner
from core.adapters.store.tables import SessionRow


def forget(connection: Connection, person: str, platform: str, workspace: str | None) -> None:
    """Delete what is a person's or tells them alone something, but their sessions: who counts those deletes them."""
    for table in tables(Owner.PERSON):
        if table is not SessionRow:
            connection.execute(delete(table).where(*where(table, platform, workspace, person)))
    for table in tables(Owner.SESSION):
        if table.data.only_to:
            # For each that tells them something, not for all sessions of the platform.
            nearby = exists().where(
                col(SessionRow.number) == column(table, "session_number"), *where(SessionRow, platform, workspace)
            )
            connection.execute(delete(table).where(column(table, table.data.only_to) == person, nearby))


def forget_workspace(begin: Begin, platform: str, workspace: str, channel: str | None) -> int:
    """Delete what is of a workspace, or of one channel, that does not want us any more; return how many sessions."""
    deleted = {}
    for table in tables(Owner.PERSON):
        there = where(table, platform, workspace)
        if channel is None:
            deleted[table] = delete_rows(begin, table, *there)
        elif table.data.channel:
            deleted[table] = delete_rows(begin, table, *there, column(table, table.data.channel) == channel)
        elif table.data.shared_with:
            shared = column(table, table.data.shared_with)
            with begin() as connection:
                connection.execute(update(table).where(*there, shared == channel).values({shared.name: ""}))
    if channel is None:  # what was begun meanwhile has lost its key
        deleted[SessionRow] += delete_rows(begin, SessionRow, *where(SessionRow, platform, workspace))
    return deleted[SessionRow]
