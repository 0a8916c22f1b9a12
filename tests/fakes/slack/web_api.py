"""Slack's Web API over a world, with the errors an app meets."""

import json
from collections.abc import Callable
from typing import Final, NoReturn

from tests.fakes.slack.agents import Agents
from tests.fakes.slack.rules import breaches_of_message, breaches_of_view
from tests.fakes.slack.world import APP, BOT_ID, BOT_USER, TEAM, Channel, Message, Payload, StoredFile, World

_STRUCTURED: Final = ("blocks", "view", "metadata", "files", "attachments", "prompts", "chunks")


class ApiError(Exception):
    """Slack's answer `{"ok": false, "error": …}`."""


class WebApi:
    """The methods an app may call; `breaches` collects what a real Slack would refuse or show wrongly."""

    def __init__(self, world: World, base: Callable[[], str]) -> None:
        self.world = world
        self.breaches: list[str] = []
        self.token_lives_s = 43_200
        self.page_size = 1_000
        self.is_strict = True
        self._base = base
        self.agents = Agents(world, _refuse)
        self._methods: dict[str, Callable[[Payload], Payload]] = {
            "auth.test": self._auth_test,
            "apps.connections.open": self._connections_open,
            "oauth.v2.access": self._oauth,
            "chat.postMessage": self._post,
            "chat.postEphemeral": self._post_ephemeral,
            "chat.update": self._update,
            "chat.delete": self._delete,
            "chat.getPermalink": self._permalink,
            "conversations.open": self._open,
            "conversations.info": self._info,
            "conversations.replies": self._replies,
            "conversations.history": self._history,
            "users.info": self._user,
            "views.open": self._view_open,
            "views.update": self._view_update,
            "views.publish": self._view_publish,
            "files.getUploadURLExternal": self._upload_url,
            "files.completeUploadExternal": self._upload_complete,
            "files.info": self._file_info,
            "chat.startStream": lambda arguments: self.agents.start(arguments, self._keep),
            **self.agents.methods,
            "reactions.add": lambda _: {},
        }

    def call(self, method: str, arguments: Payload) -> Payload:
        """Carry out one call.

        Raises:
            ApiError: Slack refuses it.
        """
        if method not in self._methods:
            unknown = "unknown_method"
            raise ApiError(unknown)
        structured = {
            key: json.loads(value) if key in _STRUCTURED and isinstance(value, str) else value
            for key, value in arguments.items()
        }
        return {"ok": True, **self._methods[method](structured)}

    def _auth_test(self, _: Payload) -> Payload:
        return {
            "team_id": TEAM,
            "user_id": BOT_USER,
            "bot_id": BOT_ID,
            "team": "t",
            "user": "promptgen",
            "url": self._base(),
        }

    def _connections_open(self, _: Payload) -> Payload:
        return {"url": f"{self._base().replace('http', 'ws', 1)}/socket"}

    def _oauth(self, arguments: Payload) -> Payload:
        refreshed = "-2" if arguments.get("grant_type") == "refresh_token" else ""
        return {
            "app_id": APP,
            "access_token": f"xoxe.xoxb-{arguments.get('code', 'again')}{refreshed}",
            "token_type": "bot",
            "scope": "commands,chat:write",
            "bot_user_id": BOT_USER,
            "team": {"id": arguments.get("code", "").upper() or TEAM, "name": "t"},
            "enterprise": None,
            "authed_user": {"id": "U0ADMIN"},
            "is_enterprise_install": False,
            "refresh_token": f"xoxe-1-{refreshed}",
            "expires_in": 43_200 if refreshed else self.token_lives_s,
        }

    def _post(self, arguments: Payload) -> Payload:
        channel = self._channel(arguments)
        if self.is_strict:
            self._check(breaches_of_message(arguments))
        message = self._keep(arguments, channel.id)
        return {"channel": channel.id, "ts": message.ts, "message": message.as_event()}

    def _post_ephemeral(self, arguments: Payload) -> Payload:
        channel = self._channel(arguments)
        if arguments["user"] not in channel.members:
            outside = "user_not_in_channel"
            raise ApiError(outside)
        self._check(breaches_of_message(arguments | {"unfurl_links": False, "unfurl_media": False}))
        return {"message_ts": self._keep(arguments, channel.id, only_to=arguments["user"]).ts}

    def _keep(self, arguments: Payload, channel: str, only_to: str | None = None) -> Message:
        message = Message(
            self.world.next_ts(),
            BOT_USER,
            arguments["text"],
            channel,
            blocks=arguments.get("blocks") or [],
            thread_ts=arguments.get("thread_ts") or None,
            metadata=arguments.get("metadata"),
            only_to=only_to,
        )
        self.world.messages.append(message)
        self.world.note(message)
        return message

    def _update(self, arguments: Payload) -> Payload:
        self._check(breaches_of_message(arguments, update=True))
        message = self._own_message(arguments)
        if message.ts in self.agents.streaming:
            streams = "streaming_state_conflict"
            raise ApiError(streams)
        message.text, message.blocks = arguments["text"], arguments.get("blocks") or []
        message.metadata = arguments.get("metadata", message.metadata)
        message.edits += 1
        before = {one.text for one in self.world.shown if one.ts == message.ts}
        if list(message.elements()) or message.text not in before:
            self.world.note(message)
        return {"channel": message.channel, "ts": message.ts, "text": message.text}

    def _delete(self, arguments: Payload) -> Payload:
        self.world.messages.remove(self._own_message(arguments))
        return {}

    def _own_message(self, arguments: Payload) -> Message:
        message = self.world.message(arguments["channel"], arguments["ts"])
        if message is None or message.user != BOT_USER or message.only_to:
            missing = "message_not_found"
            raise ApiError(missing)
        return message

    def _permalink(self, arguments: Payload) -> Payload:
        message = self._own_message(arguments | {"ts": arguments["message_ts"]})
        link = f"https://t.slack.com/archives/{message.channel}/p{message.ts.replace('.', '')}"
        return {"channel": message.channel, "permalink": link}

    def _open(self, arguments: Payload) -> Payload:
        return {"channel": {"id": self.world.dm(arguments["users"])}}

    def _info(self, arguments: Payload) -> Payload:
        channel = self.world.channels.get(arguments["channel"])
        if channel is None:
            missing = "channel_not_found"
            raise ApiError(missing)
        return {"channel": {"id": channel.id, "is_im": channel.is_im, "is_member": BOT_USER in channel.members}}

    def _replies(self, arguments: Payload) -> Payload:
        return self._page(self.world.thread(self._channel(arguments).id, arguments["ts"]), arguments)

    def _history(self, arguments: Payload) -> Payload:
        channel = self._channel(arguments).id
        found = [one for one in self.world.messages if one.channel == channel and not one.thread_ts and not one.only_to]
        return self._page(found[::-1], arguments)

    def _page(self, found: list[Message], arguments: Payload) -> Payload:
        """Return one page of what is there, as far as it was asked for."""
        oldest, latest = float(arguments.get("oldest") or 0), float(arguments.get("latest") or "inf")
        edges = (oldest, latest) if arguments.get("inclusive") in {True, "true", "True", "1"} else ()
        later = [one for one in found if oldest < float(one.ts) < latest or float(one.ts) in edges]
        start = int(arguments.get("cursor") or 0)
        end = start + min(int(arguments.get("limit") or 100), self.page_size)
        shown = [self._shown(one) | {"files": one.files} for one in later[start:end]]
        more = end < len(later)
        return {"messages": shown, "has_more": more, "response_metadata": {"next_cursor": str(end) if more else ""}}

    def _shown(self, message: Message) -> Payload:
        """Return a message as a history shows it: with the number of its replies."""
        replies = len(self.world.thread(message.channel, message.ts)) - 1
        return message.as_event() | ({"reply_count": replies} if replies else {})

    def _user(self, arguments: Payload) -> Payload:
        user = dict(self.world.users.get(arguments["user"]) or {})
        if not user:
            missing = "user_not_found"
            raise ApiError(missing)
        if str(arguments.get("include_locale", "")).lower() not in {"true", "1"}:
            user.pop("locale")
        return {"user": user}

    def _view_open(self, arguments: Payload) -> Payload:
        if str(arguments["trigger_id"]).startswith("expired"):
            late = "expired_trigger_id"
            raise ApiError(late)
        return self._show(arguments["view"], self.world.next_id("V"))

    def _view_update(self, arguments: Payload) -> Payload:
        return self._show(arguments["view"], arguments["view_id"])

    def _view_publish(self, arguments: Payload) -> Payload:
        self.world.homes[arguments["user_id"]] = arguments["view"]
        return self._show(arguments["view"], f"VHOME{arguments['user_id']}")

    def _show(self, view: Payload, view_id: str) -> Payload:
        self._check(breaches_of_view(view), error="invalid_arguments")
        self.world.views[view_id] = view | {"id": view_id, "team_id": TEAM, "app_id": APP}
        return {"view": self.world.views[view_id]}

    def _upload_url(self, arguments: Payload) -> Payload:
        file = StoredFile(self.world.next_id("F"), arguments["filename"], "text/markdown")
        self.world.files[file.id] = file
        return {"file_id": file.id, "upload_url": f"{self._base()}/upload/{file.id}"}

    def _upload_complete(self, arguments: Payload) -> Payload:
        files = [self.world.files[one["id"]].as_object(self._base()) for one in arguments["files"]]
        if arguments.get("channel_id"):
            channel = self._channel(arguments | {"channel": arguments["channel_id"]})
            message = self._keep({"text": arguments.get("initial_comment") or "", **arguments}, channel.id)
            message.files = files
            self.world.note(message)
        return {"files": files}

    def _file_info(self, arguments: Payload) -> Payload:
        if arguments["file"] not in self.world.files:
            missing = "file_not_found"
            raise ApiError(missing)
        return {"file": self.world.files[arguments["file"]].as_object(self._base())}

    def _channel(self, arguments: Payload) -> Channel:
        channel = self.world.channels.get(arguments["channel"])
        if channel is None:
            missing = "channel_not_found"
            raise ApiError(missing)
        if BOT_USER not in channel.members:
            outside = "not_in_channel"
            raise ApiError(outside)
        return channel

    def _check(self, breaches: list[str], error: str = "invalid_blocks") -> None:
        if breaches:
            self.breaches.extend(breaches)
            raise ApiError(error)


def _refuse(error: str) -> NoReturn:
    raise ApiError(error)
