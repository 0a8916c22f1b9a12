"""What a running bot does once a day: delete what is past its time, and seal the vault under its newest key."""

import asyncio
import math
import time
from pathlib import Path
from typing import Final

from bots.ops import log
from bots.ops.metric_specs import Meter, MetricSpec
from core.adapters.store.backup.last_backup import OLD_S, backup_age
from core.adapters.store.database_load import read_load
from core.adapters.store.store import SqlStore
from core.errors import PromptgenError

_DAY_S: Final = 86_400.0
_AGAIN_S: Final = 3_600.0
_FIRST_S: Final = 60.0  # everybody waits while tables are rewritten, and those first whom a dead process left waiting


async def run_daily(
    store: SqlStore, retention_days: int, meter: Meter, every_s: float = _DAY_S, data_dir: Path | None = None
) -> None:
    """Do it soon and then again and again, until cancelled; what fails, however it does, is tried again in an hour.

    Of `data_dir` it is told when no backup was made for days, or never.
    """
    if not store.can_restore:
        log.vault_locked()
    wait_s = min(every_s, _FIRST_S)
    while True:
        try:
            if data_dir:
                await asyncio.to_thread(_look_for_backup, store, data_dir)
            now = await _look_at_clock(store)
            await asyncio.sleep(wait_s)
            await _once(store, retention_days, meter, now)
        except PromptgenError as error:
            log.maintenance_failed(error.code, str(error.details.get("reason", "")))
        except Exception as error:  # noqa: BLE001 - it must not end: nobody else deletes what is past its time
            log.maintenance_failed(type(error).__name__, log.place_of(error))
        else:
            wait_s = 0.0
            await asyncio.sleep(every_s)
            continue
        await asyncio.sleep(min(every_s, _AGAIN_S))


def purge(store: SqlStore, retention_days: int) -> int:
    """Delete what is past its time, as far as time was seen to pass; return how many sessions went."""
    now, _ = store.time_passed()
    return store.purge(retention_days, now)


def _look_for_backup(store: SqlStore, data_dir: Path) -> None:
    age_s = backup_age(data_dir, time.time())
    if age_s > OLD_S:
        log.backup_old(age_s)
    elif math.isnan(age_s) and (database_s := read_load(store.engine, time.time()).age_s) > OLD_S:
        log.backup_never(database_s)


async def _look_at_clock(store: SqlStore) -> float:
    now, ahead_s = await asyncio.to_thread(store.time_passed)
    if ahead_s:
        log.clock_doubted(ahead_s)
    return now


async def _once(store: SqlStore, retention_days: int, meter: Meter, now: float) -> None:
    purged = await asyncio.to_thread(store.purge, retention_days, now)
    log.purged(purged)
    meter.note(MetricSpec.PURGED_SESSIONS, value=purged)
    log.rotated(await asyncio.to_thread(store.rotate_keys))
