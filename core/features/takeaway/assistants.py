"""Outside assistants: where a prompt can be taken to, and the link that takes it there."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import quote

from core.errors import SettingsError
from core.privacy.text import MaskedText


class Outside(StrEnum):
    """An assistant that an operator lets people open."""

    CHATGPT = "chatgpt"
    CLAUDE = "claude"
    GEMINI = "gemini"
    PERPLEXITY = "perplexity"


NAMES: Final = {
    Outside.CHATGPT: "ChatGPT",
    Outside.CLAUDE: "Claude",
    Outside.GEMINI: "Gemini",
    Outside.PERPLEXITY: "Perplexity",
}
_OPEN: Final = {
    Outside.CHATGPT: "https://chatgpt.com/",
    Outside.CLAUDE: "https://claude.ai/new",
    Outside.GEMINI: "https://gemini.google.com/app",
    Outside.PERPLEXITY: "https://www.perplexity.ai/",
}
_FILLED: Final = {
    Outside.CHATGPT: "https://chatgpt.com/?q=",
    Outside.CLAUDE: "https://claude.ai/new?q=",
    Outside.PERPLEXITY: "https://www.perplexity.ai/search?q=",
}
"""Gemini takes no text from its address."""


@dataclass(frozen=True, slots=True)
class Link:
    """The way to an assistant; `carries` says that the prompt is in the address, else it is pasted there."""

    name: str
    url: str
    carries: bool


def parse_outside(setting: str) -> tuple[Outside, ...]:
    """Return the assistants that a setting names, separated by commas.

    Raises:
        SettingsError: One of them is unknown.
    """
    names = [name.strip().casefold() for name in setting.split(",") if name.strip()]
    if not set(names) <= set(Outside):
        raise SettingsError(names="PROMPTGEN_EXTERNAL_LINKS")
    return tuple(dict.fromkeys(map(Outside, names)))


def links_to(assistants: Iterable[Outside], text: MaskedText | None, longest: int) -> tuple[Link, ...]:
    """Return a link to each assistant, with the text in it where it fits into `longest` characters.

    None as the text: nothing may be carried.
    """
    return tuple(_link(assistant, text, longest) for assistant in assistants)


def _link(assistant: Outside, text: MaskedText | None, longest: int) -> Link:
    filled = _FILLED.get(assistant)
    url = f"{filled}{quote(text, safe='')}" if filled and text else ""
    if url and len(url) <= longest:
        return Link(NAMES[assistant], url, carries=True)
    return Link(NAMES[assistant], _OPEN[assistant], carries=False)
