"""The figures of comparisons."""

import sqlalchemy as sa
from alembic import op

revision = "0006_compared"
down_revision = "0005_library"
branch_labels = None
depends_on = None

_number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "compared",
        sa.Column("session_number", _number, nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("number", "position")),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("arm", "model")),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("kept", "looked_at", "chars", "tokens")),
        *(sa.Column(name, sa.Double(), nullable=False) for name in ("first_words", "seconds")),
        sa.ForeignKeyConstraint(
            ["session_number"], ["session.number"], name=op.f("fk_compared_session_number_session"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("session_number", "number", "position", name=op.f("pk_compared")),
    )


def downgrade() -> None:
    op.drop_table("compared")
