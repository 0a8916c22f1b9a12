"""The word lists the tagger looks names up in."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

# The class of a word is which of these lists hold it: another number for each combination.
CLASSES: Final = (
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
    return tuple(files(__name__).joinpath(f"{name}.txt").read_text("utf-8").split())


def alternatives(*names: str) -> str:
    """Return a pattern that matches any word of some lists, the longest first."""
    held = {word for name in names for word in words(name)}
    return rf"(?:{'|'.join(sorted(held, key=lambda word: (-len(word), word)))})"


@cache
def lexicon() -> Lexicon:
    """Return the lists as the tagger reads them."""
    return Lexicon(
        frozenset(words("surnames")), frozenset(words("given_syllables")), frozenset(words("titles")), _classes()
    )


def _classes() -> dict[str, int]:
    lists: dict[str, tuple[str, ...]] = {}
    for name in CLASSES:
        for word in dict.fromkeys(words(name)):
            lists[word] = (*lists.get(word, ()), name)
    numbers: dict[tuple[str, ...], int] = {}
    return {word: numbers.setdefault(held, len(numbers) + 1) for word, held in lists.items()}
