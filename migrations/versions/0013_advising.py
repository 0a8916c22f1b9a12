"""Sessions that a model is asked about while their summary is read."""

import sqlalchemy as sa
from alembic import op

revision = "0013_advising"
down_revision = "0012_preferences"
branch_labels = None
depends_on = None

_ADVISING = sa.text("advising > 0")


def upgrade() -> None:
    op.add_column("session", sa.Column("advising", sa.Integer(), nullable=False, server_default=sa.text("0")))
    op.create_index("ix_session_advising", "session", ["platform"], sqlite_where=_ADVISING, postgresql_where=_ADVISING)


def downgrade() -> None:
    op.drop_index("ix_session_advising", "session")
    op.drop_column("session", "advising")
