"""The places of Slack: the one a payload comes from, and the one a modal remembers."""

import json
from typing import Final

from bots.shared.custom_ids import read_address
from bots.slack.payload import Payload
from core.messages import Place

PLATFORM: Final = "slack"


def direct_message(workspace: str, channel: str, *, guest: bool = False) -> Place:
    """Return the DM of the app with one person: one conversation, whatever thread of it they write in."""
    return Place(PLATFORM, workspace, channel, guest=guest)


def thread_of(workspace: str, channel: str, thread: str, *, guest: bool = False) -> Place:
    """Return a channel's thread, where others read along."""
    return Place(PLATFORM, workspace, channel, thread, private=False, guest=guest)


def place_of_message(payload: Payload, channel: str, thread: str) -> Place:
    """Return the place of a message, told by Slack's prefixes: D is a DM, C and G are shared."""
    return _place(workspace_of(payload), channel, thread, guest=is_guest(payload))


def dump_place(place: Place, thread: str = "", session: str = "") -> str:
    """Return a modal's `private_metadata`: a place, the thread of a DM that the person has open, an interview."""
    return json.dumps([place.workspace, place.channel, place.thread, thread, session, place.guest])


def load_place(metadata: str) -> tuple[Place, str] | None:
    """Return the place that a modal remembers, with the open thread; None if it remembers none."""
    match json.loads(metadata or "null"):
        case [str(workspace), str(channel), str(thread), str() | None as opened, *more]:
            return _place(workspace, channel, thread, guest=more[1:] == [True]), opened or ""
        case _:
            return None


def load_session(metadata: str) -> tuple[str, int]:
    """Return the interview that a modal is about with the version of its prompt; none for the newest at its place."""
    match json.loads(metadata or "null"):
        case [_, _, _, _, str(address), *_]:
            return read_address(address)
        case _:
            return "", 0


def workspace_of(payload: Payload) -> str:
    """Return the workspace a payload is about: the one we are installed in, also for guests of other companies.

    What a guest does in a channel that two companies share names their own workspace outside, and the one that the app
    is installed in within: https://docs.slack.dev/apis/slack-connect. For an organization's installation, it is the
    person's.
    """
    view, team = payload.get("view") or {}, payload.get("team") or {}
    installed = view.get("app_installed_team_id") or _team_of_ours(payload)
    if not installed:
        installed = next((one.get("team_id") for one in payload.get("authorizations") or []), None)
    return str(installed or payload.get("team_id") or team.get("id") or payload.get("user", {}).get("team_id") or "")


def is_guest(payload: Payload) -> bool:
    """Say whether a person belongs to another company than the workspace."""
    event, user = payload.get("event"), payload.get("user")
    if event is None:
        theirs = user.get("team_id") if isinstance(user, dict) else None
    elif payload.get("is_ext_shared_channel"):
        theirs = event.get("user_team") or event.get("source_team") or event.get("team")
    else:
        theirs = None
    return bool(theirs) and theirs not in {workspace_of(payload), *_organizations(payload)}


def _team_of_ours(payload: Payload) -> str | None:
    """Return the team of our own message that was pressed on, outside organizations that install for all of theirs."""
    team = (payload.get("message") or {}).get("team") if payload.get("type") == "block_actions" else None
    return team if isinstance(team, str) and not payload.get("enterprise") else None


def _organizations(payload: Payload) -> set[str]:
    """Return the organization whose workspaces are those of one company."""
    named = [payload.get("enterprise"), payload.get("team"), *(payload.get("authorizations") or [])]
    ids = [one.get("enterprise_id") or one.get("id") for one in named if isinstance(one, dict)]
    return {one for one in ids if isinstance(one, str) and one.startswith("E")}


def _place(workspace: str, channel: str, thread: str, *, guest: bool) -> Place:
    if channel.startswith("D"):
        return direct_message(workspace, channel, guest=guest)
    return thread_of(workspace, channel, thread, guest=guest)
