"""A person on the fake Discord: what they can do, what they see."""

import asyncio
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tests.fakes.discord.components import controls, labels
from tests.fakes.discord.interactions import COMMAND, COMPONENT, MODAL, TYPING, Interaction
from tests.fakes.discord.record import Record, Upload
from tests.fakes.discord.world import DM, GROUP_DM, Channel

Json = dict[str, Any]
Answer = str | Sequence[Upload] | None


class Person:
    """Types, presses and sends forms as a person would; ids in `custom_id` are found by the words on the button."""

    def __init__(self, record: Record, user: int, locale: str) -> None:
        self.record, self.id, self.locale = record, user, locale
        self._chosen: dict[tuple[str, str], str] = {}

    @property
    def dm(self) -> Channel:
        """The DM with the bot."""
        return self.record.world.dm(self.id)

    def thread_of(self, channel: Channel) -> Channel:
        """Return the newest thread in a channel that this person is in."""
        channels = self.record.world.channels.values()
        return [one for one in channels if one.parent == channel.id and self.id in one.members][-1]

    async def say(self, text: str, channel: Channel | None = None, files: Sequence[Upload] = ()) -> Json:
        """Write a message, in the DM if nothing else is said."""
        return await self.record.post(channel or self.dm, self.id, {"content": text}, files)

    async def stick(self, channel: Channel | None = None) -> Json:
        """Send a sticker."""
        sticker = {"id": "7", "name": "wave", "format_type": 1}
        return await self.record.post(channel or self.dm, self.id, {"sticker_items": [sticker]})

    async def forward(self, text: str, channel: Channel | None = None, **known: Any) -> Json:  # noqa: ANN401 - a payload's
        """Forward a message with this text from somewhere else."""
        forwarded = {"type": 0, "content": text, "embeds": [], "attachments": [], "mentions": [], "flags": 0} | known
        forwarded |= {"timestamp": "2026-11-21T00:00:00+00:00", "edited_timestamp": None, "components": []}
        payload = {"content": "", "message_snapshots": [{"message": forwarded}]}
        return await self.record.post(channel or self.dm, self.id, payload)

    async def reply(self, message: Json, text: str) -> Json:
        """Reply to a message where it stands."""
        reference = {"message_id": message["id"], "channel_id": message["channel_id"]}
        payload = {"content": text, "type": 19, "message_reference": reference}
        return await self.record.post(self._place(message), self.id, payload)

    async def command(
        self, name: str = "promptgen", channel: Channel | None = None, *, wait: bool = True, **options: Answer
    ) -> Interaction:
        """Use a slash command; a list of files is one option each: `file`, `file2`, …"""
        given: list[Json] = []
        files: Json = {}
        for key, value in options.items():
            if isinstance(value, str):
                given.append({"name": key, "type": 3, "value": value})
                continue
            for number, upload in enumerate(value or (), 1):
                file_id = _uploaded(upload, self.record, files)
                given.append({"name": f"{key}{number if number > 1 else ''}", "type": 11, "value": file_id})
        data: Json = {"id": "1", "name": name, "type": 1, "options": given, "resolved": {"attachments": files}}
        return await self._interact(COMMAND, channel or self.dm, data, wait=wait)

    async def complete(self, name: str, option: str, typed: str, channel: Channel | None = None) -> dict[str, str]:
        """Type into an option of a command, and return the values that are offered, by their names."""
        focused = {"name": option, "type": 3, "value": typed, "focused": True}
        data: Json = {"id": "1", "name": name, "type": 1, "options": [focused]}
        used = await self._interact(TYPING, channel or self.dm, data)
        return {choice["name"]: choice["value"] for choice in (used.answer or {})["data"]["choices"]}

    async def command_on(self, message: Json, name: str, channel: Channel | None = None) -> Interaction:
        """Use a message command."""
        data = {"id": "2", "name": name, "type": 3, "target_id": message["id"]}
        data["resolved"] = {"messages": {message["id"]: message}}
        return await self._interact(COMMAND, channel or self.dm, data)

    async def press(self, message: Json, words: str, *, wait: bool = True) -> Interaction:
        """Press the button with these words, or this `custom_id`."""
        data = {"component_type": 2, "custom_id": button(message, words)["custom_id"]}
        return await self._interact(COMPONENT, self._place(message), data, message, wait=wait)

    async def select(self, message: Json, words: str) -> Interaction:
        """Choose the option with these words in whichever select holds it."""
        for part in controls(message):
            for option in part.get("options", []):
                if words in {option["label"], option["value"]}:
                    self._choose(message, part["custom_id"], option["value"])
                    data = {"component_type": 3, "custom_id": part["custom_id"], "values": [option["value"]]}
                    return await self._interact(COMPONENT, self._place(message), data, message)
        raise AssertionError(words, labels(message))

    def _choose(self, message: Json, select: str, value: str) -> None:
        """Note what is chosen: the client sends nothing when it is chosen again in the select that still shows it."""
        shown = (message["id"], select)
        assert self._chosen.get(shown) != value, f"nothing is sent: {value} is chosen already"
        self._chosen[shown] = value

    async def use(self, message: Json, words: str) -> Interaction:
        """Press the button, or choose the option, with these words."""
        buttons = [part for part in controls(message) if part.get("label") == words]
        return await (self.press if buttons else self.select)(message, words)

    async def submit(self, opened: Interaction, answers: Mapping[str, Answer], *, wait: bool = True) -> Interaction:
        """Send the modal that an interaction was answered with; a field not named is left as it stands."""
        modal = opened.modal
        assert modal is not None, opened.answer
        files: Json = {}
        components = [_filled(part, answers, self.record, files) for part in modal["components"]]
        data: Json = {"custom_id": modal["custom_id"], "components": components}
        if files:
            data["resolved"] = {"attachments": files}
        message = opened.payload.get("message")
        return await self._interact(MODAL, self.record.world.channels[opened.channel], data, message, wait=wait)

    async def sees(self, condition: Callable[[Json], bool], channel: Channel | None = None) -> Json:
        """Wait for a message of the bot that fulfils a condition, and return the newest such."""
        place = channel or self.dm

        def found() -> list[Json]:
            bot = str(self.record.world.bot)
            return [one for one in place.messages if one["author"]["id"] == bot and condition(one)]

        await self.record.until(lambda: bool(found()))
        return found()[-1]

    async def _interact(
        self, kind: int, channel: Channel, data: Json, message: Json | None = None, *, wait: bool = True
    ) -> Interaction:
        interaction = self._new(kind, channel, data, message)
        self.record.interactions[interaction.token] = interaction
        await self.record.gateway.dispatch("INTERACTION_CREATE", interaction.payload, guild=channel.guild)
        if wait:
            await asyncio.wait_for(interaction.answered.wait(), 20)
        return interaction

    def _new(self, kind: int, channel: Channel, data: Json, message: Json | None) -> Interaction:
        world = self.record.world
        guild = world.guilds.get(channel.guild or 0)
        outside = channel.type == GROUP_DM or (guild is not None and not guild.bot_inside)
        token = secrets.token_urlsafe(48)
        payload: Json = {
            "id": str(world.snowflake()),
            "application_id": str(world.application),
            "type": kind,
            "data": data,
            "token": token,
            "version": 1,
            "channel": world.channel_json(channel),
            "channel_id": str(channel.id),
            "locale": self.locale,
            "app_permissions": "0",
            "attachment_size_limit": 10 * 1024 * 1024,
            "entitlements": [],
            "authorizing_integration_owners": {
                "1" if outside else "0": str(self.id if outside else channel.guild or 0)
            },
            "context": 1 if channel.type == DM else 2 if channel.type == GROUP_DM else 0,
        }
        if guild is None:
            payload["user"] = world.user_json(self.id)
        else:
            payload |= {"guild_id": str(guild.id), "member": world.member_json(self.id), "guild_locale": "ko"}
            payload["guild"] = {"id": str(guild.id), "locale": "ko", "features": []}
        if message is not None:
            payload["message"] = dict(message)
        return Interaction(
            int(payload["id"]), token, kind, self.id, channel.id, payload, outside, sent_at=time.monotonic()
        )

    def _place(self, message: Json) -> Channel:
        return self.record.world.channels[int(message["channel_id"])]


