"""What the doctor says of what a bot is behind with."""

import os
import time
from contextlib import closing
from pathlib import Path

import pytest

from bots.ops.backlog import examine_backlog
from core.adapters.store.open_store import open_store
from core.conversation.replies import Greet
from core.settings import Settings
from tests.core.adapters.store.conversations import started

_DAY = 86_400.0


def found(folder: Path, *, began: float = 0, seen: float | None = None) -> dict[str, object]:
    """Have a conversation begin with a reply that is not sent, so long ago, and return what is not well."""
    now = time.time()
    with closing(open_store(folder, clock=lambda: now - began)) as store, store.begin() as transaction:
        held = started()
        transaction.save(held)
        transaction.send(held, [Greet()])
    if seen is not None:
        with closing(open_store(folder, clock=lambda: now - seen)) as store:
            store.time_passed()
    with closing(open_store(folder, clock=lambda: now)) as store:
        store.time_passed()
        findings = examine_backlog(Settings(data_dir=folder), store)
        return {finding.text: finding.details for finding in findings if not finding.passed}


def test_a_bot_that_keeps_up_has_none(tmp_path: Path) -> None:
    assert found(tmp_path) == {}


def test_replies_that_wait(tmp_path: Path) -> None:
    assert found(tmp_path, began=90) == {"doctor.replies_wait": {"count": 1, "seconds": 90}}


def test_what_is_past_its_time(tmp_path: Path) -> None:
    told = found(tmp_path, began=33 * _DAY, seen=_DAY)
    assert told["doctor.retention_behind"] == {"days": 3, "limit": 30}


def test_a_clock_that_is_doubted(tmp_path: Path) -> None:
    told = found(tmp_path, began=9 * _DAY)
    assert told["doctor.clock_doubted"] == {"days": 9}


@pytest.mark.parametrize(("days", "passed"), [(1, True), (3, False)])
def test_the_age_of_the_last_backup(days: int, passed: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a row
    mark = tmp_path / "backup.made"
    mark.touch()
    os.utime(mark, (time.time() - days * _DAY,) * 2)
    assert ("doctor.backup_old" not in found(tmp_path)) is passed


@pytest.mark.parametrize(("days", "made", "passed"), [(1, False, True), (2.5, False, False), (2.5, True, True)])
def test_a_backup_that_was_never_made(days: float, made: bool, passed: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a row
    if made:
        (tmp_path / "backup.made").touch()
    assert ("doctor.backup_never" not in found(tmp_path, began=days * _DAY, seen=_DAY)) is passed
