"""ExternalAssistant assistants: where a prompt can be taken to, and the link that takes it there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from core.choices import ExternalAssistant
from core.privacy.text import MaskedText

NAMES: Final = {
    ExternalAssistant.CHATGPT: "ChatGPT",
    ExternalAssistant.CLAUDE: "Claude",
    ExternalAssistant.GEMINI: "Gemini",
    ExternalAssistant.PERPLEXITY: "Perplexity",
}
_OPEN: Final = {
    ExternalAssistant.CHATGPT: "https://chatgpt.com/",
    ExternalAssistant.CLAUDE: "https://claude.ai/new",
    ExternalAssistant.GEMINI: "https://gemini.google.com/app",
    ExternalAssistant.PERPLEXITY: "https://www.perplexity.ai/",
}
_FILLED: Final = {
    ExternalAssistant.CHATGPT: "https://chatgpt.com/?q=",
    ExternalAssistant.CLAUDE: "https://claude.ai/new?q=",
    ExternalAssistant.PERPLEXITY: "https://www.perplexity.ai/search?q=",
}
"""Gemini takes no text from its address."""


@dataclass(frozen=True, slots=True)
class Link:
    """The way to an assistant; `carries` says that the prompt is in the address, else it is pasted there."""

    name: str
    url: str
    carries: bool


def links_to(assistants: Iterable[ExternalAssistant], text: MaskedText | None, longest: int) -> tuple[Link, ...]:
    """Return a link to each assistant, with the text in it where it fits into `longest` characters.

    None as the text: nothing may be carried.
    """
    return tuple(_link(assistant, text, longest) for assistant in assistants)


def _link(assistant: ExternalAssistant, text: MaskedText | None, longest: int) -> Link:
    filled = _FILLED.get(assistant)
    url = f"{filled}{quote(text, safe='')}" if filled and text else ""
    if url and len(url) <= longest:
        return Link(NAMES[assistant], url, carries=True)
    return Link(NAMES[assistant], _OPEN[assistant], carries=False)
