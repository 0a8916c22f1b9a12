"""Length growth: how much an answer must be let grow so that what was given fits into it."""

import re
from typing import Final

from core.prompting.intents.intent import Intent, Product
from core.prompting.length_range import ASKED_FOR
from core.prompting.understanding.understanding import Demand, Holds, Introduction, Requirement
from core.values.choices import Form, Length

_HOLDS_FACTS: Final = frozenset({Product.TEXT_TO_SEND, Product.DOCUMENT, Product.PLAN, Product.CREATIVE})
_PART: Final = 50  # characters that a named part needs at least: a short sentence
_ITEM, _ITEM_OF_SEVERAL = 14, 28  # that an item needs: some words; and one that says more than one thing
_WHOLE_TEXT: Final = 100  # that a text of its own needs; slogans need less
_FACT: Final = 8  # around a fact that make a sentence of it
_FIGURE: Final = re.compile(r"[0-9]")  # a demand with one has to be written down (회신은 8월 14일까지)
_WITHIN: Final = re.compile(
    r"해시태그|이모지|이모티콘|키워드|느낌표|hashtag|emoji|keyword", re.IGNORECASE
)  # of one text
_TEXTS: Final = re.compile(
    r"[0-9두세네섯]\s?(?:개|통|편|가지|버전|종|안|건)|\b(?:versions|e-?mails|messages|posts)\b"
)  # 23곳에 보냄: none
_BRIEF: Final = re.compile(r"멘트|[0-9]\s?초|한 ?줄씩|one line each", re.IGNORECASE)  # 각 멘트 7초 안에
_USUAL: Final = 2  # times its least length is what a thing usually takes
_SLACK: Final = 1.25  # a little over is no contradiction
_COUNTED_SLACK: Final = 1.2  # where the things are counted, the sum is sure
_PLAIN, _SENTENCE = 250, 40  # a plain thing takes a sentence more than its least length


def loosened(
    length: Length | str,
    intent: Intent,
    introduction: Introduction,
    requirements: tuple[Requirement, ...],
    holds: Holds | None = None,
) -> int:
    """Return the characters that an answer may grow to; 0 where it can hold what must be in it."""
    is_unbound = intent.as_source or intent.product in (Product.CODE, Product.FORMULA)
    if not isinstance(length, Length) or length is Length.LONG or is_unbound:
        return 0
    parts = max((len(each.values) for each in requirements if each.demand is Demand.SECTIONS), default=0)
    items = max(
        (
            each.count or len(each.values)
            for each in requirements
            if each.demand in (Demand.ITEMS, Demand.COUNT) and not _WITHIN.search(each.said)
            if intent.product is not Product.TEXT_TO_SEND or _TEXTS.search(each.said)
        ),
        default=0,
    )
    given = [
        *dict.fromkeys(introduction.facts),
        *(wish.said for wish in introduction.read if _FIGURE.search(wish.said)),
    ]
    told = sum(len(fact) + _FACT for fact in given)
    facts = int(told * _SLACK) if intent.product in _HOLDS_FACTS else 0  # a text holds more than its facts
    listed = intent.shapes.get(Form.LIST)
    item = _ITEM_OF_SEVERAL if listed and listed.each and "—" in listed.each.ko else _ITEM
    is_brief = any(_BRIEF.search(each.said) for each in requirements)
    if (
        intent.product is Product.TEXT_TO_SEND and intent.short >= _WHOLE_TEXT and not is_brief
    ):  # several posts, not several lines
        item = intent.short
    is_short = length is Length.SHORT
    least = intent.short + (_SENTENCE if is_short and intent.short <= _PLAIN else 0)
    if not is_short and intent.product is Product.PLAN:  # of a text 500 characters may be all that there is room for
        least *= _USUAL
    needed = max(least, facts, parts * _PART, items * item)
    counted = holds.total if holds else 0
    high = ASKED_FOR[length].high
    if needed <= high * _SLACK and counted <= high * _COUNTED_SLACK:
        return 0
    return -(-max(needed, counted) // 50) * 50
