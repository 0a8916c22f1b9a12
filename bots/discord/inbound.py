"""Discord's payloads as what a person did; pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import discord

from bots.discord import control_codes, limits, modals
from bots.discord.commands import FILES
from bots.discord.components import BUTTON, texts_in, walk
from bots.discord.markup import one_line
from bots.discord.message_text import words_in
from bots.discord.places import direct_message, ephemeral, thread_of
from bots.discord.responder import InteractionInfo
from bots.shared.custom_ids import read_address, split_address
from core.messages import Action, Incoming, Place
from core.privacy.text import RawText
from core.values.locale import Locale

Json = dict[str, Any]

_SPOKEN: Final = frozenset({discord.MessageType.default, discord.MessageType.reply})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent along: its address expires; `size` is in bytes."""

    name: RawText
    url: str
    size: int


def place_in(interaction: discord.Interaction[Any], bot: int) -> Place | None:
    """Return the place an interaction belongs to: the bot's DM or a thread of its own; None anywhere else."""
    channel = interaction.channel
    if channel is None:
        return None
    if interaction.context.dm_channel:
        return direct_message(channel.id)
    if is_own_thread(channel, bot) and interaction.is_guild_integration():
        return thread_of(interaction.guild_id or 0, channel.id)
    return None


def is_own_thread(channel: object, bot: int) -> bool:
    """Say whether the bot opened this thread."""
    return isinstance(channel, discord.Thread) and channel.owner_id == bot


def ephemeral_of(interaction: discord.Interaction[Any]) -> Place:
    """Return the conversation that the person alone sees where an interaction came from."""
    return ephemeral(interaction.guild_id, interaction.channel_id or 0, interaction.user.id)


def guild_of(message: discord.Message) -> int | None:
    """Return the server a message was written in, also one that discord.py does not know."""
    if message.guild is not None:
        return message.guild.id
    return message.channel.guild_id if isinstance(message.channel, discord.PartialMessageable) else None


def is_spoken(message: discord.Message) -> bool:
    """Say whether a person wrote this: no bot, no notice that somebody joined."""
    return message.type in _SPOKEN and not message.author.bot and message.webhook_id is None


def answered_by(message: discord.Message) -> str:
    """Return the id of the message that this one replies to; empty for none."""
    return str(message.reference.message_id or "") if message.reference else ""


def said(message: discord.Message, place: Place, action: Action, locale: Locale) -> Incoming:
    """Return what the author of a message did."""
    return Incoming(f"m{message.id}", place, str(message.author.id), locale, action)


def event_of(interaction: discord.Interaction[Any]) -> str:
    """Return the id of the event that an interaction leads to."""
    return f"i{interaction.id}"


def did(
    interaction: discord.Interaction[Any], place: Place, action: Action, locale: Locale, part: str = ""
) -> Incoming:
    """Return what the person of an interaction did; `part` tells several of one interaction apart."""
    event, person = f"{event_of(interaction)}{part}", str(interaction.user.id)
    session, version = read_address(address_in(interaction))
    return Incoming(event, place, person, locale, action, session, version=version)


def origin_of(interaction: discord.Interaction[Any]) -> InteractionInfo:
    """Return what answering an interaction needs to know of it."""
    message = interaction.message
    components = _components(interaction)
    laid_out = bool(message and message.flags.components_v2)
    words = texts_in(components) if laid_out else message.content if message else None
    code = code_in(interaction)
    opens = interaction.type is discord.InteractionType.component and control_codes.is_input(code)
    pressed = button_label(interaction) if control_codes.is_spent(code) and not opens else None
    return InteractionInfo(
        interaction.id,
        interaction.application_id,
        interaction.token,
        interaction.user.id,
        words,
        pressed,
        answer=pressed or "" if control_codes.is_answer(code) else "",
        message=message.id if message else 0,
        components=components,
        laid_out=laid_out,
        select=str(_data(interaction).get("custom_id", "")) if _data(interaction).get("values") else "",
        as_user_app=not interaction.is_guild_integration(),
        page=2 if code == control_codes.form_code(2) else 1,
    )


