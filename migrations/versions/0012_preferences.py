"""What people want of every interview of theirs."""

import sqlalchemy as sa
from alembic import op

revision = "0012_preferences"
down_revision = "0011_guest"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "preference",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("platform", "workspace", "person")),
        sa.Column("questions", sa.Boolean(), nullable=False),
        sa.Column("said_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "workspace", "person", name=op.f("pk_preference")),
    )


def downgrade() -> None:
    op.drop_table("preference")
