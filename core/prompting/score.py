"""The soft score: how good a prompt is, item by item."""

from dataclasses import dataclass

from core.locale import Locale
from core.prompting.qualities import MEASURES, WEIGHTS, Draft, Quality
from core.prompting.wording.lint import LINT


@dataclass(frozen=True, slots=True)
class Item:
    """One quality: its points, why, and how to mend what is lacking."""

    quality: Quality
    points: int
    out_of: int
    reason: str
    mend: str | None


@dataclass(frozen=True, slots=True)
class Score:
    """The items of a prompt and their sum, 0 to 100."""

    total: int
    items: tuple[Item, ...]


def score(text: str, locale: Locale) -> Score:
    """Judge a prompt, Korean or English; reasons and mends are in the language of `locale`."""
    draft = Draft(text)
    items = tuple(_item(quality, MEASURES[quality](draft), locale) for quality in Quality)
    return Score(sum(item.points for item in items), items)


def _item(quality: Quality, share: float, locale: Locale) -> Item:
    out_of = WEIGHTS[quality]
    points = round(out_of * share)
    kept, lacking, mend = LINT[locale][quality]
    full = points == out_of
    return Item(quality, points, out_of, kept if full else lacking, None if full else mend)
