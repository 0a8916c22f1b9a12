"""What people keep of proposals, answer of gaps and change of prompts, as figures."""

import sqlalchemy as sa
from alembic import op

revision = "0014_outcomes"
down_revision = "0013_advising"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "outcome_figure",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("choice", "intent", "detail", "result")),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("choice", "intent", "detail", "result", name=op.f("pk_outcome_figure")),
    )


def downgrade() -> None:
    op.drop_table("outcome_figure")
