"""The word lists the tagger looks names up in.

The lists of `FEATURES` are what the weights in `names.npz` have learnt to read: who changes one trains again, and a
test says so. All other lists may be edited freely.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from core.privacy.korean import surnames

# The class of a word is which of these lists hold it.
_CLASSED: Final = (
    "people",
    "foreign",
    "given_names",
    "titles",
    "places",
    "organizations",
    "organization_suffixes",
    "common",
    "terms",
    "english_given",
    "english_given_rare",
    "english_surnames",
    "english_surnames_rare",
    "english_common",
    "english_words",
    "english_rare",
    "romanised",
    "nouns",
    "frequent",
    "foreign_asian",
    "given_words",
    "roles",
)
FEATURES: Final = (*_CLASSED, "surnames", "given_syllables")
"""The lists that the tagger's features read."""
_CLASSES: Final = "classes"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Korean surnames, the syllables given names are made of, titles, and every word's class (from 1; 0 is unknown)."""

    surnames: frozenset[str]
    syllables: frozenset[str]
    titles: frozenset[str]
    classes: Mapping[str, int]


@cache
def words(name: str) -> tuple[str, ...]:
    """Return a list's words in their order; `name` is the file's, without `.txt`."""
    return tuple(_file(name).read_text("utf-8").split())


def alternatives(*names: str) -> str:
    """Return a pattern that matches any word of some lists, the longest first."""
    held = {word for name in names for word in words(name)}
    return rf"(?:{'|'.join(sorted(held, key=lambda word: (-len(word), word)))})"


@cache
def lexicon() -> Lexicon:
    """Return the lists as the tagger reads them."""
    return Lexicon(frozenset(surnames.ALL), frozenset(words("given_syllables")), frozenset(words("titles")), _classes())


def digest() -> str:
    """Return what stands for the lists that the tagger's features read; the model keeps that of its training."""
    read = (_file(name).read_bytes() for name in (*FEATURES, _CLASSES))
    return hashlib.sha256(b"\0".join(read)).hexdigest()[:16]


def unknown_classes() -> set[str]:
    """Return the combinations of lists that a word has and `classes.txt` does not number: such a word has no class."""
    return {" ".join(names) for names in _lists_of().values()} - _numbers().keys()


def _classes() -> dict[str, int]:
    numbers = _numbers()
    return {word: numbers.get(" ".join(names), 0) for word, names in _lists_of().items()}


def _numbers() -> dict[str, int]:
    """Return each combination of lists with its number, its line in `classes.txt`: a new one moves no other."""
    lines = _file(_CLASSES).read_text("utf-8").splitlines()
    return {line: number for number, line in enumerate(lines, start=1)}


def _lists_of() -> dict[str, tuple[str, ...]]:
    lists: dict[str, tuple[str, ...]] = {}
    for name in _CLASSED:
        for word in dict.fromkeys(words(name)):
            lists[word] = (*lists.get(word, ()), name)
    return lists


def _file(name: str) -> Traversable:
    return surnames.FILE if name == "surnames" else files(__name__).joinpath(f"{name}.txt")
