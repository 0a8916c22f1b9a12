"""Documents: a text with what is known of all of it, and the candidates in it."""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from core.adapters.presidio.engine import Morpheme
from core.adapters.presidio.gazetteer import folded
from core.adapters.presidio.ner.clusters import CONTENT
from core.adapters.presidio.ner.tails import is_tail
from core.adapters.presidio.ner.words import Words

_TOLD: Final = {
    "famous": "famous",
    "famous.namesake": "namesakes",
    "work": "works",
    "organization.brand": "brands",
    "word.loan": "loanwords",
    "nobody.known": "never_persons",
    "nobody": "no_names",
    "famous.title": "famous_titles",
    "word.which": "kinds",
    "word.term": "terms",
    "word.common": "common",
    "word.noun": "nouns",
    "word.frequent": "frequent",
    "place": "places",
    "organization": "organizations",
    "foreign": "foreign",
    "foreign.asian": "foreign_asian",
    "famous.star": "people",
    "given": "given_names",
    "given.word": "given_words",
    "title": "titles",
    "role": "roles",
    "role.announcer": "announcers",
    "role.department": "departments",
    "word.loan_part": "loan_parts",
    "english.name": "word_names",
    "given.english": "english_given",
    "given.english_rare": "english_given_rare",
    "surname.english": "english_surnames",
    "surname.english_rare": "english_surnames_rare",
    "english.common": "english_common",
    "english.word": "english_words",
    "english.rare": "english_rare",
    "english.thing": "english_things",
    "given.romanised": "romanised",
    "surname.romanised": "romanised",
}
"""The kinds of which the judge is told that a candidate is of them, and by which names its weights know them."""

_CONTACT: Final = re.compile(
    r"01[016789][- .]?\d{3,4}[- .]?\d{4}|0\d{1,2}-\d{3,4}-\d{4}|@[A-Za-z0-9.-]+\.[a-z]|\d{6}-[1-8]\d{6}"
)
_PUBLIC: Final = folded("famous", "famous.namesake", "work", "organization.brand", "famous.title", "word.loan")
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
    """Return the kinds that a candidate is of, as the judge calls them."""
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
        low[:length] in _PUBLIC and (length == len(run) or is_tail(run[length:])) for length in range(2, len(run) + 1)
    )


@cache
def _table() -> Mapping[str, Collection[str]]:
    table: dict[str, dict[str, None]] = {}
    for kind, name in _TOLD.items():
        for word in folded(kind):
            table.setdefault(word, {})[name] = None
    return table
