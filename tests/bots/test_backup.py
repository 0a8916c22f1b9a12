"""`promptgen backup`, and what else keeps the data to its owner."""

import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bots.cli import main
from core.adapters.store.open_store import open_store
from core.privacy.text import RawText
from tests.core.adapters.store.test_backup import turn
from tests.core.adapters.store.test_person_keys import forget, keep

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


def test_a_folder_keeps_the_newest(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_store(data, clock=lambda: 0.0).close()
    kept = tmp_path / "kept"
    kept.mkdir()
    for name in ("promptgen-20240101-030000.db", "promptgen-20240102-030000.db", "notes.db"):
        (kept / name).touch()
    (kept / "promptgen-20240101-030000.db.key").touch()
    assert main(["backup", str(kept), "--keep", "2", "--with-key"]) == 0
    names = sorted(file.name for file in kept.iterdir())
    assert names[:2] == ["notes.db", "promptgen-20240102-030000.db"]
    assert names[2:] == [names[2], f"{names[2]}.key", "promptgen.keys"]
    assert (kept / f"{names[2]}.key").read_bytes() == (data / "vault.key").read_bytes()
    assert stat.S_IMODE((kept / f"{names[2]}.key").stat().st_mode) == 0o600
    assert "오래된 백업 1개를 지웠어요." in capsys.readouterr().err


@pytest.mark.parametrize("keep", ["0", "-1"])
def test_keeping_none_is_refused(keep: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_store(data, clock=lambda: 0.0).close()
    assert main(["backup", str(tmp_path), "--keep", keep]) == 2
    assert "--keep" in capsys.readouterr().err


def test_a_backup_is_looked_at_and_put_back(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = open_store(data, clock=lambda: 0.0)
    with store.begin() as transaction:
        transaction.remember("Ev1", "slack")
    store.close()
    copy = str(tmp_path / "copy.db")
    assert main(["backup", copy]) == 0
    assert main(["backup", "--verify", copy]) == 0
    assert "온전해요. 대화 0개가 들어 있어요.\n지금 있는 열쇠로 열 수 있어요.\n" in capsys.readouterr().err
    (data / "promptgen.db").write_bytes(b"destroyed")
    assert main(["backup", "--restore", copy]) == 2  # nobody is there to confirm it
    assert main(["backup", "--restore", "--yes", copy]) == 0
    store = open_store(data, clock=lambda: 0.0)
    with store.begin() as transaction:
        assert not transaction.remember("Ev1", "slack")
    store.close()
    assert "forget" not in capsys.readouterr().err


def test_a_restored_backup_tells_of_those_who_were_deleted_since(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(data, clock=lambda: 0.0)
    keep(store, "U1", "U2")
    store.rotate_keys()
    store.close()
    copy = str(tmp_path / "copy.db")
    assert main(["backup", copy]) == 0
    store = open_store(data, clock=lambda: 0.0)
    forget(store, "U1")
    store.close()
    assert main(["backup", "--restore", "--yes", copy]) == 0
    assert "열쇠가 없는 1명의 가려진 대화도 돌아왔어요." in capsys.readouterr().err


def test_a_lost_database_empties_no_file_of_keys(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(data, clock=lambda: 0.0)
    keep(store, "U1")
    store.close()
    assert main(["backup", str(tmp_path / "first.db")]) == 0
    (data / "promptgen.db").unlink()
    assert main(["backup", str(tmp_path / "second.db")]) == 2
    assert "promptgen.keys: 데이터베이스에는 사람의 열쇠가 하나도 없는데" in capsys.readouterr().err
    assert (tmp_path / "promptgen.keys").read_text()
    assert not (data / "promptgen.db").exists()
    assert main(["backup", "--empty-keys", str(tmp_path / "second.db")]) == 0
    assert not (tmp_path / "promptgen.keys").read_text()


def test_what_is_no_backup_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.txt").write_text("no database at all")
    assert main(["backup", "--verify", str(tmp_path / "notes.txt")]) == 2
    assert "promptgen의 백업이 아니에요" in capsys.readouterr().err


def test_a_server_without_its_programs_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("PROMPTGEN_DATABASE_URL", "postgresql+psycopg://nobody@127.0.0.1:1/none")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["backup", "copy.dump"]) == 2
    assert "pg_dump" in capsys.readouterr().err
    assert not (tmp_path / "copy.dump").exists()


def test_the_vault_is_sealed_under_a_new_key_on_demand(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = (Fernet.generate_key().decode() for _ in range(2))
    store = open_store(data, vault_key=old, clock=lambda: 0.0)
    turn(store, 1)
    store.close()
    monkeypatch.setenv("PROMPTGEN_VAULT_KEY", f"{new},{old}")
    assert main(["data", "rotate"]) == 0
    assert capsys.readouterr().err == "첫 번째 열쇠로 다시 잠근 값: 1개\n"
    store = open_store(data, vault_key=new, clock=lambda: 0.0)
    with store.begin() as transaction:
        held = transaction.get("s1")
    store.close()
    assert held is not None
    assert [entry.value for entry in held.vault] == [RawText("값 1")]


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
