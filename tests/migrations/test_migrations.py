"""The migrations lead to the tables there are, forth and back, on either database."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
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
    assert tables(engine) == {"event", "session", "vault_entry", "outgoing", "vault_check", "feedback_figure"}
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
