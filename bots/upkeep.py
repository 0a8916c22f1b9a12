"""What a running bot does once a day: delete what is past its time, and seal the vault under its newest key."""

import asyncio
from typing import Final

from bots import log
from bots.meter import Meter
from core.adapters.store.store import SqlStore
from core.errors import PromptgenError

_DAY_S: Final = 86_400.0


async def keep_up(store: SqlStore, retention_days: int, meter: Meter, every_s: float = _DAY_S) -> None:
    """Do it now and then again and again, until cancelled; a database that is away is tried again the next time."""
    while True:
        try:
            purged = await asyncio.to_thread(store.purge, retention_days)
            log.purged(purged)
            meter.purged(purged)
            log.rotated(await asyncio.to_thread(store.rotate_keys))
        except PromptgenError as error:
            log.upkeep_failed(error.code)
        await asyncio.sleep(every_s)
