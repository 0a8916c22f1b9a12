"""What Slack's library keeps in our database lies sealed in it."""

import json

import pytest
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from sqlalchemy import text

from core.adapters.store.store import SqlStore
from core.errors import SettingsError
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.databases import Database

_NAMES = {"bot_token", "bot_refresh_token", "user_token", "user_refresh_token", "incoming_webhook_url"}
_OLD, _NEW = "o" * 43 + "=", "k" * 43 + "="


def installations(store: SqlStore) -> SQLAlchemyInstallationStore:
    return SQLAlchemyInstallationStore(client_id="1.2", engine=store.engine)


def encrypt_columns(store: SqlStore) -> tuple[SQLAlchemyInstallationStore, int]:
    library = installations(store)
    return library, store.encrypt_columns((library.installations, library.bots), _NAMES)


def installed(team: str) -> Installation:
    return Installation(
        app_id="A1",
        user_id="U1",
        team_id=team,
        bot_token=f"xoxb-planted-{team}",
        bot_refresh_token=f"xoxe-planted-{team}",
        bot_id="B1",
        bot_user_id="U0",
        incoming_webhook_url=f"https://hooks.example/planted-{team}",
    )


def stored(database: Database) -> str:
    """Return all rows as they lie in the database."""
    engine = database.plain_engine()
    with engine.connect() as connection:
        rows = [
            dict(row)
            for table in ("slack_installations", "slack_bots")
            for row in connection.execute(text(f"SELECT * FROM {table}")).mappings()  # noqa: S608 - two names of ours
        ]
    engine.dispose()
    return json.dumps(rows, default=str)


def token(library: SQLAlchemyInstallationStore, team: str) -> str | None:
    found = library.find_installation(enterprise_id=None, team_id=team)
    assert found is not None
    return found.bot_token


def test_what_is_written_is_sealed_and_read_back(open_at: Open, database: Database) -> None:
    library, _ = encrypt_columns(open_at(database, _NEW))
    library.save(installed("T1"))
    assert token(library, "T1") == "xoxb-planted-T1"
    assert "planted" not in stored(database)
    assert "gAAAAA" in stored(database)


def test_what_lay_there_in_the_clear_is_sealed_once(open_at: Open, database: Database) -> None:
    store = open_at(database, _NEW)
    installations(store).save(installed("T1"))
    assert "planted" in stored(database)
    library, changed = encrypt_columns(store)
    assert changed == 2
    assert token(library, "T1") == "xoxb-planted-T1"
    assert "planted" not in stored(database)
    if database.is_sqlite:
        assert not any(b"planted" in path.read_bytes() for path in database.folder.iterdir())
    assert encrypt_columns(store)[1] == 0


def test_what_an_older_key_sealed_is_sealed_under_the_newest(open_at: Open, database: Database) -> None:
    store = open_at(database, _OLD)
    encrypt_columns(store)[0].save(installed("T1"))
    store.close()
    both = open_at(database, f"{_NEW},{_OLD}")
    assert encrypt_columns(both)[1] == 2
    both.rotate_keys()
    both.close()
    library, changed = encrypt_columns(open_at(database, _NEW))
    assert changed == 0
    assert token(library, "T1") == "xoxb-planted-T1"


def test_without_a_key_nothing_is_kept(open_at: Open, sqlite: Database) -> None:
    open_at(sqlite).close()
    (sqlite.folder / "vault.key").unlink()
    with pytest.raises(SettingsError) as caught:
        encrypt_columns(open_at(sqlite))
    assert caught.value.details == {"names": "PROMPTGEN_VAULT_KEY"}
