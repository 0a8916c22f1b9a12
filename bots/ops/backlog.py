"""What a bot is behind with, as its database and its data folder tell it."""

import math
import time
from collections.abc import Iterator
from typing import Final

from bots.ops.check_result import CheckResult
from core.adapters.store.backup.last_backup import OLD_S, backup_age
from core.adapters.store.database_load import Load, read_load
from core.adapters.store.store import SqlStore
from core.settings import Settings

_DAY_S: Final = 86_400.0
_WAITS_S: Final = 60.0


def examine_backlog(settings: Settings, store: SqlStore) -> Iterator[CheckResult]:
    """Look for replies that wait, a clock that is doubted, conversations past their time, and an old backup.

    Raises:
        StoreUnavailable: The database does not answer.
    """
    load, waits_s = read_load(store.engine, time.time()), store.outbox_age()
    if waits_s > _WAITS_S:
        yield CheckResult(
            passed=False, text="doctor.replies_wait", details={"count": load.unsent, "seconds": round(waits_s)}
        )
    if load.clock_ahead_s:
        yield CheckResult(
            passed=False, text="doctor.clock_doubted", details={"days": round(load.clock_ahead_s / _DAY_S)}
        )
    yield from _retention(load, settings.retention_days)
    yield _backup(backup_age(settings.data_dir, time.time()), load.age_s)


def _retention(load: Load, days: int) -> Iterator[CheckResult]:
    overdue = load.oldest_s / _DAY_S - days
    if overdue > 1:  # the daily work may not have come to it yet
        yield CheckResult(passed=False, text="doctor.retention_behind", details={"days": round(overdue), "limit": days})


def _backup(age_s: float, database_s: float) -> CheckResult:
    if math.isnan(age_s):
        new = database_s <= OLD_S
        text = "doctor.backup_none" if new else "doctor.backup_never"
        return CheckResult(new, text, {"days": round(database_s / _DAY_S)})
    recent = age_s <= OLD_S
    return CheckResult(recent, "doctor.backup" if recent else "doctor.backup_old", {"days": round(age_s / _DAY_S)})
