"""What the fake Discord knows: people, servers, channels, messages."""

import itertools
import time
from dataclasses import dataclass, field
from typing import Any, Final

Json = dict[str, Any]

DM: Final = 1
TEXT: Final = 0
GROUP_DM: Final = 3
PUBLIC_THREAD: Final = 11
PRIVATE_THREAD: Final = 12
_EPOCH_MS: Final = 1_420_070_400_000


@dataclass(eq=False)
class Channel:
    """A channel of any type.

    `barred` names what the bot may not do here: `view`, `send`, open a thread (`private`, `public`) or `change` one.
    """

    id: int
    type: int
    guild: int | None = None
    parent: int | None = None
    owner: int | None = None
    name: str = ""
    archived: bool = False
    closes_after: int = 1440
    members: set[int] = field(default_factory=set)
    barred: set[str] = field(default_factory=set)
    messages: list[Json] = field(default_factory=list)
    posted: list[Json] = field(default_factory=list)
    """All messages that ever came, those that were deleted, too."""


@dataclass(eq=False)
class Guild:
    """A server; `bot_inside` is false where the app is only installed to a user."""

    id: int
    name: str
    bot_inside: bool = True


@dataclass(eq=False)
class World:
    """All of it, with the ids that Discord gives: snowflakes, sorted by time."""

    bot: int = 0
    application: int = 0
    users: dict[int, str] = field(default_factory=dict)
    guilds: dict[int, Guild] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._serial = itertools.count()
        self.bot = self.user("promptgen")
        self.application = self.snowflake()

    def snowflake(self, shard: int | None = None, shards: int = 1) -> int:
        """Return a new id, for a guild one that a given shard is responsible for."""
        milliseconds = int(time.time() * 1000) - _EPOCH_MS
        if shard is not None:
            milliseconds += (shard - milliseconds) % shards
        return (milliseconds << 22) | (next(self._serial) & 0x3FFFFF)

    def user(self, name: str) -> int:
        """Add a person."""
        new = self.snowflake()
        self.users[new] = name
        return new

    def guild(self, name: str = "한빛상사", *, bot_inside: bool = True, shard: int = 0, shards: int = 1) -> Guild:
        """Add a server."""
        new = Guild(self.snowflake(shard, shards), name, bot_inside)
        self.guilds[new.id] = new
        return new

    def channel(self, guild: Guild | None = None, kind: int = TEXT, **known: Any) -> Channel:  # noqa: ANN401 - as Channel
        """Add a channel."""
        new = Channel(self.snowflake(), kind, guild.id if guild else None, **known)
        self.channels[new.id] = new
        return new

    def dm(self, person: int) -> Channel:
        """Return the DM between the bot and a person."""
        for channel in self.channels.values():
            if channel.type == DM and person in channel.members:
                return channel
        return self.channel(kind=DM, members={person, self.bot})

    def user_json(self, user: int) -> Json:
        """Return a user object."""
        name = self.users[user]
        return {
            "id": str(user),
            "username": name,
            "discriminator": "0",
            "global_name": name,
            "avatar": None,
            "bot": user == self.bot,
        }

    def member_json(self, user: int) -> Json:
        """Return a guild member object."""
        return {
            "user": self.user_json(user),
            "roles": [],
            "joined_at": "2026-01-01T00:00:00+00:00",
            "deaf": False,
            "mute": False,
            "flags": 0,
            "permissions": "0",
        }

    def channel_json(self, channel: Channel) -> Json:
        """Return a channel object."""
        shape: Json = {"id": str(channel.id), "type": channel.type, "name": channel.name, "flags": 0}
        if channel.guild is not None:
            shape |= {"guild_id": str(channel.guild), "position": 0, "permission_overwrites": [], "permissions": "0"}
        else:
            shape["recipients"] = [self.user_json(user) for user in channel.members if user != self.bot]
        if channel.parent is not None:
            shape |= _thread_json(channel)
        return shape

    def guild_json(self, guild: Guild) -> Json:
        """Return a GUILD_CREATE payload."""
        here = [channel for channel in self.channels.values() if channel.guild == guild.id]
        return {
            "id": str(guild.id),
            "name": guild.name,
            "owner_id": str(self.bot),
            "roles": [{"id": str(guild.id), "name": "@everyone", "permissions": "0", "position": 0} | _ROLE],
            "members": [self.member_json(self.bot)],
            "member_count": 2,
            "channels": [self.channel_json(channel) for channel in here if channel.parent is None],
            "threads": [self.channel_json(channel) for channel in here if channel.parent is not None],
            "unavailable": False,
        }

    def message_json(self, channel: Channel, author: int, payload: Json, attachments: list[Json]) -> Json:
        """Return a new message object, not yet in its channel."""
        content = payload.get("content") or ""
        shape: Json = {
            "id": str(self.snowflake()),
            "channel_id": str(channel.id),
            "type": payload.get("type", 0),
            "author": self.user_json(author),
            "content": content,
            "timestamp": "2026-11-21T00:00:00+00:00",
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [self.user_json(user) for user in self.users if f"<@{user}>" in content],
            "mention_roles": [],
            "attachments": attachments,
            "embeds": [],
            "pinned": False,
            "flags": payload.get("flags", 0),
            "components": payload.get("components", []),
        }
        if channel.guild is not None:
            shape["guild_id"] = str(channel.guild)
        for name in ("message_reference", "sticker_items", "message_snapshots"):
            if name in payload:
                shape[name] = payload[name]
        return shape


_ROLE: Final[Json] = {"color": 0, "hoist": False, "managed": False, "mentionable": False, "flags": 0}


def _thread_json(channel: Channel) -> Json:
    return {
        "parent_id": str(channel.parent),
        "owner_id": str(channel.owner),
        "message_count": len(channel.messages),
        "member_count": len(channel.members),
        "thread_metadata": {
            "archived": channel.archived,
            "auto_archive_duration": channel.closes_after,
            "archive_timestamp": "2026-11-21T00:00:00+00:00",
            "locked": False,
            "invitable": False,
        },
    }
