"""The lexicon: what the tagger's features read of the gazetteer, a class for each word.

The weights in `names.npz` have learnt the classes: the file keeps the table that numbers them and a digest of the words
of each kind. Who changes a word of these kinds trains again, and a test says so; all other kinds may be edited freely.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from core.adapters.presidio import gazetteer
from core.privacy.korean import surnames

# The class of a word is which of these kinds it is of.
_CLASSED: Final = frozenset(
    (
        *("english.common", "english.rare", "english.word", "famous.star", "foreign", "foreign.asian"),
        *("given", "given.english", "given.english_rare", "given.romanised", "given.word"),
        *("organization", "organization.suffix", "place", "role"),
        *("surname.english", "surname.english_rare", "surname.romanised", "title"),
        *("word.common", "word.frequent", "word.noun", "word.term"),
    )
)
_SYLLABLES: Final = "given.syllable"
FROZEN: Final = (*sorted(_CLASSED), _SYLLABLES)
"""The kinds that the tagger's features read, besides the Korean surnames."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Korean surnames, the syllables given names are made of, titles, and every word's class (from 1; 0 is unknown)."""

    surnames: frozenset[str]
    syllables: frozenset[str]
    titles: frozenset[str]
    classes: Mapping[str, int]

    @classmethod
    def of(cls, numbers: Mapping[str, int]) -> "Lexicon":
        """Return the lexicon with the classes numbered as a model has learnt them; what it does not number is 0."""
        classes = {
            word: number
            for kinds, written in gazetteer.combinations().items()
            if (number := numbers.get(_classed(kinds), 0))
            for word in written
        }
        return cls(frozenset(surnames.ALL), gazetteer.words(_SYLLABLES), gazetteer.words("title"), classes)


def numbered(known: Mapping[str, int]) -> dict[str, int]:
    """Return the number of each combination of kinds that a word has: those known keep theirs, others get the next."""
    new = sorted({_classed(kinds) for kinds in gazetteer.combinations()} - known.keys() - {""})
    return {**known, **{kinds: number for number, kinds in enumerate(new, start=max(known.values(), default=0) + 1)}}


@cache
def digests() -> tuple[str, ...]:
    """Return for each frozen kind, and for the Korean surnames, its name and what stands for its words."""
    read: Iterable[tuple[str, Iterable[str]]] = (
        *((kind, sorted(gazetteer.words(kind))) for kind in FROZEN),
        ("surnames", sorted(surnames.ALL)),
    )
    return tuple(f"{name} {_digest(words)}" for name, words in read)


def stale(learnt: Sequence[str]) -> list[str]:
    """Return the kinds of which a model with these digests has learnt other words."""
    return sorted({digest.split()[0] for digest in {*learnt} ^ {*digests()}})


def _digest(words: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]


def _classed(kinds: str) -> str:
    return " ".join(kind for kind in kinds.split(" ") if kind in _CLASSED)
