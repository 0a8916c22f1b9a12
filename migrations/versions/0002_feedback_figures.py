"""The figures of the feedback: how often what kind of prompt was rated so."""

import sqlalchemy as sa
from alembic import op

revision = "0002_feedback"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "feedback_figure",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("rating", "reason", "task_type", "variant")),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("by_model", sa.Boolean(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "rating", "reason", "task_type", "variant", "locale", "by_model", name=op.f("pk_feedback_figure")
        ),
    )


def downgrade() -> None:
    op.drop_table("feedback_figure")
