"""The processes of the bot that live, and the shards that they have."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection, bindparam, delete, select, text
from sqlmodel import col

from core.adapters.store.outbox import is_leased
from core.adapters.store.tables import ProcessRow
from core.ports.processes import BotProcess, Deal

_LEASE_S: Final = 10.0
_GONE_S: Final = 600.0
"""When a row goes that a killed process left; by then no clock of another machine could take it for alive."""

_LOCK: Final = text("SELECT pg_advisory_xact_lock(hashtextextended(:platform, 2))")
_ALL: Final = select(ProcessRow).where(col(ProcessRow.platform) == bindparam("platform"))
_TELL: Final = text(
    "INSERT INTO bot_process (platform, id, address, shards, leased_until)"
    " VALUES (:platform, :id, :address, :shards, :leased_until)"
    " ON CONFLICT (platform, id) DO UPDATE SET shards = excluded.shards, leased_until = excluded.leased_until"
)
_LEAVE: Final = delete(ProcessRow).where(
    col(ProcessRow.platform) == bindparam("of_platform"), col(ProcessRow.id) == bindparam("of_id")
)
_FORGET: Final = delete(ProcessRow).where(
    col(ProcessRow.platform) == bindparam("of_platform"), col(ProcessRow.leased_until) < bindparam("gone")
)


class SqlProcesses:
    """A `core.ports.processes.Processes` beside the store's other tables; any thread may use it."""

    def __init__(self, begin: Callable[[], AbstractContextManager[Connection]], clock: Callable[[], float]) -> None:
        self._begin: Final = begin
        self._clock: Final = clock

    def meet(self, platform: str, me: BotProcess, deal: Deal) -> tuple[BotProcess, ...]:
        """Tell that a process lives, deal it shards while nobody else is dealt any; return it, then the others."""
        now = self._clock()
        with self._begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(_LOCK, {"platform": platform})
            rows = connection.execute(_ALL, {"platform": platform}).all()
            alive = [row for row in rows if is_leased(row.leased_until, now)]
            others = [
                BotProcess(row.id, row.address, frozenset(json.loads(row.shards))) for row in alive if row.id != me.id
            ]
            me = replace(me, shards=frozenset(deal(others, len(others) < len(alive))))
            told = {"address": me.address, "shards": json.dumps(sorted(me.shards)), "leased_until": now + _LEASE_S}
            connection.execute(_TELL, {"platform": platform, "id": me.id, **told})
            connection.execute(_FORGET, {"of_platform": platform, "gone": now - _GONE_S})
        return (me, *others)

    def leave(self, platform: str, process_id: str) -> None:
        """Tell that a process ends."""
        with self._begin() as connection:
            connection.execute(_LEAVE, {"of_platform": platform, "of_id": process_id})
