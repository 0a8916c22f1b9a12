"""Sharing: what each item or part of an answer gets of its length, so that the sum can be kept."""

from typing import Final

from core.choices import Form
from core.prompting.brief import Brief
from core.prompting.tongue import KOREAN, Tongue
from core.prompting.understanding.understanding import Demand, Understanding
from core.prompting.writing.amount import Amount, follows_source
from core.prompting.writing.phrases import phrase
from core.prompting.writing.ruling import says_count
from core.prompting.writing.shape import BETWEEN_FIELDS, form_of, named, outline

_FEWEST: Final = 3  # of two, each gets its half without being told
_PART: Final = 50  # characters; a part that gets less is a phrase
_STEP: Final = 10
_FIELD: Final = 20  # characters that each further thing in an item takes: with less it has no size to aim at


def share_line(brief: Brief, understanding: Understanding, amount: Amount, tongue: Tongue | None) -> str:
    """Return how long each item or part is to be; empty where the length is no number of characters to be shared."""
    if tongue not in (None, KOREAN) or not amount.is_known:
        return ""
    if named(understanding, Demand.LENGTH) or follows_source(brief, understanding):
        return ""
    form, locale = form_of(brief, understanding), understanding.locale
    count = named(understanding, Demand.COUNT)
    room = amount.loosened or amount.extent.high
    if form is Form.LIST and count and count.count and says_count(count) and count.count >= _FEWEST:
        size = room // count.count
        return phrase(locale, "length.each_item", size=size) if size >= _FIELD * (_fields(understanding) - 1) else ""
    parts = outline(brief, understanding, amount).parts
    each = amount.room // len(parts) // _STEP * _STEP if parts else 0
    if form is Form.REPORT and len(parts) >= _FEWEST and each >= _PART:
        return phrase(locale, "length.each_part", size=f"{each:,}")
    return ""


def _fields(understanding: Understanding) -> int:
    """Return how many things an item of a list holds."""
    columns, shape = named(understanding, Demand.COLUMNS), understanding.intent.shapes.get(Form.LIST)
    if columns and columns.values:
        return len(columns.values)
    is_known = shape and shape.each and understanding.recognition.is_certain
    return len(BETWEEN_FIELDS.split(shape.each[understanding.locale])) if is_known and shape and shape.each else 1
