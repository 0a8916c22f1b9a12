"""The first tables: events, sessions, vault entries, the outbox, the vault's check value."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "event",
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("seen_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "id", name=op.f("pk_event")),
    )
    op.create_index("ix_event_seen_at", "event", ["seen_at"])
    op.create_table(
        "session",
        sa.Column("number", _NUMBER, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reserved", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.Double(), nullable=False),
        sa.Column("touched_at", sa.Double(), nullable=False),
        sa.Column("leased_until", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_session")),
        sa.UniqueConstraint("id", name=op.f("uq_session_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_session_platform_workspace_channel_thread", "session", ["platform", "workspace", "channel", "thread"]
    )
    op.create_index("ix_session_platform_person", "session", ["platform", "person"])
    op.create_index("ix_session_touched_at", "session", ["touched_at"])
    generating = sa.text("phase = 'generating'")
    op.create_index(
        "ix_session_generating", "session", ["platform"], sqlite_where=generating, postgresql_where=generating
    )
    op.create_table(
        "vault_entry",
        sa.Column("session_number", _NUMBER, nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("kept", sa.Boolean(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_number"],
            ["session.number"],
            name=op.f("fk_vault_entry_session_number_session"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_number", "label", name=op.f("pk_vault_entry")),
    )
    op.create_table(
        "outgoing",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("session_number", _NUMBER, nullable=False),
        sa.Column("only_to", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("queued_at", sa.Double(), nullable=False),
        sa.Column("leased_until", sa.Double(), nullable=False),
        sa.Column("sent_at", sa.Double(), nullable=True),
        sa.Column("receipt", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_number"], ["session.number"], name=op.f("fk_outgoing_session_number_session"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outgoing_session_number", "outgoing", ["session_number"])
    op.create_index("ix_outgoing_only_to", "outgoing", ["only_to"])
    unsent = sa.text("sent_at IS NULL")
    op.create_index("ix_outgoing_unsent", "outgoing", ["session_number"], sqlite_where=unsent, postgresql_where=unsent)
    op.create_table(
        "vault_check",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vault_check")),
    )


def downgrade() -> None:
    for table in ("vault_check", "outgoing", "vault_entry", "session", "event"):
        op.drop_table(table)
