"""Columns: one number a unit for each thing the tagger may know of it."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.engine import Morpheme
from core.adapters.presidio.ner import units
from core.adapters.presidio.ner.clusters import Clusters, number
from core.adapters.presidio.ner.lexicon import Lexicon
from core.adapters.presidio.ner.morphology import Morphology
from core.adapters.presidio.ner.runs import runs
from core.adapters.presidio.ner.units import Units

Column = NDArray[np.int64]
Columns = dict[str, Column]

_QUOTES: Final = np.array([ord(mark) for mark in "'\"‘’“”<>《》〈〉"])


def columns(text: str, split: Units, morphemes: Sequence[Morpheme], lexicon: Lexicon, clusters: Clusters) -> Columns:
    """Return the columns of a text's units."""
    morphology = Morphology(text, morphemes)
    table = _characters(text, split, lexicon)
    table |= _quotes(table["char"])
    table |= _positions(split)
    table |= morphology.columns(split, clusters)
    table |= runs(text, split, morphology, lexicon)
    return table | {"line": _lines(split, table["stem"])}


def _lines(split: Units, stem: Column) -> Column:
    """The stem of the first word of each unit's line: what a list or a form says of all that follows it."""
    breaks = np.flatnonzero(split.kind == units.BREAK)
    first = np.minimum(breaks + 1, len(stem) - 1)
    return np.asarray(stem[first][np.cumsum(split.kind == units.BREAK) - 1], np.int64)


def _characters(text: str, split: Units, lexicon: Lexicon) -> Columns:
    size = len(split)
    codes = np.append(units.code_points(text), 0).astype(np.int64)
    char = codes[np.minimum(split.start, len(codes) - 1)]
    char[split.kind == units.BREAK] = ord("\n")
    shape = split.kind.astype(np.int64) * 8
    prefix, suffix, latin = (np.zeros(size, np.int64) for _ in range(3))
    for i in np.flatnonzero(split.runs()).tolist():
        word = text[split.start[i] : split.end[i]]
        low = word.lower()
        if split.kind[i] == units.LATIN:
            char[i], prefix[i], suffix[i] = number(low), number(low[:3]), number(low[-3:])
            shape[i] += _case(word)
            latin[i] = lexicon.classes.get(low, 0)
        elif split.kind[i] == units.DIGIT:
            char[i] = ord("0")
            shape[i] += min(len(word), 7)
        else:
            shape[i] += min(len(word), 3)
    other = split.kind == units.OTHER
    shape[other] = char[other] + 1000
    return {
        "char": char,
        "shape": shape,
        "spaced": split.spaced.astype(np.int64) + 1,
        "prefix": prefix,
        "suffix": suffix,
        "latin": latin,
    }


def _case(word: str) -> int:
    return 1 if word.islower() else 2 if len(word) == 1 else 3 if word.isupper() else 4 if word.istitle() else 5


def _quotes(char: Column) -> Columns:
    """Whether a quotation is open, how far back the last mark is and how far ahead the next."""
    quote = (char[:, None] == _QUOTES).any(axis=1)
    index = np.arange(len(char))
    before = np.maximum.accumulate(np.where(quote, index, -9))
    after = np.minimum.accumulate(np.where(quote, index, len(char) + 9)[::-1])[::-1]
    opened = np.cumsum(quote) % 2
    return {"quote": opened * 64 + np.minimum(index - before, 6) * 8 + np.minimum(after - index, 7)}


def _positions(split: Units) -> Columns:
    """How many units of the word stand before and behind."""
    first = split.first_of_words()
    word = split.words()
    index = np.arange(len(word))
    behind = np.append(first[1:], len(index))[word]
    return {"ahead": np.minimum(index - first[word], 6), "behind": np.minimum(behind - 1 - index, 6)}
