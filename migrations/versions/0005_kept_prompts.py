"""The library: prompts that people keep."""

import sqlalchemy as sa
from alembic import op

revision = "0005_library"
down_revision = "0004_consent"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "kept_prompt",
        sa.Column("number", _NUMBER, nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("prompt", sa.Text(), nullable=False),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("favourite", sa.Boolean(), nullable=False),
        sa.Column("kept_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_kept_prompt")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_kept_prompt_platform_person", "kept_prompt", ["platform", "person"])
    op.create_index("ix_kept_prompt_platform_workspace_team", "kept_prompt", ["platform", "workspace", "team"])


def downgrade() -> None:
    op.drop_table("kept_prompt")
