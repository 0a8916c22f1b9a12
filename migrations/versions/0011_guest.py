"""Who belongs to another company than the workspace they are held in."""

import sqlalchemy as sa
from alembic import op

revision = "0011_guest"
down_revision = "0010_endurance"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("session", sa.Column("guest", sa.Boolean(), nullable=False, server_default=sa.text("false")))


def downgrade() -> None:
    op.drop_column("session", "guest")
