"""Cells: how many rows a table has, and how long each cell is, as a sum that can be kept."""

import re
from typing import Final

from core.prompting.intents.intent import Product
from core.prompting.understanding.answer_size import sentences_in
from core.prompting.understanding.understanding import Demand, MaterialState, Understanding
from core.prompting.writing.length_room import Room
from core.prompting.writing.overruled_lines import named
from core.prompting.writing.phrases import phrase
from core.values.locale import Locale

# As many rows as the source has.
_OF_SOURCE: Final = frozenset(
    {Product.SUMMARY, Product.EXTRACTION, Product.TABLE_OF_DATA, Product.TRANSLATION, Product.REWRITE, Product.ROLEPLAY}
)
_SENTENCES: Final = frozenset({Product.TRANSLATION, Product.REWRITE})
_CLAUSE: Final = re.compile(r"^[ \t]{0,8}(제\s?[0-9]{1,3}조(?:의[0-9])?\s?(?:\([^()\n]{1,20}\))?)", re.MULTILINE)
_FEWEST, _MOST = 3, 8
_CELL, _PLAIN_CELL, _BRIEF_CELL, _LEAST = 30, 20, 8, 5  # characters of a cell, of ones in shorter tables, and of any
_FULL: Final = 300  # characters from which a table has room for sentences
_HEAD: Final = 8  # characters of what a row is about
_STEP: Final = 5


def clauses_in(reference: str) -> tuple[str, ...]:
    """Return the clauses of an agreement, each by its name: 제4조(검수)."""
    found = tuple(dict.fromkeys(match.strip() for match in _CLAUSE.findall(reference)))
    return found if len(found) > 1 else ()


def rows_of(understanding: Understanding, reference: str, cells: int, room: Room | None) -> int:
    """Return how many rows a table has where nobody names them; 0 where only its source says it."""
    product = understanding.intent.product
    if product in _SENTENCES and reference:
        return sentences_in(reference)
    if (holds := understanding.holds) and holds.unit == "rows" and not named(understanding, Demand.COUNT):
        return holds.count
    is_given = understanding.material.state is not MaterialState.NONE
    if product in _OF_SOURCE or is_given or room is None or not cells or named(understanding, Demand.COUNT):
        return 0
    least = room.of(_BRIEF_CELL if room.is_short else _CELL if room.high > room.of(_FULL) else _PLAIN_CELL)
    return min(max(room.middle // (cells * least), _FEWEST), _MOST)


def size_line(columns: tuple[str, ...], rows: int, room: Room | None, locale: Locale, *, is_short: bool) -> str:
    """Say how many rows and cells there are, and how long each is; empty where that is not known."""
    head, cells = columns[0], len(columns) - 1
    each = _each(room, rows, cells)
    if room is None or not each:
        return ""
    unit = phrase(locale, f"share.{room.unit}")
    values = {
        "rows": rows,
        "cells": cells,
        "head": head,
        "each": f"{each:,}{unit}",
        "total": f"{each * rows * cells:,}{unit}",
    }
    return phrase(locale, f"share.{'cells_short' if is_short else 'cells'}", **values)


def _each(room: Room | None, rows: int, cells: int) -> int:
    """Return how long a cell is, in round figures; 0 where there is no room for a word in each."""
    if room is None or room.unit == "sentences" or not rows or not cells:
        return 0
    each = (room.middle - rows * room.of(_HEAD)) // (rows * cells)
    if each < room.of(_LEAST):
        return 0
    return each // _STEP * _STEP if each > room.of(_CELL) // 2 and each > _STEP else each
