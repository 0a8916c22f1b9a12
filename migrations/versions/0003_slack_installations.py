"""The tables of slack_sdk's OAuth stores, with room for sealed tokens; before, the library made them itself."""

import sqlalchemy as sa
from alembic import op

revision = "0003_slack"
down_revision = "0002_feedback"
branch_labels = None
depends_on = None

_TOKENS = {
    "slack_installations": (
        "bot_token",
        "bot_refresh_token",
        "user_token",
        "user_refresh_token",
        "incoming_webhook_url",
    ),
    "slack_bots": ("bot_token", "bot_refresh_token"),
}


def upgrade() -> None:
    there = set(sa.inspect(op.get_bind()).get_table_names())
    for name, make in (
        ("slack_bots", _make_bots),
        ("slack_installations", _make_installations),
        ("slack_oauth_states", _make_states),
    ):
        if name not in there:
            make()
        else:
            _make_room(name)


def downgrade() -> None:
    for name in ("slack_bots", "slack_installations", "slack_oauth_states"):
        op.drop_table(name)


def _make_room(name: str) -> None:
    """Let tokens be as long as they become when they are sealed; SQLite knows no length."""
    if op.get_bind().dialect.name == "postgresql":
        for column in _TOKENS.get(name, ()):
            op.alter_column(name, column, type_=sa.Text())


def _make_bots() -> None:
    op.create_table(
        "slack_bots",
        *_whose(),
        *_texts("bot_token", "bot_id", "bot_user_id", "bot_scopes", "bot_refresh_token"),
        sa.Column("bot_token_expires_at", sa.DateTime()),
        *_when(),
    )
    op.create_index("slack_bots_idx", "slack_bots", ["client_id", "enterprise_id", "team_id", "installed_at"])


def _make_installations() -> None:
    op.create_table(
        "slack_installations",
        *_whose(),
        *_texts("enterprise_url", "bot_token", "bot_id", "bot_user_id", "bot_scopes", "bot_refresh_token"),
        sa.Column("bot_token_expires_at", sa.DateTime()),
        sa.Column("user_id", sa.Text(), nullable=False),
        *_texts("user_token", "user_scopes", "user_refresh_token"),
        sa.Column("user_token_expires_at", sa.DateTime()),
        *_texts(
            "incoming_webhook_url",
            "incoming_webhook_channel",
            "incoming_webhook_channel_id",
            "incoming_webhook_configuration_url",
            "token_type",
        ),
        *_when(),
    )
    columns = ["client_id", "enterprise_id", "team_id", "user_id", "installed_at"]
    op.create_index("slack_installations_idx", "slack_installations", columns)


def _make_states() -> None:
    op.create_table(
        "slack_oauth_states",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("expire_at", sa.DateTime(), nullable=False),
    )


def _whose() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("app_id", sa.Text(), nullable=False),
        *_texts("enterprise_id", "enterprise_name", "team_id", "team_name"),
    )


def _when() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("is_enterprise_install", sa.Boolean(), nullable=False),
        sa.Column("installed_at", sa.DateTime(), nullable=False),
    )


def _texts(*names: str) -> tuple[sa.Column[object], ...]:
    return tuple(sa.Column(name, sa.Text()) for name in names)
