"""Which shards this process has, where they are leased in the database and dealt out evenly to those that live."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import replace
from typing import Final

from bots.discord import log
from bots.discord.places import PLATFORM
from bots.shared.process_presence import Presence
from core.ports.processes import BotProcess, Processes

Open = Callable[[int], Awaitable[None]]
Close = Callable[[Collection[int]], Awaitable[None]]


class ShardLeases:
    """Opens the shards that this process is dealt, and closes those that it has no more."""

    def __init__(self, processes: Processes, count: int) -> None:
        """Take where processes meet, and how many shards they have together."""
        self._count: Final = count
        self._presence: Final = Presence(processes, PLATFORM, deal=self._deal)
        self._opening: Final[dict[int, asyncio.Task[None]]] = {}
        self._one_at_a_time: Final = asyncio.Lock()  # Discord takes an identification in five seconds

    @property
    def held(self) -> frozenset[int]:
        """The shards that this process has now."""
        return self._presence.me.shards

    @property
    def is_dealt(self) -> bool:
        """Whether this process has shards, or there are none for it: more processes than shards leave some to wait."""
        return bool(self.held) or share_of(self._presence.me, self._presence.others, self._count) == 0

    async def keep(self, open_shard: Open, close_others: Close) -> None:
        """Keep the shards until cancelled; `close_others` closes all that are open, except those that it is given."""

        async def settle() -> None:
            self._give_back()
            for shard in self._opening.keys() - self.held:
                self._opening.pop(shard).cancel()
            await close_others(self.held)
            for shard in sorted(self.held - self._opening.keys()):
                self._opening[shard] = asyncio.create_task(self._open(shard, open_shard))

        try:
            await self._presence.watch(settle)
        finally:
            for task in self._opening.values():
                task.cancel()

    async def leave(self) -> None:
        """Let the other processes have the shards, which are closed, at once."""
        await self._presence.leave()

    async def _open(self, shard: int, open_shard: Open) -> None:
        async with self._one_at_a_time:
            try:
                await open_shard(shard)
            except Exception as error:  # noqa: BLE001 - it is opened at the next meeting, and keeps no other waiting
                log.event_failed("shard", error)
                self._opening.pop(shard, None)

    def _deal(self, others: Sequence[BotProcess], stays: bool) -> Collection[int]:  # noqa: FBT001 - a port's
        return dealt(self._presence.me, others, self._count, stays=stays)

    def _give_back(self) -> None:
        """Have no more than a share; the others are told at the next meeting, when what is too much is closed."""
        me, others = self._presence.me, self._presence.others
        kept = sorted(me.shards)[: share_of(me, others, self._count)]
        self._presence.me = replace(me, shards=frozenset(kept))


def dealt(me: BotProcess, others: Sequence[BotProcess], count: int, *, stays: bool) -> frozenset[int]:
    """Return the shards of a process from now on: those of its own that nobody else has, and its share of the free.

    Who has just come takes none yet, or the first of several that start together would take all. Nor does one whose own
    lease has run out: the database was away then, and those who seem to be dead are not.
    """
    taken = frozenset().union(*(other.shards for other in others))
    mine = me.shards - taken
    if not stays:
        return mine
    free = sorted(frozenset(range(count)) - taken - mine)
    return mine.union(free[: max(0, share_of(me, others, count) - len(mine))])


def share_of(me: BotProcess, others: Sequence[BotProcess], count: int) -> int:
    """Return how many shards a process is to have; who has more keeps the odd ones, so that few change hands."""
    everybody = sorted((me, *others), key=lambda one: (-len(one.shards), one.id))
    each, odd = divmod(count, len(everybody))
    return each + (everybody.index(me) < odd)
