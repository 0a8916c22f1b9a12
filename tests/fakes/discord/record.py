"""What happened on the fake Discord, with the means to change it."""

import asyncio
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from tests.fakes.discord import interactions
from tests.fakes.discord.components import LAID_OUT, controls, words
from tests.fakes.discord.gateway import Gateway
from tests.fakes.discord.interactions import EPHEMERAL, Interaction
from tests.fakes.discord.world import Channel, World
from tests.fakes.waiting import until

Json = dict[str, Any]
Upload = tuple[str, bytes]

_NONCE_SECONDS: Final = 180.0


class Refused(Exception):  # noqa: N818 - an answer, not a fault of the fake
    """Discord refuses: HTTP status, its own code, its message."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


@dataclass
class Fault:
    """A fault to inject: the next `times` requests whose `METHOD /path` matches are answered so."""

    pattern: re.Pattern[str]
    status: int
    times: int
    retry_after: float = 0.0
    after: bool = False
    code: int = 0


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it came in."""

    method: str
    path: str
    body: bytes
    at: float


@dataclass(eq=False)
class Record:
    """The whole state of the fake; `faults` must be empty at the end of a test.

    `application` is what its owner has set otherwise than the bot needs it.
    """

    world: World
    gateway: Gateway
    gateway_url: str = ""
    rest_url: str = ""
    shards: int = 1
    commands: list[Json] = field(default_factory=list)
    application: Json = field(default_factory=dict)
    interactions: dict[str, Interaction] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    to_inject: list[Fault] = field(default_factory=list)
    unreachable: set[int] = field(default_factory=set)
    expired: set[int] = field(default_factory=set)
    reads_all: bool = False
    patience: float = 3.0
    clock_ahead: float = 0.0
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    sent_at: dict[str, float] = field(default_factory=dict)
    _nonces: dict[tuple[int, str], tuple[float, Json]] = field(default_factory=dict)

    def check(self, faults: Sequence[str]) -> None:
        """Note what is wrong with a payload, and refuse it as Discord would."""
        if faults:
            self.faults.extend(faults)
            raise Refused(400, 50035, "Invalid Form Body: " + "; ".join(faults))

    def message(self, channel: Channel, message_id: int) -> Json:
        """Return a message of a channel."""
        for message in channel.messages:
            if message["id"] == str(message_id):
                return message
        raise Refused(404, 10008, "Unknown Message")

    def repeated(self, channel: Channel, payload: Json) -> Json | None:
        """Return the message that was sent with this nonce a moment ago."""
        if not payload.get("enforce_nonce"):
            return None
        at, message = self._nonces.get((channel.id, str(payload["nonce"])), (0.0, {}))
        return message if time.monotonic() + self.clock_ahead - at < _NONCE_SECONDS and message else None

    async def post(self, channel: Channel, author: int, payload: Json, files: Sequence[Upload] = ()) -> Json:
        """Put a message into a channel, and tell the gateway."""
        if channel.archived and author != self.world.bot:
            await self.change_thread(channel, {"archived": False})  # who writes in a thread opens it
        message = self._made(channel, author, payload, files)
        if payload.get("nonce") is not None:
            message["nonce"] = str(payload["nonce"])
            self._nonces[channel.id, message["nonce"]] = (time.monotonic() + self.clock_ahead, message)
        channel.messages.append(message)
        channel.posted.append(message)
        self.sent_at[message["id"]] = time.monotonic()
        event = dict(message)
        if channel.guild is not None:
            event["member"] = self.world.member_json(author)
        await self.gateway.dispatch("MESSAGE_CREATE", event, guild=channel.guild)
        await self.notify()
        return message

    async def change(self, message: Json, payload: Json, files: Sequence[Upload] = ()) -> None:
        """Edit a message."""
        before = words(message)
        message.update({key: payload[key] for key in ("content", "components") if payload.get(key) is not None})
        message["flags"] |= payload.get("flags", 0) & LAID_OUT
        if message["flags"] & LAID_OUT:
            message["content"] = ""
        if files:
            message["attachments"] = [self._attach(name, data) for name, data in files]
        changed = "components" in payload and bool(controls(message))
        if changed or words(message) != before:  # what only loses its controls says nothing new
            message["edited_timestamp"] = datetime.now(UTC).isoformat()
        await self.notify()

    async def open_thread(self, parent: Channel, kind: int, name: str) -> Channel:
        """Open a thread owned by the bot."""
        guild = self.world.guilds[parent.guild or 0]
        members = {self.world.bot}
        thread = self.world.channel(guild, kind, parent=parent.id, owner=self.world.bot, name=name, members=members)
        await self.gateway.dispatch("THREAD_CREATE", self.world.channel_json(thread), guild=parent.guild)
        await self.notify()
        return thread

    async def change_thread(self, thread: Channel, change: Json) -> None:
        """Rename, close or open a thread."""
        thread.name = change.get("name", thread.name)
        thread.closes_after = change.get("auto_archive_duration", thread.closes_after)
        thread.archived = change.get("archived", thread.archived)
        await self.gateway.dispatch("THREAD_UPDATE", self.world.channel_json(thread), guild=thread.guild)
        await self.notify()

    async def answer(self, interaction: Interaction, payload: Json, files: Sequence[Upload]) -> None:
        """Take the first response to an interaction."""
        channel = self.world.channels[interaction.channel]
        data = payload.get("data", {})
        changed = None
        if payload["type"] in {interactions.UPDATE, interactions.DEFERRED_UPDATE}:
            changed = self._anywhere(channel, interaction.payload["message"]["id"])
            if changed is None and payload["type"] == interactions.UPDATE:
                raise Refused(404, 10008, "Unknown Message")
        interaction.answer = payload
        interaction.answered_at = time.monotonic()
        if payload["type"] in {interactions.MESSAGE, interactions.DEFERRED}:
            interaction.original = self._shown(channel, data, files)
        elif changed is not None:
            interaction.original = changed
            await self.change(changed, data, files)
        interaction.answered.set()
        await self.notify()

    async def follow_up(self, interaction: Interaction, payload: Json, files: Sequence[Upload]) -> Json:
        """Take a further response to an interaction."""
        message = self._shown(self.world.channels[interaction.channel], payload, files)
        interaction.follow_ups.append(message)
        await self.notify()
        return message

    async def notify(self) -> None:
        """Wake everybody who waits for something to happen."""
        async with self.changed:
            self.changed.notify_all()

    async def until(self, condition: Callable[[], bool], seconds: float = 20.0) -> None:
        """Wait until something holds."""
        await until(condition, self.changed, seconds)

    def _anywhere(self, channel: Channel, message_id: str) -> Json | None:
        """Return a message of a channel, those that only one person sees included; None for one that is gone."""
        alone = (one for each in self.interactions.values() for one in [each.original, *each.follow_ups] if one)
        return next((message for message in [*channel.messages, *alone] if message["id"] == message_id), None)

    def _shown(self, channel: Channel, payload: Json, files: Sequence[Upload]) -> Json:
        message = self._made(channel, self.world.bot, payload, files)
        if not message["flags"] & EPHEMERAL:
            channel.messages.append(message)
            channel.posted.append(message)
        return message

    def _made(self, channel: Channel, author: int, payload: Json, files: Sequence[Upload]) -> Json:
        return self.world.message_json(channel, author, payload, [self._attach(name, data) for name, data in files])

    def _attach(self, name: str, data: bytes) -> Json:
        file_id = str(self.world.snowflake())
        self.uploads[file_id] = (name, data)
        url = f"{self.rest_url.removesuffix('/api/v10')}/attachments/{file_id}"
        return {"id": file_id, "filename": name, "size": len(data), "url": url, "proxy_url": url}
