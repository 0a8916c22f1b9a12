"""The conversation in a direct message on Discord: the messages and components that the bot posts."""

import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from html import escape
from pathlib import Path
from typing import Any, Final

from core.adapters.store.open_store import open_store
from tests.bots.discord.conftest import Lab
from tests.bots.discord.screen import Screen, quiet
from tests.fakes.discord.server import FakeDiscord
from tests.pictures.page import LINES, control, message, page, row, text

_NEXT: Final = (*(f"[질문 {number}]" for number in range(2, 7)), "AI가 참고할", "이렇게 이해했어요", "버전 1")
_MARKS: Final = (
    (r"\\([*_~`|>#-])", r"\1"),
    (r"\*\*([^*\n]+)\*\*", r"<b>\1</b>"),
    (r"`([^`\n]+)`", r"<code>\1</code>"),
    (r"(?m)^-# (.*)$", r'<span class="quiet">\1</span>'),
    (r"(?m)^#{1,3} (.*)$", r'<span class="big">\1</span>'),
)
_ROW, _BUTTON, _SECTION, _TEXT, _CONTAINER = 1, 2, 9, 10, 17
_SELECTS: Final = {3, 5, 6, 7, 8}
_PRIMARY: Final = 1


async def drawn() -> str:
    """Hold the conversation and return its page."""
    with tempfile.TemporaryDirectory() as folder, closing(open_store(Path(folder), clock=time.time)) as store:
        async with FakeDiscord() as fake:
            person = fake.person(locale="ko")
            async with Lab(fake, store, Path(folder)).bot():
                await person.command()
                screen = Screen(person, person.dm)
                await screen.shows("[질문 1]")
                for line, shown in zip(LINES, _NEXT, strict=True):
                    await person.say(line, person.dm)
                    await screen.shows(shown)
                    await quiet()
                return page(map(_message, person.dm.messages))


def _message(shown: dict[str, Any]) -> str:
    is_bot = bool(shown["author"]["bot"])
    inner = "".join(_parts(shown)) if is_bot else text(escape(shown["content"]))
    return message("promptgen" if is_bot else "박지훈", inner, is_bot=is_bot)


def _parts(shown: dict[str, Any]) -> Iterator[str]:
    if shown["content"]:
        yield text(_markdown(shown["content"]))
    yield from map(_component, shown["components"])


def _component(component: dict[str, Any]) -> str:
    inner = component.get("components", [])
    match component["type"]:
        case kind if kind == _ROW:
            return row(map(_control, inner))
        case kind if kind == _SECTION:
            words = "".join(map(_component, inner))
            return f'<div class="beside"><div>{words}</div>{row([_control(component["accessory"])])}</div>'
        case kind if kind == _TEXT:
            return text(_markdown(component["content"]))
        case kind if kind == _CONTAINER:
            return f'<div class="box">{"".join(map(_component, inner))}</div>'
        case _:
            return ""


def _control(component: dict[str, Any]) -> str:
    if component["type"] in _SELECTS:
        return control(component.get("placeholder") or "⋯", "menu")
    return control(component.get("label") or "", "first" if component.get("style") == _PRIMARY else "")


def _markdown(written: str) -> str:
    html = escape(written, quote=False)
    for mark, element in _MARKS:
        html = re.sub(mark, element, html)
    return html
