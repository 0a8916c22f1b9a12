"""Several processes of one bot: what they build is loaded before they are forked, and a missing token is told first."""

import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from bots.cli import main
from bots.commands.run_bot import build_once
from bots.container import build_container
from core.adapters.lazy_loading import BackgroundDetector
from core.settings import Settings
from tests.core.adapters.store.databases import POSTGRESQL_URL, postgresql_database
from tests.fakes.detector import FakeDetector

_ROOT: Final = Path(__file__).parents[2]
_FORKED: Final = """
import os, sys
from functools import partial
from bots.commands.run_bot import build_once
from bots.container import build_container
from bots.registry import load_bot
from core.adapters.lazy_loading import BackgroundDetector
from core.settings import Settings
from tests.fakes.detector import FakeDetector

folder, url = sys.argv[1:]
settings = Settings(
    data_dir=folder, database_url=url, ops_port=9, llm_base_url="http://127.0.0.1:9/v1", llm_model="m", _env_file=None
)
load_bot("slack")
build = partial(build_container, detector=BackgroundDetector(FakeDetector))
build_once(build, settings)
loaded = set(sys.modules)
if not os.fork():
    with build(settings) as parts:
        parts.store.end_leases()
    print(*sorted(set(sys.modules) - loaded), flush=True)
    os._exit(0)
sys.exit(os.waitstatus_to_exitcode(os.wait()[1]))
"""


@pytest.mark.postgresql
def test_a_process_that_is_forked_loads_nothing_more(tmp_path: Path) -> None:
    if not POSTGRESQL_URL:
        pytest.skip("PROMPTGEN_TEST_POSTGRESQL_URL is not set")
    with postgresql_database(tmp_path) as database:
        command = [sys.executable, "-W", "ignore", "-c", _FORKED, str(tmp_path), database.url or ""]
        forked = subprocess.run(command, cwd=_ROOT, capture_output=True, check=True)
    assert forked.stdout.split() == []


def test_they_begin_while_the_database_is_away(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, database_url="postgresql+psycopg://127.0.0.1:9/none")
    build_once(partial(build_container, detector=BackgroundDetector(FakeDetector)), settings)


@pytest.mark.filterwarnings("ignore:'audioop' is deprecated:DeprecationWarning")  # discord.py's own
@pytest.mark.parametrize(("command", "missing"), [("slack", "SLACK_BOT_TOKEN"), ("discord", "DISCORD_TOKEN")])
def test_what_is_missing_is_told_before_anything_is_loaded(
    command: str, missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PROMPTGEN_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("PROMPTGEN_DATABASE_URL", "postgresql+psycopg://127.0.0.1:9/none")
    monkeypatch.setenv("PROMPTGEN_PROCESSES", "2")
    monkeypatch.setattr("bots.commands.run_bot.load_detector", None)
    assert main([command]) == 2
    assert missing in capsys.readouterr().err
