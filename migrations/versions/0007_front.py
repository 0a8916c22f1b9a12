"""Which of the interviews at a place is spoken of."""

import sqlalchemy as sa
from alembic import op

revision = "0007_front"
down_revision = "0006_compared"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("session", sa.Column("front", sa.BigInteger(), nullable=False, server_default=sa.text("0")))
    op.execute("UPDATE session SET front = number")


def downgrade() -> None:
    op.drop_column("session", "front")
