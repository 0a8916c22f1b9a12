"""Documents: a text with what is known of all of it, and the candidates in it."""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from core.adapters.presidio.engine import Morpheme
from core.adapters.presidio.ner.clusters import CONTENT
from core.adapters.presidio.ner.lexicon import words
from core.adapters.presidio.ner.tails import is_tail
from core.adapters.presidio.ner.words import Words

LISTS: Final = (
    *("famous", "namesakes", "works", "brands", "loanwords", "never_persons", "no_names", "famous_titles", "kinds"),
    *("terms", "common", "nouns", "frequent", "places", "organizations", "foreign", "foreign_asian", "people"),
    *("given_names", "given_words", "titles", "roles", "announcers", "departments", "loan_parts", "word_names"),
    *("english_given", "english_given_rare", "english_surnames", "english_surnames_rare", "english_common"),
    *("english_words", "english_rare", "english_things", "romanised"),
)
"""The lists of which the judge is told that a candidate stands in them."""

_CONTACT: Final = re.compile(
    r"01[016789][- .]?\d{3,4}[- .]?\d{4}|0\d{1,2}-\d{3,4}-\d{4}|@[A-Za-z0-9.-]+\.[a-z]|\d{6}-[1-8]\d{6}"
)
_PUBLIC: Final = frozenset(("famous", "namesakes", "works", "brands", "famous_titles", "loanwords"))
_RUN: Final = re.compile(r"[가-힣]{2,12}|[A-Za-z]{2,}")
_HANGUL: Final = re.compile(r"[가-힣]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a name: how probable the tagger's two fields find it, and what offers it."""

    start: int
    end: int
    probability: float
    by: frozenset[str]
    second: float = 0.0


@dataclass(slots=True)
class AnalyzedText:
    """A text with what is known of all of it."""

    text: str
    held: Words
    morphemes: Sequence[Morpheme]
    starts: list[int] = field(init=False)
    has_contact: bool = field(init=False)
    lines: int = field(init=False)
    is_korean: bool = field(init=False)
    end: str = field(init=False)
    public: list[int] = field(init=False)
    topics: list[tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        """Look at the text once."""
        self.starts = [morpheme.start for morpheme in self.morphemes]
        self.has_contact = _CONTACT.search(self.text) is not None
        self.lines = min(self.text.count("\n"), 8)
        self.is_korean = _HANGUL.search(self.text) is not None
        self.end = self.text[-25:].strip()[-2:]
        self.topics = [_topics(held) for held in self.morphemes]
        self.public = [run.start() for run in _RUN.finditer(self.text) if _is_of_public(run.group())]

    def is_tail(self, start: int) -> bool:
        """Say whether a particle, an ending or the copula begins there behind a letter or a digit: 5678|이고."""
        at = bisect_left(self.starts, start)
        glued = start > 0 and self.text[start - 1].isascii() and self.text[start - 1].isalnum()
        tagged = at < len(self.starts) and self.starts[at] == start
        return glued and tagged and self.morphemes[at].tag.startswith(("J", "E", "VC"))


def lists_of(written: str) -> Collection[str]:
    """Return the lists that hold a candidate."""
    low = written.casefold()
    return _table().get(low.replace(" ", ""), ()) or _table().get(low, ())


def _topics(held: Morpheme) -> tuple[str, ...]:
    """Return what a morpheme says of what the text is about: its form and its classes."""
    if held.tag not in CONTENT:
        return ()
    return (f"BM{held.form}", f"BC{held.coarse}", f"BF{held.fine}") if held.coarse else (f"BM{held.form}",)


def _is_of_public(run: str) -> bool:
    """Say whether a run begins with a work, a brand or a person that everybody knows, with a particle behind it."""
    low = run.casefold()
    return any(
        low[:length] in _public() and (length == len(run) or is_tail(run[length:])) for length in range(2, len(run) + 1)
    )


@cache
def _public() -> frozenset[str]:
    return frozenset(word for word, lists in _table().items() if not _PUBLIC.isdisjoint(lists))


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for name in LISTS:
        for word in dict.fromkeys(word.casefold() for word in words(name)):
            table[word] = (*table.get(word, ()), name)
    return table
