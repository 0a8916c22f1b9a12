"""The migrations lead to the tables there are, forth and back, on either database."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore
from sqlalchemy import Engine, inspect, make_url

from core.adapters.store.engine import make_engine
from core.adapters.store.schema import config, is_current, upgrade
from migrations.__main__ import main
from tests.core.adapters.store.databases import POSTGRESQL_URL, Database, postgresql_database


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    if request.param == "sqlite":
        yield make_engine(make_url(f"sqlite:///{tmp_path}/promptgen.db"), lock_wait_s=10)
        return
    if not POSTGRESQL_URL:
        pytest.skip("PROMPTGEN_TEST_POSTGRESQL_URL is not set")
    with postgresql_database(tmp_path) as database:
        made = make_engine(make_url(database.url or ""), lock_wait_s=10)
        yield made
        made.dispose()


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def test_they_lead_to_the_tables_there_are(engine: Engine) -> None:
    upgrade(engine)
    guests = {"slack_bots", "slack_installations", "slack_oauth_states"}
    own = {"event", "session", "vault_entry", "outgoing", "vault_check", "feedback_figure", "consent", "kept_prompt"}
    own |= {"compared", "clock", "inbox", "preference", "outcome_figure", "bot_process", "allowance", "person_key"}
    assert tables(engine) == own | guests
    with engine.connect() as connection:
        assert is_current(connection)
        command.check(config(connection))
    engine.dispose()


def test_they_lead_back(engine: Engine) -> None:
    upgrade(engine)
    with engine.begin() as connection:
        command.downgrade(config(connection), "base")
    assert tables(engine) == set()
    upgrade(engine)
    assert tables(engine) != set()
    engine.dispose()


def test_a_second_time_changes_nothing(engine: Engine) -> None:
    upgrade(engine)
    upgrade(engine)
    engine.dispose()


def test_foreign_keys_hold_afterwards(tmp_path: Path) -> None:
    engine = make_engine(make_url(f"sqlite:///{tmp_path}/promptgen.db"), lock_wait_s=10)
    upgrade(engine)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()


def test_there_is_one_line_of_revisions(engine: Engine) -> None:
    with engine.connect() as connection:
        script = ScriptDirectory.from_config(config(connection))
    revisions = [revision.revision for revision in script.walk_revisions()]
    assert revisions == sorted(revisions, reverse=True)
    assert script.get_heads() == [revisions[0]]
    engine.dispose()


def test_they_work_from_any_folder(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": str(root)}
    command_ = [sys.executable, "-m", "migrations", "upgrade", f"sqlite:///{tmp_path}/promptgen.db"]
    subprocess.run(command_, cwd=tmp_path, env=environment, check=True)
    assert (tmp_path / "promptgen.db").exists()


def test_the_command_checks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert main([]) == 2
    assert main(["upgrade"]) == 2
    assert "usage" in capsys.readouterr().err


def test_two_processes_that_start_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    database = Database(tmp_path)
    command_ = [sys.executable, "-m", "migrations", "upgrade", f"sqlite:///{database.file}"]
    started = [subprocess.Popen(command_, stderr=subprocess.PIPE) for _ in range(2)]
    assert [process.communicate()[1] for process in started] == [b"", b""]
    assert [process.returncode for process in started] == [0, 0]


def slack_stores(engine: Engine) -> tuple[SQLAlchemyInstallationStore, SQLAlchemyOAuthStateStore]:
    installations = SQLAlchemyInstallationStore(client_id="1.2", engine=engine)
    return installations, SQLAlchemyOAuthStateStore(expiration_seconds=60, engine=engine)


def test_every_column_that_slacks_library_knows_is_there(engine: Engine) -> None:
    upgrade(engine)
    for store in slack_stores(engine):
        for table in store.metadata.tables.values():
            there = {column["name"] for column in inspect(engine).get_columns(table.name)}
            assert {column.name for column in table.c} == there
    engine.dispose()


def test_tables_that_slacks_library_made_before_are_kept_and_get_room(engine: Engine) -> None:
    for store in slack_stores(engine):
        store.create_tables()  # type: ignore[no-untyped-call]  # slack_sdk leaves it untyped
    installed = Installation(
        app_id="A1", user_id="U1", team_id="T1", bot_token="xoxb-planted", bot_id="B1", bot_user_id="U0"
    )
    slack_stores(engine)[0].save(installed)
    upgrade(engine)
    longer = Installation(app_id="A1", user_id="U1", team_id="T2", bot_token="x" * 500, bot_id="B1", bot_user_id="U0")
    slack_stores(engine)[0].save(longer)
    found = slack_stores(engine)[0].find_installation(enterprise_id=None, team_id="T1")
    assert found is not None
    assert found.bot_token == "xoxb-planted"
    engine.dispose()
