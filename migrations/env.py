"""How Alembic runs our revisions: on the connection that the store hands over."""

from alembic import context

from core.adapters.store.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
    compare_server_default=True,
)
with context.begin_transaction():
    context.run_migrations()
