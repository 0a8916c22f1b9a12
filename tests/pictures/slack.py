"""The conversation in a direct message on Slack: the blocks that the bot posts, and what is typed to it."""

import re
import tempfile
from collections.abc import Callable
from contextlib import AsyncExitStack
from html import escape
from pathlib import Path
from typing import Any, Final

from core.adapters.presidio.detector import PresidioDetector
from tests.fakes.slack.parts import build_container, settings_for
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.starting import start
from tests.fakes.slack.world import BOT_USER, Message
from tests.pictures.page import LINES, control, message, page, row, text

_NEXT: Final = (*(f"[질문 {number}]" for number in range(2, 7)), "AI가 참고할", "이렇게 이해했어요", "버전 1")
_MARKS: Final = ((r"\*([^*\n]+)\*", r"<b>\1</b>"), (r"`([^`\n]+)`", r"<code>\1</code>"))


async def drawn() -> str:
    """Hold the conversation and return its page."""
    async with FakeSlack.running() as slack, AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        parts = stack.enter_context(build_container(settings_for(folder, slack.api_url), load=PresidioDetector))
        await start(parts, stack)
        await slack.connected()
        person = Person(slack, "U1")
        await person.say("안녕하세요")
        await person.sees("[질문 1]")
        for line, shown in zip(LINES, _NEXT, strict=True):
            await person.say(line)
            await person.sees(shown)
        await slack.until(lambda: not any(list(each.elements()) for each in person.seen[:-1]))
        return page(map(_message, slack.world.messages))


def _message(shown: Message) -> str:
    if shown.user == BOT_USER:
        return message("promptgen", "".join(map(_block, shown.blocks)), is_bot=True)
    return message("박지훈", text(escape(shown.text)), is_bot=False)


def _block(block: dict[str, Any]) -> str:
    draw = _BLOCKS.get(block["type"])
    return draw(block) if draw else ""


def _section(block: dict[str, Any]) -> str:
    return f'<div class="beside">{text(_mrkdwn(block["text"]["text"]))}{_accessory(block)}</div>'


def _context(block: dict[str, Any]) -> str:
    return "".join(text(_mrkdwn(element["text"]), "quiet") for element in block["elements"])


def _rating(block: dict[str, Any]) -> str:
    (buttons,) = block["elements"]
    return row(control(buttons[name]["text"]["text"]) for name in ("positive_button", "negative_button"))


_BLOCKS: Final[dict[str, Callable[[dict[str, Any]], str]]] = {
    "header": lambda block: text(escape(block["text"]["text"]), "big"),
    "section": _section,
    "context": _context,
    "rich_text": lambda block: "".join(text(escape(_plain(element))) for element in block["elements"]),
    "markdown": lambda block: text(escape(block["text"])),
    "actions": lambda block: row(map(_control, block["elements"])),
    "context_actions": _rating,
}


def _accessory(block: dict[str, Any]) -> str:
    return row([_control(block["accessory"])]) if "accessory" in block else ""


def _control(element: dict[str, Any]) -> str:
    if element["type"] == "button":
        return control(element["text"]["text"], "first" if element.get("style") == "primary" else "")
    return control(element.get("placeholder", {}).get("text", "⋯"), "menu")


def _plain(element: dict[str, Any]) -> str:
    return "".join(part.get("text", "") for part in element.get("elements", []))


def _mrkdwn(written: str) -> str:
    html = written  # its <, > and & are escaped already, as Slack has it
    for mark, element in _MARKS:
        html = re.sub(mark, element, html)
    return html
