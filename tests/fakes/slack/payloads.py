"""The payloads Slack delivers, as its documentation shows them."""

from tests.fakes.slack.world import APP, BOT_USER, TEAM, Message, Payload


def event_callback(event: Payload, event_id: str) -> Payload:
    """Return the Events API's outer payload around an event."""
    return {
        "type": "event_callback",
        "token": "verification",
        "team_id": TEAM,
        "api_app_id": APP,
        "event": event,
        "event_id": event_id,
        "event_time": 1_790_000_000,
        "authorizations": [{"enterprise_id": None, "team_id": TEAM, "user_id": BOT_USER, "is_bot": True}],
        "is_ext_shared_channel": False,
    }


def message(posted: Message, channel_type: str, *, files: list[Payload] | None = None) -> Payload:
    """Return the event of a person's message."""
    event: Payload = posted.as_event() | {
        "channel": posted.channel,
        "channel_type": channel_type,
        "event_ts": posted.ts,
        "team": TEAM,
        "client_msg_id": f"client-{posted.ts}",
    }
    if posted.thread_ts:
        event["parent_user_id"] = BOT_USER
    return event | ({"subtype": "file_share", "files": files} if files else {})


def mention(posted: Message) -> Payload:
    """Return the event of a message that names the app."""
    return posted.as_event() | {"type": "app_mention", "channel": posted.channel, "event_ts": posted.ts, "team": TEAM}


def slash_command(user: str, channel: str, text: str, trigger_id: str, response_url: str) -> Payload:
    """Return the form of a slash command."""
    return {
        "token": "verification",
        "team_id": TEAM,
        "team_domain": "t",
        "channel_id": channel,
        "channel_name": "directmessage" if channel.startswith("D") else "general",
        "user_id": user,
        "user_name": user.lower(),
        "command": "/promptgen",
        "text": text,
        "api_app_id": APP,
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": trigger_id,
    }


def shortcut(user: str, trigger_id: str, callback_id: str, on: Message | None = None) -> Payload:
    """Return a global shortcut, or a message shortcut on a message."""
    shared: Payload = {
        "type": "message_action" if on else "shortcut",
        "token": "verification",
        "team": {"id": TEAM, "domain": "t"},
        "user": {"id": user, "username": user.lower(), "team_id": TEAM},
        "callback_id": callback_id,
        "trigger_id": trigger_id,
        "action_ts": "1790000000.1",
    }
    if on is None:
        return shared
    return shared | {
        "channel": {"id": on.channel, "name": "general"},
        "message": on.as_event(),
        "message_ts": on.ts,
        "response_url": "",
    }


def block_actions(user: str, on: Message, element: Payload, trigger_id: str, response_url: str) -> Payload:
    """Return the press of a button, or the choice in a select, on a message."""
    action = {"action_ts": "1790000000.2", "block_id": "b", **element}
    container: Payload = {
        "type": "message",
        "message_ts": on.ts,
        "channel_id": on.channel,
        "is_ephemeral": on.only_to is not None,
    }
    payload: Payload = {
        "type": "block_actions",
        "user": {"id": user, "username": user.lower(), "team_id": TEAM},
        "api_app_id": APP,
        "token": "verification",
        "container": container,
        "trigger_id": trigger_id,
        "team": {"id": TEAM, "domain": "t"},
        "enterprise": None,
        "is_enterprise_install": False,
        "channel": {"id": on.channel, "name": "general"},
        "actions": [action],
        "response_url": response_url,
    }
    if on.thread_ts:
        container["thread_ts"] = on.thread_ts
    if on.only_to is None:
        payload["message"] = on.as_event()
    return payload


def home_action(user: str, view: Payload, element: Payload, trigger_id: str) -> Payload:
    """Return the press of a button on a view."""
    return {
        "type": "block_actions",
        "user": {"id": user, "username": user.lower(), "team_id": TEAM},
        "api_app_id": APP,
        "token": "verification",
        "container": {"type": "view", "view_id": view["id"]},
        "trigger_id": trigger_id,
        "team": {"id": TEAM, "domain": "t"},
        "enterprise": None,
        "is_enterprise_install": False,
        "view": view,
        "actions": [{"action_ts": "1790000000.2", "block_id": "b", **element}],
    }


def view_submission(user: str, view: Payload, values: Payload, trigger_id: str) -> Payload:
    """Return a modal that was sent, `values` by block_id and action_id."""
    return {
        "type": "view_submission",
        "team": {"id": TEAM, "domain": "t"},
        "user": {"id": user, "username": user.lower(), "team_id": TEAM},
        "api_app_id": APP,
        "token": "verification",
        "trigger_id": trigger_id,
        "view": view | {"state": {"values": values}, "hash": "1"},
        "response_urls": [],
        "is_enterprise_install": False,
        "enterprise": None,
    }


def of_guest(payload: Payload, team: str) -> Payload:
    """Return what Slack delivers when somebody of another workspace does it in a channel that both share."""
    if "event" in payload:
        event = payload["event"] | {"user_team": team, "source_team": team, "team": team}
        return payload | {"team_id": team, "is_ext_shared_channel": True, "event": event}
    theirs = payload | {"team": {"id": team, "domain": "guest"}, "user": payload["user"] | {"team_id": team}}
    if payload["type"] == "view_submission":
        theirs["view"] = payload["view"] | {"app_installed_team_id": TEAM}
    return theirs
