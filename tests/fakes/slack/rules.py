"""Slack's limits on what an app sends, as checks that name each breach."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

Payload = dict[str, Any]

_TEXT_LIMITS: Final = {"section": 3_000, "header": 150, "context": 3_000, "markdown": 12_000}
_MARKUP: Final = re.compile(r"<(?!@[UW][A-Z0-9]+>|#C[A-Z0-9]+>|https?://[^|>]*(?:\|[^>]*)?>)|&(?!amp;|lt;|gt;)")
_CALL: Final = re.compile(r"<(?:!channel|!here|!everyone|!subteam|@[UW]|#C)")
_ALL_BLOCKS_OF_A_MESSAGE: Final = 13_200


def breaches_of_message(message: Payload, *, update: bool = False) -> list[str]:
    """Return what Slack would refuse, or show wrongly, in the arguments of a message method."""
    return [
        *_text(message.get("text"), update=update),
        *_blocks(message.get("blocks") or [], 50),
        *_unfurls(message, update),
    ]


def breaches_of_view(view: Payload) -> list[str]:
    """Return what Slack would refuse in a modal or an App Home."""
    found = [*_blocks(view["blocks"], 100)]
    found += [
        f"view {part} is longer than 24: {len(view[part]['text'])}"
        for part in ("title", "submit", "close")
        if part in view and len(view[part]["text"]) > 24
    ]
    if len(view.get("private_metadata", "")) > 3_000:
        found.append("private_metadata is longer than 3000")
    if view["type"] == "modal" and "title" not in view:
        found.append("a modal has no title")
    if any(block["type"] == "input" for block in view["blocks"]) and "submit" not in view:
        found.append("a view with inputs has no submit")
    try:
        View(**view).to_dict()
    except Exception as error:  # noqa: BLE001 - the models raise several kinds
        found.append(f"slack_sdk refuses the view: {error}")
    return found


def _text(text: str | None, *, update: bool) -> Iterator[str]:
    if not text:
        yield "no text: screen readers and notifications would show nothing"
        return
    if len(text) > 4_000:
        yield f"text is longer than 4000: {len(text)}"
    if update and len(text.encode()) > 4_000:
        yield "text of an update is longer than 4000 bytes"
    if _MARKUP.search(text):
        yield "text holds markup that is not escaped"


def _unfurls(message: Payload, update: bool) -> Iterator[str]:  # noqa: FBT001 - one of two kinds of message
    if not update and not (message.get("unfurl_links") is False and message.get("unfurl_media") is False):
        yield "links would be unfurled"


def _blocks(blocks: Sequence[Payload], most: int) -> Iterator[str]:
    if len(blocks) > most:
        yield f"more than {most} blocks: {len(blocks)}"
    total = sum(len(text) for block in blocks for text in _strings(block))
    if most == 50 and total > _ALL_BLOCKS_OF_A_MESSAGE:
        yield f"msg_blocks_too_long: {total}"
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    if len(ids) != len(set(ids)):
        yield "two blocks have the same block_id"
    for block in blocks:
        yield from _block(block)


def _block(block: Payload) -> Iterator[str]:
    kind = block["type"]
    parsed = Block.parse(block)
    try:
        if parsed is None:
            yield f"slack_sdk does not know the block {kind}"
        else:
            parsed.validate_json()
    except Exception as error:  # noqa: BLE001 - the models raise several kinds
        yield f"slack_sdk refuses {kind}: {error}"
    if len(block.get("block_id", "")) > 255:
        yield "block_id is longer than 255"
    if kind == "markdown" and (not 1 <= len(block["text"]) <= 12_000 or _CALL.search(block["text"])):
        yield "a markdown block is empty, too long, or calls somebody"
    for text in _texts(block):
        yield from _text_object(text, _TEXT_LIMITS.get(kind, 3_000))
    elements = block.get("elements", []) if kind in {"actions", "context"} else []
    if kind == "actions" and not 1 <= len(elements) <= 25:
        yield f"an actions block has {len(elements)} elements"
    if kind == "context" and not 1 <= len(elements) <= 10:
        yield f"a context block has {len(elements)} elements"
    interactive = [
        *(elements if kind == "actions" else []),
        *(block[at] for at in ("accessory", "element") if at in block),
    ]
    ids = [element.get("action_id") for element in interactive]
    if len(ids) != len(set(ids)):
        yield "two elements of a block have the same action_id"
    for element in interactive:
        yield from _element(element)


def _texts(block: Payload) -> Iterator[Payload]:
    for value in (block.get("text"), block.get("label"), block.get("hint")):
        if isinstance(value, dict):
            yield value
    yield from block.get("fields", [])
    if block["type"] == "context":
        yield from (element for element in block["elements"] if "text" in element)


def _text_object(text: Payload, longest: int) -> Iterator[str]:
    if not 1 <= len(text["text"]) <= longest:
        yield f"a text has {len(text['text'])} characters, not 1 to {longest}"
    if text["type"] == "mrkdwn" and _MARKUP.search(text["text"]):
        yield "mrkdwn holds markup that is not escaped"
    if text["type"] == "mrkdwn" and not text.get("verbatim"):
        yield "Slack would make links and mentions of plain words"


def _element(element: Payload) -> Iterator[str]:
    if len(element.get("action_id", "")) > 255:
        yield "action_id is longer than 255"
    if element["type"] == "button":
        if not 1 <= len(element["text"]["text"]) <= 75:
            yield f"a button's text has {len(element['text']['text'])} characters"
        if len(element.get("url", "")) > 3_000:
            yield "a button's address is longer than 3000"
        if len(element.get("value", "")) > 2_000:
            yield "a button's value is longer than 2000"
        if len(element.get("accessibility_label", "")) > 75:
            yield "an accessibility_label is longer than 75"
        yield from _confirm(element.get("confirm") or {})
    if element["type"] == "plain_text_input" and len(element.get("initial_value", "")) > min(
        3_000, element.get("max_length", 3_000)
    ):
        yield "initial_value is longer than the input takes"
    if element["type"] == "plain_text_input" and element.get("max_length", 1) > 3_000:
        yield "max_length is more than 3000"
    if "placeholder" in element and len(element["placeholder"]["text"]) > 150:
        yield "a placeholder is longer than 150"
    yield from _options(element)


def _confirm(dialog: Payload) -> Iterator[str]:
    longest = {"title": 100, "text": 300, "confirm": 30, "deny": 30}
    yield from (
        f"{part} of a confirm dialog is too long"
        for part, most in longest.items()
        if dialog and len(dialog[part]["text"]) > most
    )


def _options(element: Payload) -> Iterator[str]:
    if "options" not in element:
        return
    options = element["options"]
    most = 10 if element["type"] in {"radio_buttons", "checkboxes"} else 100
    if not 1 <= len(options) <= most:
        yield f"{element['type']} has {len(options)} options"
    values = [option["value"] for option in options]
    if len(values) != len(set(values)):
        yield "two options have the same value"
    if any(not 1 <= len(option["text"]["text"]) <= 75 or len(option["value"]) > 150 for option in options):
        yield "an option's text is longer than 75, or its value than 150"
    if "initial_option" in element and element["initial_option"] not in options:
        yield "initial_option is none of the options"


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "text" and isinstance(item, str):
                yield item
            else:
                yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
