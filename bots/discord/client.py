"""The connection to Discord: discord.py's client, told to keep nothing that people wrote."""

import asyncio
import sys
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Any, Final, cast

import aiohttp
import discord
from discord.gateway import DiscordWebSocket

from bots.discord import log
from bots.discord.commands import commands
from bots.discord.dispatcher import Dispatcher
from bots.discord.interactions import Payload, Read
from bots.discord.rest import Rest
from bots.discord.shards import ShardLeases

_OF_PEOPLE: Final = frozenset({"on_payload", "on_message"})


class DiscordClient(discord.AutoShardedClient):
    """Hands events to the dispatcher; `shards` are this process's, of how many, with `leases` those that it is dealt.

    A stop waits for so many seconds (`drain_s`) for what is being handled. `trace` sees the requests to Discord.
    """

    def __init__(  # noqa: PLR0913 - what most bots do without
        self,
        make_dispatcher: Callable[[Rest, aiohttp.ClientSession, Read], Dispatcher],
        *,
        reads_threads: bool = False,
        shards: tuple[tuple[int, ...], int] | None = None,
        leases: ShardLeases | None = None,
        drain_s: float = 10,
        trace: aiohttp.TraceConfig | None = None,
    ) -> None:
        traced: dict[str, Any] = {"http_trace": trace} if trace else {}
        share: dict[str, Any] = {"shard_ids": list(shards[0]) or None, "shard_count": shards[1]} if shards else {}
        super().__init__(
            intents=_intents(reads_threads=reads_threads),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            allowed_mentions=discord.AllowedMentions.none(),
            **share,
            **traced,
        )
        self._make_dispatcher = make_dispatcher
        self._leases = leases
        self._leasing: asyncio.Task[None] | None = None
        self._drain_s = drain_s
        self._connected: set[int] = set()
        self._session: aiohttp.ClientSession | None = None
        self._watch: asyncio.Task[None] | None = None
        self._dispatcher: Dispatcher | None = None
        self._handling: set[asyncio.Task[Any]] = set()

    async def setup_hook(self) -> None:
        """Register the commands, and begin to deliver what an earlier process left."""
        self._session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        rest = Rest(self, self._session)
        self._dispatcher = dispatcher = self._make_dispatcher(rest, self._session, self._read)
        wanted = commands(collects=dispatcher.relay.collects)
        dispatcher.mentions.learn(await rest.put_commands(self.application_id or 0, wanted))
        # discord.py keeps no payload of what it reads, and an interaction is sealed as it came.
        self._connection.parsers["INTERACTION_CREATE"] = lambda payload: self.dispatch("payload", payload)
        self._watch = asyncio.create_task(dispatcher.watch())

    async def launch_shards(self) -> None:
        """Open this process's shards, which may become more and less where they are leased."""
        if self._leases is None:
            await super().launch_shards()
            return
        self._connection.shard_count = self.shard_count
        self._connection.shard_ids = range(self.shard_count or 0)
        self._leasing = asyncio.create_task(self._leases.keep(self._open_shard, self._close_others))

    async def close(self) -> None:
        """Take nothing new, let what is being handled come to its end, then disconnect.

        Messages that come in the meantime are found by the next process; who presses a button has to press it again.
        """
        if self._watch is not None:
            self._watch.cancel()
        if self._leasing is not None:
            self._leasing.cancel()
        await self._close_others(())
        if self._leases is not None:
            await self._leases.leave()
        if self._handling:
            await asyncio.wait(self._handling, timeout=self._drain_s)
        await super().close()
        if self._session is not None:
            await self._session.close()

    async def on_payload(self, payload: Payload) -> None:
        """Take an interaction."""
        with self._handled():
            await self._running.interactions.take(payload)

    async def on_message(self, message: discord.Message) -> None:
        """Take a message."""
        with self._handled():
            await self._running.messages.take(message)

    async def on_shard_connect(self, shard_id: int) -> None:
        """Look for what was said while no session was there to be told; a resumed one is told by Discord."""
        log.ready(shard_id)
        self._connected.add(shard_id)
        await self._running.backfill.look(self, shard_id, time.time())

    async def on_shard_resumed(self, shard_id: int) -> None:
        """Note that a shard is there again."""
        self._connected.add(shard_id)

    async def on_shard_disconnect(self, shard_id: int) -> None:
        """Note that a shard is away; discord.py connects it anew by itself."""
        self._connected.discard(shard_id)

    async def is_connected(self) -> bool:
        """Say whether all shards of this process are connected."""
        if self._leases is not None:
            return self._leases.is_dealt and self._connected >= self._leases.held
        return bool(self.shards) and self._connected >= self.shards.keys()

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget a server that removed the bot."""
        await self._running.removed(guild.id)

    async def on_error(self, event_method: str, /, *_args: Any, **_kwargs: Any) -> None:  # noqa: ANN401 - as discord.py calls it
        """Log the kind of a failure, without its text."""
        error = sys.exception()
        log.event_failed(event_method, error)
        if error and event_method in _OF_PEOPLE:
            self._running.failed(error)

    async def _open_shard(self, shard: int) -> None:
        await self.launch_shard(DiscordWebSocket.DEFAULT_GATEWAY, shard, initial=not self.shards)

    async def _close_others(self, kept: Collection[int]) -> None:
        """Close all shards but these; one that is closed and connects itself anew is closed the next time."""
        for number, shard in self.shards.items():
            if number not in kept:
                await shard.disconnect()

    def _read(self, payload: Payload) -> discord.Interaction[Any]:
        return discord.Interaction(data=cast("Any", payload), state=self._connection)

    @contextmanager
    def _handled(self) -> Iterator[None]:
        handling = {task} if (task := asyncio.current_task()) else set()
        self._handling |= handling
        try:
            yield
        finally:
            self._handling -= handling

    @property
    def _running(self) -> Dispatcher:
        if self._dispatcher is None:
            msg = "setup_hook runs before the first event"
            raise RuntimeError(msg)
        return self._dispatcher


def _intents(*, reads_threads: bool) -> discord.Intents:
    """Return the least that is needed; `message_content` alone is privileged, and only for typing in threads."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True, message_content=reads_threads)
