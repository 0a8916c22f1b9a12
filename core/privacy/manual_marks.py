"""Marks: what a person marks in a message to have it masked: ||오로라|| anywhere, or '오로라' 가려줘 alone."""

import re
from typing import Final

from core.privacy.entities import EntityType
from core.privacy.spans import BY_PERSON, Span
from core.privacy.text import RawText

# Where the detector found the same text, its kind says more.
_SCORE: Final = 0.5
# Discord's spoiler. A word or a bracket in front, or a blank inside, is code: a||b||c, (a || b).
_MARK: Final = re.compile(r"(?<![\w)\]'\"|])\|\|(?![\s|])(?P<item>[^|{}\n]{1,200})(?<!\s)\|\|(?!\|)")
_ORDER: Final = re.compile(
    r"\s*+['\"‘“](?P<item>[^'\"‘’“”{}\n]{1,200})['\"’”]\s*+[을를은는도]?\s*+"
    r"(?:가려\s?(?:줘|줘요|주세요)|가리기)[.!]?\s*+"
)
_ENGLISH_ORDER: Final = re.compile(r"\s*+mask\s++['\"‘“](?P<item>[^'\"‘’“”{}\n]{1,200})['\"’”][.!]?\s*+", re.IGNORECASE)


def marked(raw: RawText) -> tuple[RawText, tuple[Span, ...]]:
    """Return a text without its marks, with a CUSTOM span for what each held.

    An order to mask comes back in the words that switch an item: its label, 가리기.
    """
    text = raw.reveal()
    order = _ORDER.fullmatch(text) or _ENGLISH_ORDER.fullmatch(text)
    if order:
        return RawText(f"{order['item']} 가리기"), (_span(0, order["item"]),)
    pieces: list[str] = []
    spans: list[Span] = []
    last = length = 0
    for mark in _MARK.finditer(text):
        pieces += text[last : mark.start()], mark["item"]
        length += mark.start() - last
        spans.append(_span(length, mark["item"]))
        length += len(mark["item"])
        last = mark.end()
    return (RawText("".join((*pieces, text[last:]))), tuple(spans)) if spans else (raw, ())


def _span(start: int, item: str) -> Span:
    return Span(start, start + len(item), EntityType.CUSTOM, _SCORE, BY_PERSON)
