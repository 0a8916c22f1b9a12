"""Slack's mrkdwn: what people wrote is unescaped, and what is shown is escaped."""

import re
from typing import Final

_MARKUP: Final = re.compile(r"<((?:[@#!]|https?://|mailto:|tel:)[^<>\n]*)>")
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
SOMEBODY: Final = "@…"


def escape(text: str) -> str:
    """Return text that Slack shows as it is written: no mention, no link, no channel call.

    https://docs.slack.dev/messaging/formatting-message-text#escaping
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plain(text: str, *, without: str = "") -> str:
    """Return what a person typed, free of Slack's markup; `without` is a user whose mention is left out.

    Mentions of people become `@…`: an id says who somebody is.
    """
    written = _MARKUP.sub(lambda found: "" if found[1] == f"@{without}" else _typed(found[1]), text)
    for entity, character in _ENTITIES:
        written = written.replace(entity, character)
    return written.strip()


def clip(text: str, most: int) -> str:
    """Return the text, cut to `most` characters with an ellipsis at its end."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _typed(inner: str) -> str:
    target, _, label = inner.partition("|")
    if target.startswith(("@", "!subteam")):
        return SOMEBODY
    if target.startswith("!"):
        return label or f"@{target[1:]}"
    if target.startswith("#"):
        return f"#{label}" if label else "#…"
    return label or target.removeprefix("mailto:").removeprefix("tel:")
