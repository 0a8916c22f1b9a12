"""How Alembic runs our revisions: on the connection that the store hands over."""

from typing import Any

from alembic import context

from core.adapters.store.tables import TableRow


def is_ours(name: str | None, kind: str, _parents: Any) -> bool:  # noqa: ANN401 - Alembic's own
    """Say whether a table is compared: those that slack_sdk defines are only made and changed by revisions."""
    return kind != "table" or name in TableRow.metadata.tables


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=TableRow.metadata,
    render_as_batch=True,
    compare_server_default=True,
    include_name=is_ours,
)
with context.begin_transaction():
    context.run_migrations()