def button(message: Json, words: str) -> Json:
    """Return the button with these words on it."""
    for part in controls(message):
        if words in {part.get("label"), part.get("custom_id")}:
            return part
    raise AssertionError(words, labels(message))


def _filled(part: Json, answers: Mapping[str, Answer], record: Record, files: Json) -> Json:
    if part["type"] == 10:
        return {"type": 10, "id": 1}
    field = part["component"]
    given = answers.get(field["custom_id"], answers.get(part["label"], ...))
    shape: Json = {"type": field["type"], "id": 2, "custom_id": field["custom_id"]}
    if field["type"] == 4:
        shape["value"] = field.get("value", "") if given is ... else given
        assert len(shape["value"]) <= field.get("max_length", 4_000), "the client stops typing here"
    elif field["type"] == 21:
        shape["value"] = _picked(field, given)
    elif field["type"] == 19:
        shape["values"] = [_uploaded(upload, record, files) for upload in (given if isinstance(given, list) else [])]
    else:
        picked = _picked(field, given)
        shape["values"] = [picked] if picked else []
    if field.get("required", True) and not (shape.get("value") or shape.get("values")):
        msg = f"{part['label']} is required"
        raise AssertionError(msg)
    return {"type": 18, "id": 1, "component": shape}


def _picked(field: Json, given: object) -> str | None:
    options: list[Json] = field["options"]
    if given is ...:
        return next((str(option["value"]) for option in options if option.get("default")), None)
    return next(str(option["value"]) for option in options if given in {option["label"], option["value"]})


def _uploaded(upload: Upload, record: Record, files: Json) -> str:
    attached = record._attach(*upload)
    files[attached["id"]] = attached
    return str(attached["id"])
