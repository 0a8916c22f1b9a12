"""The places of Discord.

All of Discord is one workspace: a person is the same in every server, and forgets everywhere at once. The channel of a
place is the server, the thread is what Discord calls a channel: a thread or a DM.
"""

from typing import Final

from core.messages import Place

PLATFORM: Final = "discord"
DMS: Final = "@me"
"""The server of all direct messages."""

EVERYWHERE: Final = "discord"
"""The one workspace."""


def direct_message(channel: int | str) -> Place:
    """Return the DM with one person."""
    return Place(PLATFORM, EVERYWHERE, DMS, str(channel))


def thread_of(guild: int | str, thread: int | str) -> Place:
    """Return a server's thread, where others read along."""
    return Place(PLATFORM, EVERYWHERE, str(guild), str(thread), private=False)


def ephemeral(guild: int | None, channel: int, person: int) -> Place:
    """Return the conversation that one person alone sees in a channel where the bot cannot write."""
    return Place(PLATFORM, EVERYWHERE, str(guild or DMS), f"{channel}/{person}")


def is_ephemeral(place: Place) -> bool:
    """Say whether a place exists in answers to one person's interactions alone."""
    return "/" in place.thread


def channel_of(place: Place) -> str:
    """Return Discord's id of the channel to write to."""
    return place.thread


def shard_of(place: Place, shards: int) -> int:
    """Return the shard that gets the events of a place; direct messages come to the first.

    https://discord.com/developers/docs/events/gateway#sharding
    """
    return 0 if place.channel == DMS else (int(place.channel) >> 22) % shards
