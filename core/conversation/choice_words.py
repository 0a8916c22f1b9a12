"""The words by which people name a choice, and what stands beside one (`choice_words.toml`)."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

from core.conversation.questions import Key

_WORDS: Final = tomllib.loads((files(__package__) / "choice_words.toml").read_text("utf-8"))


def _by_key(name: str) -> Mapping[Key, Any]:
    return {Key(key): words for key, words in _WORDS[name].items()}


CHOICE_WORDS: Final[Mapping[Key, Mapping[str, str]]] = _by_key("choices")
FREE_WORDS: Final[Mapping[Key, str]] = _by_key("free")
SAYS_NO_MORE: Final[Mapping[Key, str]] = _by_key("no_more")
MAKES_ANOTHER: Final[Mapping[Key, str]] = _by_key("other")
REJECTED: Final[str] = _WORDS["rejected"]
REJECTED_BEFORE: Final[str] = _WORDS["rejected_before"]
INDIFFERENT: Final[str] = _WORDS["indifferent"]
NOTHING_TO_SAY: Final[str] = _WORDS["nothing_to_say"]
REACTION: Final[str] = _WORDS["reaction"]
ASKS_BACK: Final[str] = _WORDS["asks_back"]
NOTHING_THERE: Final[str] = f"{''.join(_WORDS['nothing_there'])}|{_WORDS['nothing_there_english']}"
TAKEN_AWAY: Final[str] = _WORDS["taken_away"]
NO_PURPOSE: Final[str] = _WORDS["no_purpose"]
POLITE_ENDINGS: Final[str] = _WORDS["polite_endings"]
