"""`promptgen backup`, and what else keeps the data to its owner."""

import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bots.cli import main
from core.adapters.store.opening import open_store

# Whether this process may be dumped, as Linux says it, and the most that a core may take.
_CORES = """
import ctypes, resource
from bots.ops.core_dumps import forbid_cores
forbid_cores()
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE)[0])
"""


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PROMPTGEN_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("PROMPTGEN_DATABASE_URL", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


def test_a_copy_is_taken_beside_a_running_bot_and_is_its_owners_alone(data: Path, tmp_path: Path) -> None:
    store = open_store(data, clock=lambda: 0.0)
    with store.begin() as transaction:
        transaction.remember("Ev1", "slack")
    copy = tmp_path / "copy.db"
    done = subprocess.run([sys.executable, "-W", "ignore", "-m", "bots", "backup", str(copy)], cwd=_ROOT, check=False)
    assert done.returncode == 0
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with sqlite3.connect(copy) as connection:
        assert connection.execute("SELECT id FROM event").fetchall() == [("Ev1",)]
    store.close()


def test_a_file_that_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copy.db"
    copy.write_text("precious")
    assert main(["backup", str(copy)]) == 2
    assert capsys.readouterr().err == "promptgen: 그 파일은 이미 있어요. 새 이름을 적어주세요.\n"
    assert copy.read_text() == "precious"


def test_a_server_has_its_own_program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PROMPTGEN_DATABASE_URL", "postgresql+psycopg://nobody@127.0.0.1:1/none")
    assert main(["backup", "copy.db"]) == 2
    assert "pg_dump" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone says whether a process may be dumped")
def test_no_core_is_written() -> None:
    done = subprocess.run([sys.executable, "-c", _CORES], cwd=_ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "0 0\n"


def test_every_command_forbids_cores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    monkeypatch.setattr("bots.cli.forbid_cores", lambda: asked.append(True))
    (tmp_path / "copy.db").touch()
    main(["backup", "copy.db"])
    assert asked == [True]


_ROOT = Path(__file__).parents[2]
