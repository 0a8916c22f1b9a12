"""The wording on Discord: what only Discord needs (`texts.toml`), and everybody's."""

from importlib.resources import files
from typing import Final

from core.conversation.texts import read_texts, translator

TEXTS: Final = read_texts([files("bots.discord") / "texts.toml"])
t: Final = translator(TEXTS)
