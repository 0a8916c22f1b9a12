"""Telling whether a message of ours stands somewhere already, though it was changed since."""

from typing import Any

from bots.discord.components import ids_in, texts_in
from bots.discord.markdown import answer_above, answer_beneath
from bots.discord.message import Message
from bots.discord.render import with_choice

Json = dict[str, Any]


def shows(posted: Json, message: Message) -> bool:
    """Say whether a posted message is this one: with the answer that led to it, or with that which was given to it."""
    text, controls = _as_read(posted)
    words, own_controls = _as_read(message.headed(answer_above(text)).payload())
    given = answer_beneath(text)
    return (text, controls) == (words, own_controls) or (
        not controls and bool(given) and text == with_choice(words, given).content
    )


def _as_read(message: Json) -> tuple[str, list[str]]:
    """Return the words of a message and what its controls carry."""
    components = message["components"]
    return message.get("content") or texts_in(components), ids_in(components)
