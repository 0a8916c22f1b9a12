"""Answers by their names: 길이는 짧게."""

import re
from types import MappingProxyType
from typing import Final

from core.conversation.questions import Key
from core.conversation.texts import TEXTS
from core.privacy.text import MaskedText

NAMES: Final = MappingProxyType(
    {texts[f"key.{key}"].casefold(): key for texts in TEXTS.values() for key in Key} | {str(key): key for key in Key}
)
"""What each answer is called, in either language."""

_JOINED: Final = {name.replace(" ", ""): key for name, key in NAMES.items()}
_WRITTEN: Final = "|".join(re.escape(name).replace(r"\ ", r"\s?") for name in sorted(NAMES, key=len, reverse=True))
_NAME: Final = re.compile(rf"({_WRITTEN})\s*+(?:[은는을를:=]\s*+|(?<=\s))(?=\S)")


def key_named(name: str) -> Key | None:
    """Return the answer of a name, whether or not its words stand apart: 자기소개."""
    return _JOINED.get("".join(name.split()))


def split_name(text: MaskedText) -> tuple[Key, MaskedText] | None:
    """Return the answer that a text begins with and the rest of it: "길이는 짧게" is the length, "짧게"."""
    found = _NAME.match(text.casefold())
    key = key_named(found[1]) if found else None
    return (key, MaskedText(text[found.end() :].strip())) if found and key else None
