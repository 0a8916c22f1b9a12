"""Sentences: what a person said, in pieces that can be quoted."""

import re
from collections.abc import Iterable
from typing import Final

from core.privacy.text import MaskedText

LONGEST: Final = 90
MOST: Final = 16
_SHORTEST: Final = 4
_END: Final = re.compile(r"(?<=[.!?…])\s+|\n+")


def quotable(said: Iterable[MaskedText]) -> tuple[MaskedText, ...]:
    """Return the sentences of several messages, each once, the last ones of many, too short ones left out.

    A long sentence is cut at a blank, so that a quote stays readable and is still the person's own words.
    """
    pieces = (_cut(piece.strip()) for text in said for piece in _END.split(text))
    found = tuple(dict.fromkeys(MaskedText(piece) for piece in pieces if len(piece) >= _SHORTEST))
    return found[-MOST:]


def _cut(sentence: str) -> str:
    if len(sentence) <= LONGEST:
        return sentence
    cut = sentence.rfind(" ", LONGEST // 2, LONGEST)
    cut = cut if cut > 0 else LONGEST
    # Never within a label: half of one would be no label any more.
    opened = sentence.rfind("{", 0, cut)
    inside = opened >= 0 and sentence.find("}", opened) >= cut
    return sentence[: opened if inside and opened > 0 else cut].rstrip()
