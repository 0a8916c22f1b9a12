"""The words of a message: its own, those of what was forwarded in it, and of the cards that stand for words.

https://discord.com/developers/docs/resources/message#message-snapshot-object
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import discord

from core.privacy.text import RawText

Json = Mapping[str, Any]

_MENTION: Final = re.compile(r"<(?:@[!&]?|#|id:)[^<>\s]+>")
_EMOJI: Final = re.compile(r"<a?(:\w+:)\d+>")
_SOMEBODY: Final = "@…"


def words_of(message: discord.Message, *, without: int = 0) -> RawText:
    """Return what a person typed and forwarded; `without` is a mention that is left out."""
    forwarded = ((snapshot.content, snapshot.embeds) for snapshot in message.message_snapshots)
    cards = (_said(content, (embed.to_dict() for embed in embeds)) for content, embeds in forwarded)
    return _plain("\n\n".join(filter(None, (message.content, *cards))), without)


def words_in(payload: Json, *, without: int = 0) -> RawText:
    """Return the same of a message that came as its payload; what a bot posted may have its words in cards alone."""
    snapshots = (each.get("message", {}) for each in payload.get("message_snapshots", ()))
    said = (_said(each.get("content", ""), each.get("embeds", ())) for each in (payload, *snapshots))
    return _plain("\n\n".join(filter(None, said)), without)


def _said(content: str, embeds: Iterable[Json]) -> str:
    """Return the words of a message; its embeds count only where it has none: else they preview its links."""
    return content or "\n\n".join("\n".join(_card(embed)) for embed in embeds)


def _card(embed: Json) -> Iterator[str]:
    yield from filter(None, (embed.get("title"), embed.get("description")))
    for field in embed.get("fields", ()):
        yield f"{field['name']}: {field['value']}"


def _plain(text: str, without: int) -> RawText:
    """Return a text in which mentions of others are `@…`, for an id says who somebody is."""
    written = re.sub(rf"<@[!&]?{without}>", "", text)
    return RawText(_EMOJI.sub(r"\1", _MENTION.sub(_SOMEBODY, written)).strip())
