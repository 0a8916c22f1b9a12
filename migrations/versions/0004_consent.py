"""What people said to training data."""

import sqlalchemy as sa
from alembic import op

revision = "0004_consent"
down_revision = "0003_slack"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "consent",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("platform", "workspace", "person", "consent")),
        sa.Column("said_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "workspace", "person", name=op.f("pk_consent")),
    )


def downgrade() -> None:
    op.drop_table("consent")
