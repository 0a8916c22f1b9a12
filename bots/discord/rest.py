"""The calls of Discord's REST API, carried by discord.py, which keeps to the rate limits and repeats what failed.

Bodies go out as they are rendered: a `discord.ui.View` would be held in memory for every message with buttons, for as
long as the process lives.
"""

import json
from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final

import aiohttp
import discord
from discord.http import Route
from discord.webhook.async_ import async_context

from bots.discord.components import IS_LAID_OUT, ids_in, texts_in, without_controls
from bots.discord.markup import answer_above, answer_below
from bots.discord.message import Message
from bots.discord.render import with_choice
from core.messages import TextFile

Json = dict[str, Any]

_PUBLIC_THREAD: Final = 11
_PRIVATE_THREAD: Final = 12
_DAY_MINUTES: Final = 1_440
_SEARCHED: Final = 20
_PAGE: Final = 100  # one request brings no more


class InitialResponse(IntEnum):
    """How an interaction is answered first."""

    MESSAGE = 4
    LATER = 5
    LATER_IN_PLACE = 6
    UPDATE = 7
    CHOICES = 8
    MODAL = 9


class Rest:
    """Sends messages, answers interactions, opens places; raises `discord.HTTPException` when Discord refuses."""

    def __init__(self, client: discord.Client, session: aiohttp.ClientSession) -> None:
        self._client = client
        self._http = client.http
        self._session = session
        self._webhooks = async_context.get()

    @property
    def own_id(self) -> int:
        """The bot's own id; 0 before Discord has told it."""
        return self._client.user.id if self._client.user else 0

    async def send(self, channel: str, message: Message, nonce: str) -> str:
        """Post a message and return its id; the same nonce again within some minutes posts nothing more."""
        body = message.payload() | {"nonce": nonce, "enforce_nonce": True}
        route = Route("POST", "/channels/{channel_id}/messages", channel_id=channel)
        posted = await self._http.request(route, **_carried(body, message.file))
        return str(posted["id"])

    async def find(self, channel: str, message: Message, after: int) -> str | None:
        """Return the id of the same message of ours among the newest, if one was posted after that id."""
        for posted in await self._page(channel, _SEARCHED):
            if posted["author"].get("bot") and int(posted["id"]) > after and _shows(posted, message):
                return str(posted["id"])
        return None

    async def history(self, channel: str, before: str) -> list[Json]:
        """Return the hundred messages before an id, newest first."""
        return await self._page(channel, _PAGE, before)

    async def edit(self, channel: str, message_id: str, message: Message) -> None:
        """Put a message in the place of one of ours; a file cannot come with it."""
        await self.change(channel, message_id, message.replacing())

    async def change(self, channel: str, message_id: str, body: Json) -> None:
        """Change what a body holds of a message of ours."""
        path = "/channels/{channel_id}/messages/{message_id}"
        await self._http.request(Route("PATCH", path, channel_id=channel, message_id=message_id), json=body)

    async def take_controls(self, channel: str, message_id: str) -> None:
        """Take the controls off a message of ours; one that is laid out is nothing but components."""
        found: Json = dict(await self._http.get_message(channel, message_id))
        left = {"components": without_controls(found["components"]), "allowed_mentions": {"parse": []}}
        await self.change(channel, message_id, left | ({"flags": IS_LAID_OUT} if left["components"] else {}))

    async def delete(self, channel: str, message_id: str) -> None:
        """Delete a message of ours."""
        await self._client.get_partial_messageable(int(channel)).get_partial_message(int(message_id)).delete()

    async def type_at(self, channel: str) -> None:
        """Show for ten seconds that the bot is at it."""
        await self._client.get_partial_messageable(int(channel)).typing()

    async def channel(self, channel: str) -> Json:
        """Return a channel."""
        return dict(await self._http.get_channel(channel))

    async def open_dm(self, person: str) -> str:
        """Open the DM with a person and return its id."""
        return str((await self._client.create_dm(discord.Object(int(person)))).id)

    async def open_thread(self, channel: str, name: str, *, private: bool) -> str:
        """Open a thread and return its id."""
        opened = await self._http.start_thread_without_message(
            channel,
            name=name,
            auto_archive_duration=_DAY_MINUTES,
            type=_PRIVATE_THREAD if private else _PUBLIC_THREAD,
            invitable=False,
        )
        return str(opened["id"])

    def thread_name(self, thread: str) -> str | None:
        """Return the name of a thread that is open, as the gateway has told it; None for any other."""
        found = self._client.get_channel(int(thread))
        return found.name if isinstance(found, discord.Thread) else None

    async def change_thread(self, thread: str, change: Json) -> None:
        """Name, close or open a thread."""
        await self._http.edit_channel(thread, **change)

    async def add_member(self, thread: str, person: str) -> None:
        """Bring a person into a thread."""
        await self._http.add_user_to_thread(thread, person)

    async def put_commands(self, application: int, commands: Sequence[Json]) -> list[Json]:
        """Make these the commands of the application, everywhere, and return them with their ids."""
        return [dict(each) for each in await self._http.bulk_upsert_global_commands(application, list(commands))]

    async def answer(
        self, interaction: int, token: str, kind: InitialResponse, data: Json, file: TextFile | None
    ) -> None:
        """Answer an interaction, within three seconds of it."""
        path = "/interactions/{webhook_id}/{webhook_token}/callback"
        route = Route("POST", path, webhook_id=interaction, webhook_token=token)
        await self._hook(route, {"type": int(kind)} | ({"data": data} if data else {}), file)

    async def follow_up(self, application: int, token: str, data: Json, file: TextFile | None) -> str:
        """Add to an answered interaction and return the message's id."""
        route = Route("POST", "/webhooks/{webhook_id}/{webhook_token}", webhook_id=application, webhook_token=token)
        posted = await self._hook(route, data, file)
        return str(posted["id"])

    async def edit_answer(self, application: int, token: str, data: Json, file: TextFile | None) -> str:
        """Change the first answer, or the message that a control was pressed on, and return its id."""
        path = "/webhooks/{webhook_id}/{webhook_token}/messages/@original"
        route = Route("PATCH", path, webhook_id=application, webhook_token=token)
        edited = await self._hook(route, data, file)
        return str(edited["id"])

    async def _page(self, channel: str, limit: int, before: str | None = None) -> list[Json]:
        return [dict(each) for each in await self._http.logs_from(channel, limit, before)]

    async def _hook(self, route: Route, body: Json, file: TextFile | None) -> Any:  # noqa: ANN401 - JSON
        if file is None:
            return await self._webhooks.request(route, self._session, payload=body)
        return await self._webhooks.request(route, self._session, multipart=_parts(body, file))


def _carried(body: Json, file: TextFile | None) -> Json:
    return {"json": body} if file is None else {"form": _parts(body, file)}


def _parts(body: Json, file: TextFile) -> list[Json]:
    return [
        {"name": "payload_json", "value": json.dumps(body, ensure_ascii=False)},
        {
            "name": "files[0]",
            "value": file.text.encode(),
            "filename": file.name,
            "content_type": "text/markdown; charset=utf-8",
        },
    ]


def _shows(posted: Json, message: Message) -> bool:
    """Say whether a posted message is this one: with the answer that led to it, or with that which was given to it."""
    text, controls = _as_read(posted)
    words, own_controls = _as_read(message.headed(answer_above(text)).payload())
    given = answer_below(text)
    return (text, controls) == (words, own_controls) or (
        not controls and bool(given) and text == with_choice(words, given).content
    )


def _as_read(message: Json) -> tuple[str, list[str]]:
    """Return the words of a message and what its controls carry."""
    components = message["components"]
    return message.get("content") or texts_in(components), ids_in(components)
