"""The daily work of a running bot."""

import asyncio
import logging
import sqlite3
import time
from pathlib import Path

import pytest

from bots.commands.data import purge as purge_command
from bots.ops.maintenance import purge, run_daily
from bots.ops.metric_specs import Meter
from core.adapters.store.open_store import open_store
from core.adapters.store.store import SqlStore
from core.messages import Incoming, Opened, Place
from core.privacy.text import RawText
from core.usecases.chat import Chat
from core.values.locale import Locale
from tests.fakes.detector import FakeDetector

_DAY = 86_400.0
_NOW = 1_800_000_000.0
_WHERE = Place("test", "T1", "D1")


def begun(folder: Path, now: list[float]) -> SqlStore:
    """Return a store with one interview."""
    store = open_store(folder, clock=lambda: now[0])
    chat = Chat(FakeDetector(), store, lambda: "session")
    chat.handle(Incoming("E1", _WHERE, "U1", Locale.KO, Opened(RawText("김서연에게 보낼 메일"))))
    return store


def is_there(store: SqlStore) -> bool:
    with store.begin() as transaction:
        return transaction.latest_at(_WHERE) is not None


async def logged(caplog: pytest.LogCaptureFixture, words: str) -> None:
    async with asyncio.timeout(10):
        while words not in caplog.text:  # noqa: ASYNC110 - a log line rings no bell
            await asyncio.sleep(0.01)


async def test_what_is_past_its_time_goes_by_itself(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    now = [_NOW]
    store = begun(tmp_path, now)
    for _ in range(30):
        store.time_passed()
        now[0] += _DAY
    maintenance = asyncio.create_task(run_daily(store, retention_days=30, meter=Meter(), every_s=0.01))
    await logged(caplog, "purged sessions=0")
    assert is_there(store)
    now[0] += 1
    await logged(caplog, "purged sessions=1")
    maintenance.cancel()
    assert not is_there(store)
    store.close()


async def test_nobody_waits_for_it_just_after_a_start(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.INFO)
    monkeypatch.setattr("bots.ops.maintenance._FIRST_S", 0.2)
    store = begun(tmp_path, [_NOW])
    began = asyncio.get_running_loop().time()
    maintenance = asyncio.create_task(run_daily(store, retention_days=30, meter=Meter()))
    await logged(caplog, "purged sessions=0")
    assert asyncio.get_running_loop().time() - began >= 0.2
    maintenance.cancel()
    store.close()


async def test_a_clock_that_jumps_deletes_nothing_for_a_day(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    now = [_NOW]
    store = begun(tmp_path, now)
    now[0] += 45 * _DAY
    maintenance = asyncio.create_task(run_daily(store, retention_days=30, meter=Meter(), every_s=0.01))
    await logged(caplog, "clock doubted ahead_days=45.000")
    await asyncio.sleep(0.05)
    now[0] += 0.9 * _DAY
    await logged(caplog, "clock doubted ahead_days=45.900")
    assert is_there(store)
    now[0] = _NOW + 60  # it is put right
    caplog.set_level(logging.INFO)
    await logged(caplog, "purged sessions=0")
    maintenance.cancel()
    assert store.time_passed()[1] == 0
    assert is_there(store)
    store.close()


async def test_after_a_day_a_bot_that_was_off_deletes_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    now = [_NOW]
    store = begun(tmp_path, now)
    now[0] += 45 * _DAY
    assert store.time_passed()[1] == 45 * _DAY
    now[0] += _DAY
    maintenance = asyncio.create_task(run_daily(store, retention_days=30, meter=Meter(), every_s=0.01))
    await logged(caplog, "purged sessions=1")
    maintenance.cancel()
    store.close()


def test_what_a_command_purges_in_passing_goes_by_the_same_time(tmp_path: Path) -> None:
    now = [_NOW]
    store = begun(tmp_path, now)
    now[0] += 45 * _DAY
    assert purge(store, 30) == 0
    assert is_there(store)
    now[0] += _DAY
    assert purge(store, 30) == 1
    store.close()


def test_the_command_to_purge_goes_by_it_too_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    now = [_NOW]
    store = begun(tmp_path, now)
    now[0] += 45 * _DAY
    purge_command(store, 30, Locale.EN)
    said = capsys.readouterr().err
    assert said.startswith("The clock went ahead by 45 days")
    assert is_there(store)
    now[0] += _DAY
    purge_command(store, 30, Locale.EN)
    assert "ahead" not in capsys.readouterr().err
    assert not is_there(store)
    store.close()


@pytest.mark.parametrize("error", [sqlite3.OperationalError("disk I/O error"), RuntimeError("김서연")])
async def test_it_goes_on_after_any_error_and_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    caplog.set_level(logging.INFO)
    now = [_NOW]
    store = begun(tmp_path, now)
    purge, errors = store.purge, [error, error]

    def failing(days: int, now: float) -> int:
        if errors:
            raise errors.pop()
        return purge(days, now)

    monkeypatch.setattr(store, "purge", failing)
    maintenance = asyncio.create_task(run_daily(store, retention_days=30, meter=Meter(), every_s=0.01))
    await logged(caplog, "purged sessions=0")
    maintenance.cancel()
    assert caplog.text.count(f"maintenance failed code={type(error).__name__} reason=failing:") == 2
    assert "김서연" not in caplog.text
    store.close()


def test_what_the_raw_driver_complains_of_while_scrubbing_is_no_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = begun(tmp_path, [_NOW])

    def locked(*_: object, **__: object) -> None:
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise error

    monkeypatch.setattr("core.adapters.store.store.scrub", locked)
    assert store.purge(30) == 0
    store.close()


async def test_a_vault_without_a_key_is_said_at_each_start(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    begun(tmp_path, [_NOW]).close()
    for starts, key in enumerate((True, False, False)):
        if not key:
            (tmp_path / "vault.key").unlink(missing_ok=True)
        store = open_store(tmp_path, clock=lambda: _NOW)
        caplog.clear()
        maintenance = asyncio.create_task(run_daily(store, retention_days=30, meter=Meter(), every_s=0.01))
        await logged(caplog, "purged sessions=0")
        maintenance.cancel()
        assert ("vault locked" in caplog.text) is not key, starts
        store.close()


@pytest.mark.parametrize(("days", "told"), [(1, False), (3, True)])
async def test_a_backup_that_was_never_made_is_said(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    days: int,
    told: bool,  # noqa: FBT001 - a row
) -> None:
    caplog.set_level(logging.INFO)
    store = begun(tmp_path, [time.time() - days * _DAY])
    maintenance = asyncio.create_task(
        run_daily(store, retention_days=30, meter=Meter(), every_s=0.01, data_dir=tmp_path)
    )
    await logged(caplog, "purged sessions=0")
    maintenance.cancel()
    assert ("backup never made days=3" in caplog.text) is told
    store.close()
