"""The message under which an interview goes on."""

import sqlalchemy as sa
from alembic import op

revision = "0008_beneath"
down_revision = "0007_front"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("session", sa.Column("beneath", sa.String(), nullable=False, server_default=sa.text("''")))


def downgrade() -> None:
    op.drop_column("session", "beneath")
