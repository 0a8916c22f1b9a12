"""The words that a model is told in a rehearsal (`wording.toml`)."""

from importlib.resources import files
from typing import Final

from core.conversation.texts import read_texts

WORDING: Final = read_texts([files(__package__) / "wording.toml"])
