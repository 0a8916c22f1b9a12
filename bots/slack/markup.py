"""Slack's mrkdwn: what people wrote is unescaped, and what is shown is escaped."""

import re
from typing import Final

_MARKUP: Final = re.compile(r"<((?:[@#!]|https?://|mailto:|tel:)[^<>\n]*)>")
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
SOMEBODY: Final = "@…"
# mrkdwn cannot escape the marks that format a text: where they would, signs that look like them take their place.
_LOOKALIKES: Final = str.maketrans({"*": "∗", "_": "＿", "~": "∼", "`": "ˋ", ">": "＞"})
_PAIRS: Final = [re.compile(rf"(?<![^\W_]){mark}(?=\S)[^\n]*?(?<=\S){mark}(?![^\W_])") for mark in (r"\*", "_", "~")]
_CALL: Final = re.compile(r"<(?=!(?:channel|here|everyone|subteam|date)|@[UWB]|#[CG])")
_QUOTE: Final = re.compile(r"^[ \t]*>+", re.MULTILINE)


def escape(text: str) -> str:
    """Return text that Slack shows as it is written: no mention, no link, nothing bold, crossed out or quoted."""
    for pair in _PAIRS:
        text = pair.sub(lambda found: f"{alike(found[0][0])}{found[0][1:-1]}{alike(found[0][-1])}", text)
    text = _QUOTE.sub(lambda found: alike(found[0]), text)
    return entities(alike(text, "`") if text.count("`") > 1 else text)


def entities(text: str) -> str:
    """Return text to the letter, as it is copied from a message: no mention, no link, no channel call.

    https://docs.slack.dev/messaging/formatting-message-text#escaping
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def uncalled(text: str) -> str:
    """Return Markdown to the letter but for what would call people or a channel in Slack."""
    return _CALL.sub("‹", text)


def alike(text: str, mark: str = "") -> str:
    """Return text with signs that look like the marks of mrkdwn in the place of these, or of one of them."""
    return text.replace(mark, mark.translate(_LOOKALIKES)) if mark else text.translate(_LOOKALIKES)


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
