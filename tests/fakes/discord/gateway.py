"""The gateway: one WebSocket per shard, zlib-stream, sessions that can be resumed."""

import asyncio
import itertools
import json
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

from aiohttp import WSMsgType, web

from tests.fakes.discord.world import World

Json = dict[str, Any]

_DISPATCH, _HEARTBEAT, _IDENTIFY, _RESUME, _RECONNECT, _INVALID, _HELLO, _ACK = 0, 1, 2, 6, 7, 9, 10, 11
_FINAL: Final = frozenset({1000, 1001})
_MESSAGE_CONTENT: Final = 1 << 15
_GUILD_MESSAGES: Final = 1 << 9
_DM_MESSAGES: Final = 1 << 12


@dataclass(eq=False)
class Link:
    """One open WebSocket."""

    socket: web.WebSocketResponse
    compressor: Any | None

    async def send(
        self, op: int, data: object = None, *, sequence: int | None = None, event: str | None = None
    ) -> None:
        """Send one payload, unless whoever listened is gone, or is just now being killed."""
        text = json.dumps({"op": op, "d": data, "s": sequence, "t": event}, ensure_ascii=False)
        if self.socket.closed:
            return
        with suppress(ConnectionResetError):
            if self.compressor is None:
                await self.socket.send_str(text)
            else:
                squeezed = self.compressor.compress(text.encode()) + self.compressor.flush(zlib.Z_SYNC_FLUSH)
                await self.socket.send_bytes(squeezed)


@dataclass(eq=False)
class GatewaySession:
    """What the gateway keeps of a shard over reconnects: every event with its sequence number."""

    id: str
    shard: int
    shards: int
    intents: int
    events: list[tuple[int, str, Json]] = field(default_factory=list)
    link: Link | None = None


class Gateway:
    """All sessions; events go to the shard they belong to, and wait for it while it is away."""

    def __init__(self, world: World, url: Callable[[], str]) -> None:
        self.world = world
        self.sessions: dict[str, GatewaySession] = {}
        self.identified = 0
        self.resumed = 0
        self.heartbeats = 0
        self.heartbeat_ms = 41_250
        self._url = url
        self._changed = asyncio.Condition()
        self._serial = itertools.count(1)

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection from HELLO to its end."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        compressor = zlib.compressobj() if request.query.get("compress") == "zlib-stream" else None
        link = Link(socket, compressor)
        await link.send(_HELLO, {"heartbeat_interval": self.heartbeat_ms})
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._received(link, json.loads(message.data))
        await self._gone(link, socket.close_code)
        return socket

    async def dispatch(self, event: str, data: Json, *, guild: int | None = None) -> bool:
        """Send an event to its shard; false if no session is there to keep it."""
        session = self._session_for(guild)
        if session is None or not _wanted(session, event, data):
            return False
        seen = _as_seen(session, event, data, self.world)
        sequence = len(session.events) + 1
        session.events.append((sequence, event, seen))
        if session.link is not None:
            await session.link.send(_DISPATCH, seen, sequence=sequence, event=event)
        return True

    async def ready(self, identified: int) -> None:
        """Wait until so many shards have identified in all."""
        async with self._changed:
            await self._changed.wait_for(lambda: self.identified >= identified)

    async def gone(self) -> None:
        """Wait until no connection is open."""
        async with self._changed:
            await self._changed.wait_for(lambda: not self._links())

    async def drop(self, code: int = 4000) -> None:
        """Close every connection; the sessions stay and can be resumed."""
        for session in self.sessions.values():
            link, session.link = session.link, None
            if link is not None:
                await link.socket.close(code=code)

    async def ask_reconnect(self) -> None:
        """Send RECONNECT to every connection."""
        for link in self._links():
            await link.send(_RECONNECT)

    async def invalidate(self, *, resumable: bool) -> None:
        """Send INVALID_SESSION to every connection."""
        links = self._links()
        if not resumable:
            self.sessions.clear()
        for link in links:
            await link.send(_INVALID, resumable)

    def forget(self) -> None:
        """Lose every session, so that RESUME is refused."""
        self.sessions.clear()

    def _links(self) -> list[Link]:
        return [session.link for session in self.sessions.values() if session.link is not None]

    def _session_for(self, guild: int | None) -> GatewaySession | None:
        for session in reversed(list(self.sessions.values())):
            if session.shard == (0 if guild is None else (guild >> 22) % session.shards):
                return session
        return None

    async def _received(self, link: Link, payload: Json) -> None:
        op = payload["op"]
        if op == _HEARTBEAT:
            self.heartbeats += 1
            await link.send(_ACK)
        elif op == _IDENTIFY:
            await self._identify(link, payload["d"])
        elif op == _RESUME:
            await self._resume(link, payload["d"])

    async def _identify(self, link: Link, data: Json) -> None:
        self.identified += 1
        shard, shards = data.get("shard", [0, 1])
        for old in [one for one in self.sessions.values() if one.shard == shard]:
            del self.sessions[old.id]
        session = GatewaySession(f"session-{next(self._serial)}", shard, shards, data["intents"], link=link)
        self.sessions[session.id] = session
        guilds = [
            guild for guild in self.world.guilds.values() if guild.bot_inside and (guild.id >> 22) % shards == shard
        ]
        await self._push(session, "READY", self._ready(session, [guild.id for guild in guilds]))
        for guild in guilds:
            await self._push(session, "GUILD_CREATE", self.world.guild_json(guild))
        async with self._changed:
            self._changed.notify_all()

    def _ready(self, session: GatewaySession, guilds: list[int]) -> Json:
        return {
            "v": 10,
            "user": self.world.user_json(self.world.bot),
            "guilds": [{"id": str(guild), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": self._url(),
            "shard": [session.shard, session.shards],
            "application": {"id": str(self.world.application), "flags": 0},
        }

    async def _push(self, session: GatewaySession, event: str, data: Json) -> None:
        session.events.append((len(session.events) + 1, event, data))
        if session.link is not None:
            await session.link.send(_DISPATCH, data, sequence=len(session.events), event=event)

    async def _resume(self, link: Link, data: Json) -> None:
        session = self.sessions.get(data["session_id"])
        if session is None:
            await link.send(_INVALID, data=False)
            return
        self.resumed += 1
        session.link = link
        for sequence, event, seen in session.events[data["seq"] :]:
            await link.send(_DISPATCH, seen, sequence=sequence, event=event)
        await self._push(session, "RESUMED", {})

    async def _gone(self, link: Link, code: int | None) -> None:
        for session in [one for one in self.sessions.values() if one.link is link]:
            session.link = None
            if code in _FINAL:
                del self.sessions[session.id]
        async with self._changed:
            self._changed.notify_all()


def _wanted(session: GatewaySession, event: str, data: Json) -> bool:
    if event != "MESSAGE_CREATE":
        return True
    return bool(session.intents & (_GUILD_MESSAGES if "guild_id" in data else _DM_MESSAGES))


def _as_seen(session: GatewaySession, event: str, data: Json, world: World) -> Json:
    """Empty what an app without the Message Content intent may not read."""
    if event != "MESSAGE_CREATE" or session.intents & _MESSAGE_CONTENT:
        return data
    return hidden(data, world)


def hidden(message: Json, world: World) -> Json:
    """Return a message as an app without the Message Content intent gets it."""
    mentioned = any(user["id"] == str(world.bot) for user in message["mentions"])
    if "guild_id" not in message or mentioned or message["author"]["id"] == str(world.bot):
        return message
    return message | {"content": "", "attachments": [], "components": [], "embeds": []}
