"""The time that has been seen to pass, and how often somebody has set to work on a session."""

import sqlalchemy as sa
from alembic import op

revision = "0010_endurance"
down_revision = "0009_inbox"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "clock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.Double(), nullable=False),
        sa.Column("doubted_since", sa.Double(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_clock"),
    )
    op.add_column("session", sa.Column("attempts", sa.Integer(), nullable=False, server_default=sa.text("0")))


def downgrade() -> None:
    op.drop_column("session", "attempts")
    op.drop_table("clock")
