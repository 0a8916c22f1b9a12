"""The links to assistants outside, with the prompt in their address where it fits."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from core.conversation.texts import t
from core.features.takeaway.replies import ShowTakeaway
from core.privacy.text import MaskedText
from core.values.choices import ExternalAssistant
from core.values.locale import Locale

_NAMES: Final = {
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
# Gemini takes no text from its address.
_FILLED: Final = {
    ExternalAssistant.CHATGPT: "https://chatgpt.com/?q=",
    ExternalAssistant.CLAUDE: "https://claude.ai/new?q=",
    ExternalAssistant.PERPLEXITY: "https://www.perplexity.ai/search?q=",
}


@dataclass(frozen=True, slots=True)
class Link:
    """The way to an assistant; `carries` says that the prompt is in the address, else it is pasted there."""

    name: str
    url: str
    carries: bool


def links_of(taken: ShowTakeaway, longest: int) -> tuple[Link, ...]:
    """Return the links that the operator allows; they carry what may leave, where it fits into `longest` characters."""
    return tuple(_link(assistant, taken.external_text, longest) for assistant in taken.assistants)


def label_of(link: Link, locale: Locale) -> str:
    """Return what is written on a link."""
    return t(locale, "take.open" if link.carries else "take.open_empty", name=link.name)


def _link(assistant: ExternalAssistant, text: MaskedText | None, longest: int) -> Link:
    filled = _FILLED.get(assistant)
    url = f"{filled}{quote(text, safe='')}" if filled and text else ""
    if url and len(url) <= longest:
        return Link(_NAMES[assistant], url, carries=True)
    return Link(_NAMES[assistant], _OPEN[assistant], carries=False)
