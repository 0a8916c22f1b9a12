"""What a message of Slack's says: its own words, those of a message that is forwarded in it, those in its blocks.

https://docs.slack.dev/reference/block-kit/blocks/rich-text-block shows how people's text stands in blocks.
"""

from collections.abc import Iterator
from typing import Any, Final

from bots.slack.markup import SOMEBODY, plain
from bots.slack.payload import Payload

_LINES: Final = frozenset({"rich_text_section", "rich_text_preformatted", "rich_text_quote"})
_CONTROLS: Final = frozenset({"actions", "context_actions", "button"})


def words_of(message: Payload, *, without: str = "") -> str:
    """Return all that a message says; `without` is a user whose mention is left out.

    What a person types stands in the text and in the blocks alike, so blocks and attachments speak only for a message
    without words of its own. A forwarded message always does: what is typed beside it is said about it.
    """
    attachments = message.get("attachments") or []
    own = plain(message.get("text") or "", without=without)
    forwarded = [text for one in attachments if one.get("is_share") for text in _attached(one)]
    if own or forwarded:
        return "\n\n".join(filter(None, [own, *forwarded]))
    lines = [*_blocks(message.get("blocks") or [], without), *(text for one in attachments for text in _attached(one))]
    return "\n".join(lines).strip()


def _attached(attachment: Payload) -> Iterator[str]:
    """Yield the lines of an attachment; who wrote it stays out."""
    inner = [*(attachment.get("blocks") or []), *_blocks_of_shared(attachment)]
    said = [plain(attachment.get(part) or "") for part in ("pretext", "title", "text")]
    said += [plain(f"{one.get('title') or ''}: {one.get('value') or ''}") for one in attachment.get("fields") or []]
    lines = [line for line in said if line] or list(_blocks(inner, ""))
    yield from lines or filter(None, [plain(attachment.get("fallback") or "")])


def _blocks_of_shared(attachment: Payload) -> list[Payload]:
    shared = [one.get("message") or {} for one in attachment.get("message_blocks") or []]
    return [block for message in shared for block in message.get("blocks") or []]


def _blocks(blocks: list[Payload], without: str) -> Iterator[str]:
    for block in blocks:
        yield from filter(None, (line.strip() for line in _lines(block, without)))


def _lines(value: Any, without: str) -> Iterator[str]:  # noqa: ANN401 - blocks nest as they like
    """Yield the lines of a block, one for each text and for each section of rich text."""
    if isinstance(value, list):
        for item in value:
            yield from _lines(item, without)
    if not isinstance(value, dict) or value.get("type") in _CONTROLS:
        return
    if value.get("type") in _LINES:
        yield "".join(_piece(element, without) for element in value.get("elements") or [])
    elif isinstance(value.get("text"), str):
        yield value["text"] if value.get("type") == "plain_text" else plain(value["text"], without=without)
    else:
        for part in ("text", "fields", "elements", "rows"):
            yield from _lines(value.get(part), without)


def _piece(element: Payload, without: str) -> str:
    """Return a piece of rich text as it is read; it is not escaped, unlike a message's text."""
    match element.get("type"):
        case "user":
            return "" if element.get("user_id") == without else SOMEBODY
        case "usergroup":
            return SOMEBODY
        case "link":
            return str(element.get("text") or element.get("url") or "")
        case "emoji":
            return f":{element.get('name')}:"
        case "channel":
            return "#…"
        case _:
            return str(element.get("text") or "")
