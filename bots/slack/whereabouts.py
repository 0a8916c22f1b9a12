"""The place a payload comes from, and the place a modal remembers."""

import json
from typing import Final

from bots.codes import read_address
from bots.slack.payload import Payload
from core.incoming import Place

PLATFORM: Final = "slack"


def direct_message(workspace: str, channel: str) -> Place:
    """Return the DM of the app with one person: one conversation, whatever thread of it they write in."""
    return Place(PLATFORM, workspace, channel)


def thread_of(workspace: str, channel: str, thread: str) -> Place:
    """Return a channel's thread, where others read along."""
    return Place(PLATFORM, workspace, channel, thread, private=False)


def place_of_message(workspace: str, channel: str, thread: str) -> Place:
    """Return the place of a message, told by Slack's prefixes: D is a DM, C and G are shared."""
    if channel.startswith("D"):
        return direct_message(workspace, channel)
    return thread_of(workspace, channel, thread)


def dump_place(place: Place, thread: str = "", session: str = "") -> str:
    """Return a modal's `private_metadata`: a place, the thread of a DM that the person has open, an interview."""
    return json.dumps([place.workspace, place.channel, place.thread, thread, session])


def load_place(metadata: str) -> tuple[Place, str] | None:
    """Return the place that a modal remembers, with the open thread; None if it remembers none."""
    match json.loads(metadata or "null"):
        case [str(workspace), str(channel), str(thread), str() | None as opened, *_]:
            return place_of_message(workspace, channel, thread), opened or ""
        case _:
            return None


def load_session(metadata: str) -> tuple[str, int]:
    """Return the interview that a modal is about with the version of its prompt; none for the newest at its place."""
    match json.loads(metadata or "null"):
        case [_, _, _, _, str(address)]:
            return read_address(address)
        case _:
            return "", 0


def workspace_of(payload: Payload) -> str:
    """Return the workspace a payload is about; for an organization's installation, the person's."""
    team = payload.get("team") or {}
    return str(payload.get("team_id") or team.get("id") or payload.get("user", {}).get("team_id") or "")