def code_in(interaction: discord.Interaction[Any]) -> str:
    """Return the code that the pressed control or the sent form carries: of a select, its option's."""
    return split_address(_carried(interaction))[0]


def session_in(interaction: discord.Interaction[Any]) -> str:
    """Return the interview that the control or form is about; empty for the one at the front of its place."""
    return read_address(address_in(interaction))[0]


def address_in(interaction: discord.Interaction[Any]) -> str:
    """Return the interview and the version of its prompt that the control or form is about."""
    return split_address(_carried(interaction))[1]


def button_label(interaction: discord.Interaction[Any]) -> str:
    """Return the words of the pressed control."""
    code = _carried(interaction)
    for part in walk(_components(interaction)):
        if part["type"] == BUTTON and part.get("custom_id") == code:
            return one_line(part.get("label", ""), limits.BUTTON_LABEL)
    return ""


def option(interaction: discord.Interaction[Any], name: str) -> str:
    """Return what a person gave for an option of a command; empty if nothing."""
    given = {str(each["name"]): str(each.get("value", "")) for each in _data(interaction).get("options", [])}
    return given.get(name, "")


def focused(interaction: discord.Interaction[Any]) -> str:
    """Return what is being typed into an option of a command; it is not sent yet."""
    typing = (each for each in _data(interaction).get("options", []) if each.get("focused"))
    return next((str(each.get("value", "")) for each in typing), "")


def target_text(interaction: discord.Interaction[Any], bot: int) -> RawText:
    """Return the text of the message that a message command was used on."""
    data = _data(interaction)
    messages = data.get("resolved", {}).get("messages", {})
    return words_in(messages.get(str(data.get("target_id")), {}), without=bot)


def name_of(interaction: discord.Interaction[Any]) -> str:
    """Return the name of the used command."""
    return str(_data(interaction).get("name", ""))


def fields_in(interaction: discord.Interaction[Any]) -> list[Json]:
    """Return the fields of a form that was sent."""
    fields: list[Json] = _data(interaction).get("components", [])
    return fields


def uploads_given(interaction: discord.Interaction[Any]) -> Iterator[Upload]:
    """Yield the files given for options of a command."""
    for name in FILES:
        if file_id := option(interaction, name):
            yield from _resolved(interaction, [file_id])


def uploads_in(interaction: discord.Interaction[Any]) -> Iterator[Upload]:
    """Yield the files of a form that was sent."""
    yield from _resolved(interaction, modals.file_ids_in(fields_in(interaction)))


def uploads_of(message: discord.Message) -> Iterator[Upload]:
    """Yield the files of a message, those of what was forwarded in it included."""
    forwarded = (attachment for snapshot in message.message_snapshots for attachment in snapshot.attachments)
    for attachment in (*message.attachments, *forwarded):
        yield Upload(RawText(attachment.filename), attachment.url, attachment.size)


def _resolved(interaction: discord.Interaction[Any], file_ids: Iterable[str]) -> Iterator[Upload]:
    attachments = _data(interaction).get("resolved", {}).get("attachments", {})
    for file_id in file_ids:
        if found := attachments.get(file_id):
            yield Upload(RawText(str(found["filename"])), str(found["url"]), int(found["size"]))


def _components(interaction: discord.Interaction[Any]) -> tuple[Json, ...]:
    """Return what the message that it came from is made of, as it is sent."""
    message = interaction.message
    return tuple(dict(component.to_dict()) for component in message.components) if message else ()


def _carried(interaction: discord.Interaction[Any]) -> str:
    data = _data(interaction)
    chosen = data.get("values") or [data.get("custom_id", "")]
    return str(chosen[0])


def _data(interaction: discord.Interaction[Any]) -> Mapping[str, Any]:
    return dict(interaction.data or {})
