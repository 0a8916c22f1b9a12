"""Interactions that were acknowledged and are not yet carried out, sealed."""

import sqlalchemy as sa
from alembic import op

revision = "0009_inbox"
down_revision = "0008_beneath"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inbox",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("platform", "id", "workspace", "person", "kind")),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", sa.Double(), nullable=False),
        sa.Column("leased_until", sa.Double(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "id", name=op.f("pk_inbox")),
    )


def downgrade() -> None:
    op.drop_table("inbox")
