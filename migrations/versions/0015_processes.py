"""The processes of a bot that live, what is left of limits they share, and how far old replies were pruned."""

import sqlalchemy as sa
from alembic import op

revision = "0015_processes"
down_revision = "0014_outcomes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # What is in them is worth nothing after a crash of the server, so PostgreSQL need not wait for the disk.
    unlogged = ["UNLOGGED"] if op.get_bind().dialect.name == "postgresql" else []
    op.create_table(
        "bot_process",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("platform", "id", "address", "shards")),
        sa.Column("leased_until", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "id", name=op.f("pk_bot_process")),
        prefixes=unlogged,
    )
    op.create_table(
        "allowance",
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("available", sa.Double(), nullable=False),
        sa.Column("filled_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_allowance")),
        prefixes=unlogged,
    )
    op.add_column("clock", sa.Column("pruned_to", sa.Double(), nullable=False, server_default=sa.text("0")))


def downgrade() -> None:
    op.drop_column("clock", "pruned_to")
    op.drop_table("allowance")
    op.drop_table("bot_process")
