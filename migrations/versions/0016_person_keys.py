"""A key for each person, and whether all values lie under them."""

import sqlalchemy as sa
from alembic import op

revision = "0016_person_keys"
down_revision = "0015_processes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "person_key",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("platform", "workspace", "person")),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("used_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "workspace", "person", name=op.f("pk_person_key")),
        if_not_exists=True,  # a backup of before is restored beside the keys that there are
    )
    op.add_column("vault_check", sa.Column("by_person", sa.Boolean(), nullable=False, server_default=sa.text("false")))


def downgrade() -> None:
    op.drop_column("vault_check", "by_person")
    op.drop_table("person_key")
