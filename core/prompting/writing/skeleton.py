"""The skeleton: the outline of the answer with each fact at the part that tells it, where that is sure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.locale import Locale
from core.prompting.brief import Brief
from core.prompting.intents.intent import Product
from core.prompting.understanding.kinds import KINDS, chances_of
from core.prompting.understanding.understanding import Demand, Understanding
from core.prompting.writing.amount import Amount
from core.prompting.writing.holding import held_by
from core.prompting.writing.line import Heading, Line, Origin
from core.prompting.writing.phrases import phrase
from core.prompting.writing.reader import told_of_readers
from core.prompting.writing.shape import Outline, named, outline
from core.prompting.writing.told import USE, heading_of

_SURE: Final = 0.6  # of a fact that it belongs to a part: a wrong place is worse than none
_BESIDE: Final = 0.35  # where the fact before or after it surely belongs there
_FEWEST: Final = 3  # parts; of two, nobody asks which
# The text of the others is not made from facts: what is given to code or to a translation belongs to no part of it.
_MADE_FROM_FACTS: Final = frozenset(
    {Product.TEXT_TO_SEND, Product.DOCUMENT, Product.PLAN, Product.CREATIVE, Product.SUMMARY, Product.ANALYSIS}
)
_LONGEST: Final = 160  # characters of a fact; more is a story, and tells several things
_SEVERAL: Final = re.compile(r"[가-힣]니다[.!]?\s\S")  # sentences that were not taken apart


@dataclass(frozen=True, slots=True)
class Skeleton:
    """An outline, the facts that stand at its parts (by their places in it), and those that stand apart.

    `proposed` are the parts of a model, where the outline is its own; `is_all` says that none of the facts is refused.
    """

    outline: Outline
    apart: tuple[str, ...]
    placed: dict[int, tuple[str, ...]] = field(default_factory=dict)
    proposed: tuple[str, ...] = ()
    is_all: bool = True


def skeleton_of(brief: Brief, understanding: Understanding, amount: Amount, proposed: tuple[str, ...]) -> Skeleton:
    """Return the outline of an answer with the facts that surely belong to one of its parts."""
    found = outline(brief, understanding, amount, proposed)
    facts = facts_of(understanding)
    if len(found.parts) < _FEWEST or not _takes_facts(found, understanding):
        return Skeleton(found, facts, proposed=proposed)
    holds = np.array([[kind in held_by(part, understanding.intent) for kind in KINDS] for part in found.parts], float)
    by_chance = holds.mean(axis=1)
    holds /= np.maximum(holds.sum(axis=0), 1)  # a kind that two parts hold belongs to neither
    placed: dict[int, tuple[str, ...]] = {}
    chances = np.array([holds @ chances_of(fact) for fact in facts]).reshape(len(facts), len(found.parts))
    chances = (chances - by_chance) / (1 - by_chance)  # a part of many kinds proves less
    for fact, at in zip(facts, _places(chances), strict=True):
        if at is not None and _is_one(fact) and not _is_private(fact, understanding):
            placed[at] = (*placed.get(at, ()), fact)
    of_parts = {fact for held in placed.values() for fact in held}
    is_all = not heading_of(understanding, [*of_parts]).endswith("_but")
    return Skeleton(found, tuple(fact for fact in facts if fact not in of_parts), placed, proposed, is_all)


def _places(chances: NDArray[np.float64]) -> list[int | None]:
    """Return the part that each fact surely belongs to; beside one that is sure, less is needed for the same part."""
    best = [int(at) for at in chances.argmax(axis=1)]
    is_sure = [row[at] >= _SURE for row, at in zip(chances, best, strict=True)]
    beside = [
        any(is_sure[near] and best[near] == best[at] for near in (at - 1, at + 1) if 0 <= near < len(best))
        for at in range(len(best))
    ]
    return [
        at if sure or (row[at] >= _BESIDE and near) else None
        for row, at, sure, near in zip(chances, best, is_sure, beside, strict=True)
    ]


def _takes_facts(found: Outline, understanding: Understanding) -> bool:
    sections = named(understanding, Demand.SECTIONS)
    is_named = sections is not None and sections.values == found.parts
    is_made_from_them = understanding.intent.product in _MADE_FROM_FACTS
    return is_named or (is_made_from_them and not understanding.recognition.is_unsure)


def _is_private(fact: str, understanding: Understanding) -> bool:
    return heading_of(understanding, [fact]) == "facts.private"


def _is_one(fact: str) -> bool:
    return len(fact) <= _LONGEST and not _SEVERAL.search(fact)


def skeleton_lines(skeleton: Skeleton, locale: Locale) -> Iterator[Line]:
    """Say the outline: in one line, or a line for each part where facts stand at them."""
    name, parts = skeleton.outline.name, skeleton.outline.parts
    origin = Origin.MODEL if skeleton.proposed and parts == skeleton.proposed else Origin.SHAPE
    if not skeleton.placed:
        if parts:
            yield Line(Heading.FORMAT, phrase(locale, name, parts=" → ".join(parts)), origin, key="form")
        return
    held = phrase(locale, "format.held" if skeleton.is_all else "format.held_but")
    yield Line(Heading.FORMAT, phrase(locale, name, parts=held), Origin.SHAPE, key="form")
    for at, part in enumerate(parts):
        yield Line(Heading.FORMAT, part, origin, key="form", mark=f" {at + 1}. ")
        for fact in skeleton.placed.get(at, ()):
            yield Line(Heading.FORMAT, fact, Origin.FACT, key="background", mark="  - ")


def facts_of(understanding: Understanding) -> tuple[str, ...]:
    """Return the facts to be written down: what says what the answer is for is none."""
    told = (*understanding.facts, *told_of_readers(understanding))
    return tuple(fact for fact in told if not USE.search(fact))
