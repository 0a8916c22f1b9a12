"""Discord's REST API as far as a chat-bot uses it."""

import json
from typing import Any, Final

from aiohttp import BodyPartReader, web

from tests.fakes.discord import interactions
from tests.fakes.discord.components import LAID_OUT
from tests.fakes.discord.gateway import hidden
from tests.fakes.discord.interactions import Interaction
from tests.fakes.discord.limits import choice_faults, command_faults, message_faults, modal_faults
from tests.fakes.discord.record import Record, Refused
from tests.fakes.discord.world import DM, PRIVATE_THREAD, PUBLIC_THREAD, Channel

Json = dict[str, Any]
Upload = tuple[str, bytes]

_MISSING_ACCESS: Final = (403, 50001, "Missing Access")
_MISSING_PERMISSIONS: Final = (403, 50013, "Missing Permissions")
_ARCHIVED: Final = (400, 50083, "Thread is archived")
_CHANGEABLE: Final = 1 << 2 | LAID_OUT
"""SUPPRESS_EMBEDS and IS_COMPONENTS_V2 alone may be set by an edit."""

_CANNOT_DM: Final = (403, 50007, "Cannot send messages to this user")


class Rest:
    """The routes; each reads and changes the record."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._world = record.world

    def add_to(self, app: web.Application) -> None:
        """Add the routes under `/api/v10`."""
        base = "/api/v10"
        channel = f"{base}/channels/{{channel}}"
        hook = f"{base}/webhooks/{{app}}/{{token}}"
        add = app.router.add_route
        add("GET", f"{base}/users/@me", self._me)
        add("GET", f"{base}/oauth2/applications/@me", self._application)
        add("GET", f"{base}/applications/@me", self._application)
        add("GET", f"{base}/gateway/bot", self._gateway)
        add("GET", f"{base}/applications/{{app}}/commands", self._commands)
        add("PUT", f"{base}/applications/{{app}}/commands", self._put_commands)
        add("POST", f"{base}/users/@me/channels", self._open_dm)
        add("GET", channel, self._channel)
        add("PATCH", channel, self._change)
        add("POST", f"{channel}/typing", self._typing)
        add("POST", f"{channel}/messages", self._send)
        add("GET", f"{channel}/messages", self._history)
        add("GET", f"{channel}/messages/{{message}}", self._message)
        add("PATCH", f"{channel}/messages/{{message}}", self._edit)
        add("DELETE", f"{channel}/messages/{{message}}", self._delete)
        add("POST", f"{channel}/threads", self._open_thread)
        add("POST", f"{channel}/messages/{{message}}/threads", self._open_thread)
        add("PUT", f"{channel}/thread-members/{{user}}", self._add_member)
        add("POST", f"{base}/interactions/{{id}}/{{token}}/callback", self._answer)
        add("POST", hook, self._follow_up)
        add("PATCH", f"{hook}/messages/{{message}}", self._edit_original)
        add("DELETE", f"{hook}/messages/{{message}}", self._delete_original)
        add("GET", "/attachments/{file}", self._attachment)

    async def _me(self, request: web.Request) -> web.Response:
        return answered(self._world.user_json(self._world.bot))

    async def _application(self, request: web.Request) -> web.Response:
        return answered(
            {
                "id": str(self._world.application),
                "name": "promptgen",
                "description": "",
                "icon": None,
                "bot_public": True,
                "bot_require_code_grant": False,
                "verify_key": "0" * 64,
                "flags": 1 << 19 if self._record.reads_all else 0,
                "owner": self._world.user_json(self._world.bot),
                "interactions_endpoint_url": None,
                "integration_types_config": {
                    "0": {
                        "oauth2_install_params": {
                            "scopes": ["applications.commands", "bot"],
                            "permissions": "377957223424",
                        }
                    },
                    "1": {"oauth2_install_params": {"scopes": ["applications.commands"], "permissions": "0"}},
                },
            }
            | self._record.application
        )

    async def _gateway(self, request: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        record = self._record
        return answered({"url": record.gateway_url, "shards": record.shards, "session_start_limit": limit})

    async def _commands(self, request: web.Request) -> web.Response:
        return answered(self._record.commands)

    async def _put_commands(self, request: web.Request) -> web.Response:
        commands: list[Json] = await request.json()
        self._record.check(command_faults(commands))
        self._record.commands = [command | {"id": str(self._world.snowflake())} for command in commands]
        return answered(self._record.commands)

    async def _open_dm(self, request: web.Request) -> web.Response:
        person = int((await request.json())["recipient_id"])
        if person in self._record.unreachable:
            raise Refused(*_CANNOT_DM)
        return answered(self._world.channel_json(self._world.dm(person)))

    async def _channel(self, request: web.Request) -> web.Response:
        return answered(self._world.channel_json(self._visible(request)))

    async def _change(self, request: web.Request) -> web.Response:
        thread, change = self._visible(request), await request.json()
        parent = self._world.channels.get(thread.parent or 0)
        if parent is None or "change" in parent.barred:
            raise Refused(*_MISSING_PERMISSIONS)
        if thread.archived and change.get("archived") is not False:
            raise Refused(*_ARCHIVED)
        self._record.check([] if 1 <= len(change.get("name", "-")) <= 100 else ["thread name"])
        self._record.check(
            [] if change.get("auto_archive_duration", 60) in {60, 1440, 4320, 10080} else ["auto_archive_duration"]
        )
        await self._record.change_thread(thread, change)
        return answered(self._world.channel_json(thread))

    async def _typing(self, request: web.Request) -> web.Response:
        self._visible(request)
        return web.Response(status=204)

    async def _send(self, request: web.Request) -> web.Response:
        channel = self._visible(request)
        payload, files = await _body(request)
        if channel.type == DM and channel.members & self._record.unreachable:
            raise Refused(*_CANNOT_DM)
        if "send" in channel.barred:
            raise Refused(*_MISSING_PERMISSIONS)
        if channel.archived:
            raise Refused(*_ARCHIVED)
        self._record.check(message_faults(payload, [len(data) for _, data in files]))
        message = self._record.repeated(channel, payload)
        if message is None:
            message = await self._record.post(channel, self._world.bot, payload, files)
        return answered(message)

    async def _history(self, request: web.Request) -> web.Response:
        channel = self._visible(request)
        after, before = int(request.query.get("after", 0)), int(request.query.get("before", 1 << 63))
        found = [message for message in channel.messages if after < int(message["id"]) < before]
        limit = int(request.query.get("limit", 50))
        chosen = found[:limit] if "after" in request.query else found[-limit:]
        shown = [{key: value for key, value in message.items() if key != "nonce"} for message in reversed(chosen)]
        if not self._record.reads_all:
            shown = [hidden(message, self._world) for message in shown]
        return answered(shown)

    async def _message(self, request: web.Request) -> web.Response:
        message = self._record.message(self._visible(request), int(request.match_info["message"]))
        return answered({key: value for key, value in message.items() if key != "nonce"})

    async def _edit(self, request: web.Request) -> web.Response:
        channel = self._visible(request)
        if channel.archived:
            raise Refused(*_ARCHIVED)
        payload, files = await _body(request)
        message = self._record.message(channel, int(request.match_info["message"]))
        if message["author"]["id"] != str(self._world.bot):
            raise Refused(403, 50005, "Cannot edit a message authored by another user")
        self._check_edit(message, payload, files)
        await self._record.change(message, payload, files)
        return answered(message)

    async def _delete(self, request: web.Request) -> web.Response:
        channel = self._visible(request)
        if channel.archived:
            raise Refused(*_ARCHIVED)
        channel.messages.remove(self._record.message(channel, int(request.match_info["message"])))
        await self._record.notify()
        return web.Response(status=204)

    async def _open_thread(self, request: web.Request) -> web.Response:
        parent = self._visible(request)
        payload = await request.json()
        kind = PUBLIC_THREAD if "message" in request.match_info else payload["type"]
        needed = {PUBLIC_THREAD: "public", PRIVATE_THREAD: "private"}[kind]
        if parent.guild is None or needed in parent.barred:
            raise Refused(*_MISSING_PERMISSIONS)
        self._record.check([] if 1 <= len(payload["name"]) <= 100 else ["thread name"])
        return answered(self._world.channel_json(await self._record.open_thread(parent, kind, payload["name"])))

    async def _add_member(self, request: web.Request) -> web.Response:
        self._visible(request).members.add(int(request.match_info["user"]))
        return web.Response(status=204)

    async def _answer(self, request: web.Request) -> web.Response:
        interaction = self._interaction(request)
        payload, files = await _body(request)
        refusal = interaction.refusal(
            payload["type"], self._record.patience, late=interaction.id in self._record.expired
        )
        if refusal is not None:
            raise Refused(*refusal)
        self._check_answer(interaction, payload, files)
        await self._record.answer(interaction, payload, files)
        return web.Response(status=204)

    def _check_answer(self, interaction: Interaction, payload: Json, files: list[Upload]) -> None:
        data = payload.get("data", {})
        if payload["type"] == interactions.MODAL_ANSWER:
            self._record.check(modal_faults(data))
        elif payload["type"] == interactions.CHOICES:
            self._record.check(choice_faults(data["choices"]))
        elif payload["type"] == interactions.MESSAGE:
            self._record.check(message_faults(data, [len(upload) for _, upload in files]))
        elif payload["type"] == interactions.UPDATE:
            self._check_edit(interaction.payload["message"], data, files)

    def _check_edit(self, message: Json, payload: Json, files: list[Upload]) -> None:
        """Hold an edit to what may be changed: who sees a message is settled, and one laid out stays so."""
        flags = payload.get("flags", 0)
        self._record.check(["an edit sets flags that it may not"] if flags & ~_CHANGEABLE else [])
        laid_out = {"flags": flags | (message["flags"] & LAID_OUT)}
        self._record.check(message_faults(message | payload | laid_out, [len(data) for _, data in files] or [1]))

    async def _follow_up(self, request: web.Request) -> web.Response:
        interaction = self._by_token(request)
        payload, files = await _body(request)
        self._record.check(message_faults(payload, [len(data) for _, data in files]))
        message = await self._record.follow_up(interaction, payload, files)
        return answered(message)

    async def _edit_original(self, request: web.Request) -> web.Response:
        interaction = self._by_token(request)
        payload, files = await _body(request)
        if interaction.original is None:
            raise Refused(404, 10008, "Unknown Message")
        self._check_edit(interaction.original, payload, files)
        await self._record.change(interaction.original, payload, files)
        return answered(interaction.original)

    async def _delete_original(self, request: web.Request) -> web.Response:
        interaction = self._by_token(request)
        if interaction.original is None:
            raise Refused(404, 10008, "Unknown Message")
        channel = self._world.channels[interaction.channel]
        channel.messages = [one for one in channel.messages if one is not interaction.original]
        interaction.original = None
        return web.Response(status=204)

    async def _attachment(self, request: web.Request) -> web.Response:
        upload = self._record.uploads.get(request.match_info["file"])
        if "Authorization" in request.headers:
            self._record.faults.append("the token was sent to the file host")
        return web.Response(status=404) if upload is None else web.Response(body=upload[1])

    def _visible(self, request: web.Request) -> Channel:
        channel = self._world.channels.get(int(request.match_info["channel"]))
        if channel is None:
            raise Refused(404, 10003, "Unknown Channel")
        guild = self._world.guilds.get(channel.guild or 0)
        outside = guild is not None and not guild.bot_inside
        stranger = guild is None and self._world.bot not in channel.members
        if outside or stranger or "view" in channel.barred:
            raise Refused(*_MISSING_ACCESS)
        return channel

    def _interaction(self, request: web.Request) -> Interaction:
        found = self._record.interactions.get(request.match_info["token"])
        if found is None or found.id != int(request.match_info["id"]):
            raise Refused(404, 10062, "Unknown interaction")
        return found

    def _by_token(self, request: web.Request) -> Interaction:
        found = self._record.interactions.get(request.match_info["token"])
        if found is None:
            raise Refused(404, 10015, "Unknown Webhook")
        refusal = found.follow_up_refusal(self._record.clock_ahead)
        if refusal is not None and (request.method == "POST" or refusal[0] == 404):
            raise Refused(*refusal)
        return found


def answered(data: object, status: int = 200) -> web.Response:
    """Return JSON with exactly the content type that Discord sends."""
    text = json.dumps(data, ensure_ascii=False)
    return web.Response(body=text.encode(), status=status, headers={"Content-Type": "application/json"})


async def _body(request: web.Request) -> tuple[Json, list[Upload]]:
    if not request.content_type.startswith("multipart/"):
        return await request.json(), []
    payload: Json = {}
    files: list[Upload] = []
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        if part.name == "payload_json":
            payload = json.loads(await part.text())
        else:
            files.append((part.filename or "", bytes(await part.read())))
    return payload, files
