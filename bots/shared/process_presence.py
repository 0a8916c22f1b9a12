"""Telling the other processes of the bot that this one is there, and hearing of them."""

import asyncio
import uuid
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from typing import Final

from bots.ops import log
from core.errors import PromptgenError, ServiceError
from core.ports.processes import BotProcess, Deal, Processes

EVERY_S: Final = 2.0  # the lease is for 10


class Presence:
    """This process among the others; what is known of them is at most as old as the last meeting."""

    def __init__(
        self, processes: Processes, platform: str, address: str = "", deal: Deal = lambda _others, _stays: ()
    ) -> None:
        """Take the address at which the others reach this process, and what deals it shards."""
        self._processes: Final = processes
        self._platform: Final = platform
        self._deal: Final = deal
        self.me = BotProcess(uuid.uuid4().hex, address)
        self.others: tuple[BotProcess, ...] = ()

    async def meet(self) -> None:
        """Tell once that this process lives.

        Raises:
            StoreUnavailable: The database does not answer.
        """
        self.me, *others = await asyncio.to_thread(self._processes.meet, self._platform, self.me, self._deal)
        self.others = tuple(others)

    async def watch(self, then: Callable[[], Awaitable[None]] | None = None) -> None:
        """Meet again and again, until cancelled; `then` is awaited after each meeting."""
        while True:
            try:
                await self.meet()
                if then:
                    await then()
            except PromptgenError as error:
                log.presence_failed(self._platform, error.code)
            except Exception as error:  # noqa: BLE001 - it must not end: the others would take this process for dead
                log.presence_failed(self._platform, type(error).__name__)
            await asyncio.sleep(EVERY_S)

    async def leave(self) -> None:
        """Tell that this process ends; where that cannot be told, its lease runs out."""
        self.me = replace(self.me, shards=frozenset())
        with suppress(ServiceError):
            await asyncio.to_thread(self._processes.leave, self._platform, self.me.id)
