"""What only Discord's interface says (`texts.toml`)."""

from importlib.resources import files
from typing import Final

from core.conversation.texts import read_texts
from core.values.locale import Locale

TEXTS: Final = read_texts([files("bots.discord") / "texts.toml"])


def tell(locale: Locale, text: str, **details: str | int) -> str:
    """Return the wording of the text with this id, its places filled with `details`."""
    return TEXTS[locale][text].format_map(details)
