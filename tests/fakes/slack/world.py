"""The workspace a fake Slack holds: people, conversations, messages, files, views."""

import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

Payload = dict[str, Any]

TEAM: Final = "T0PROMPTGEN"
BOT_USER: Final = "U0BOT"
BOT_ID: Final = "B0BOT"
APP: Final = "A0PROMPTGEN"


@dataclass
class Message:
    """A message as the workspace keeps it; an ephemeral one has `only_to`."""

    ts: str
    user: str
    text: str
    channel: str
    blocks: list[Payload] = field(default_factory=list)
    thread_ts: str | None = None
    metadata: Payload | None = None
    only_to: str | None = None
    files: list[Payload] = field(default_factory=list)
    edits: int = 0

    def shown(self) -> str:
        """Return all that a person reads of the message."""
        return "\n".join([self.text, *_words(self.blocks), *(file["name"] for file in self.files)])

    def elements(self) -> Iterator[Payload]:
        """Yield the buttons and selects on the message."""
        for block in self.blocks:
            yield from block.get("elements", []) if block["type"] == "actions" else ()
            if "accessory" in block:
                yield block["accessory"]

    def as_event(self) -> Payload:
        """Return the message as Slack's events and histories show it."""
        shown: Payload = {"type": "message", "ts": self.ts, "user": self.user, "text": self.text, "blocks": self.blocks}
        if self.thread_ts:
            shown["thread_ts"] = self.thread_ts
        if self.user == BOT_USER:
            shown |= {"bot_id": BOT_ID, "app_id": APP, "team": TEAM}
        return shown | ({"metadata": self.metadata} if self.metadata else {})


@dataclass
class Channel:
    """A conversation: a channel, or the DM of the app with one person."""

    id: str
    members: set[str]
    is_im: bool = False


@dataclass
class StoredFile:
    """A file with its bytes; what an app uploads has no channel until the upload is completed."""

    id: str
    name: str
    mimetype: str
    content: bytes = b""
    user: str = BOT_USER

    def as_object(self, base: str) -> Payload:
        """Return the file object of Slack's events."""
        url = f"{base}/files/{self.id}/{self.name}"
        return {
            "id": self.id,
            "name": self.name,
            "mimetype": self.mimetype,
            "filetype": self.name.rpartition(".")[2],
            "size": len(self.content),
            "user": self.user,
            "url_private": url,
            "url_private_download": url,
            "mode": "hosted",
        }


class World:
    """Everything that exists in the workspace."""

    def __init__(self) -> None:
        self.users: dict[str, Payload] = {BOT_USER: {"id": BOT_USER, "is_bot": True, "locale": "en-US"}}
        self.channels: dict[str, Channel] = {}
        self.messages: list[Message] = []
        self.shown: list[Message] = []
        """Every message as it once stood, whatever became of it; what only lost its controls is not shown anew."""

        self.files: dict[str, StoredFile] = {}
        self.views: dict[str, Payload] = {}
        self.homes: dict[str, Payload] = {}
        self._clock = itertools.count(1)
        self._last = 0.0

    def add_user(self, user: str, locale: str = "ko-KR") -> str:
        """Let a person into the workspace."""
        self.users[user] = {"id": user, "is_bot": False, "locale": locale, "name": user.lower()}
        return user

    def add_channel(self, channel: str, *members: str, with_bot: bool = True) -> str:
        """Make a channel."""
        self.channels[channel] = Channel(channel, {*members, *([BOT_USER] if with_bot else [])})
        return channel

    def dm(self, user: str) -> str:
        """Return the DM of the app with a person."""
        channel = f"D{user[1:]}"
        self.channels.setdefault(channel, Channel(channel, {user, BOT_USER}, is_im=True))
        return channel

    def next_ts(self) -> str:
        """Return the timestamp of the next message."""
        self._last = max(time.time(), self._last + 1e-6)
        return f"{self._last:.6f}"

    def next_id(self, prefix: str) -> str:
        """Return a fresh id."""
        return f"{prefix}{next(self._clock):08d}"

    def message(self, channel: str, ts: str) -> Message | None:
        """Return a message by its channel and timestamp."""
        return next((one for one in self.messages if one.channel == channel and one.ts == ts), None)

    def note(self, message: Message) -> None:
        """Note that a message is shown as it is now."""
        self.shown.append(replace(message))

    def thread(self, channel: str, ts: str) -> list[Message]:
        """Return a thread that everybody in the conversation sees, its root first."""
        return [
            one
            for one in self.messages
            if one.channel == channel and one.only_to is None and ts in (one.ts, one.thread_ts)
        ]


def _words(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "text" and isinstance(item, str):
                yield item
            elif key != "confirm":  # nobody sees it before they press
                yield from _words(item)
    elif isinstance(value, list):
        for item in value:
            yield from _words(item)
