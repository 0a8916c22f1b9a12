"""The corpus: sentences with the spans of their names, and their features."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.engine import LANGUAGE, KiwiNlpEngine, Morpheme, morphemes
from core.adapters.presidio.ner import units
from core.adapters.presidio.ner.clusters import Clusters
from core.adapters.presidio.ner.columns import columns
from core.adapters.presidio.ner.lexicon import Lexicon, numbered
from core.adapters.presidio.ner.model import shipped
from core.adapters.presidio.ner.templates import buckets
from core.adapters.presidio.ner.units import Units

Span = tuple[int, int, str]

KINDS: Final = ("PS", "OG", "LC")
SHORT: Final = Path(__file__).with_name("short.txt")
"""Short texts of offices and chats, which the tests ask too."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with its gold spans; ends are exclusive.

    In `persons_only`, what else is a name is not said; in `private_only`, organizations are told that say whose it is.
    What is `neutral` counts neither way.
    """

    text: str
    spans: tuple[Span, ...]
    persons_only: bool = False
    private_only: bool = False
    neutral: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Features:
    """A text's units with the buckets of their features."""

    split: Units
    buckets: NDArray[np.int32]


class FeatureExtractor:
    """Turns text into morphemes and features, as the detector does when it runs; word classes keep their numbers."""

    def __init__(self, clusters: Clusters) -> None:
        self._clusters = clusters
        self._lexicon = Lexicon.of(numbered(shipped().classes))
        self._engine = KiwiNlpEngine(clusters)
        self._engine.load()

    def morphemes(self, text: str) -> Sequence[Morpheme]:
        """Return the morphemes of a text."""
        return morphemes(self._engine.process_text(text, LANGUAGE))

    def features(self, text: str) -> Features:
        """Return the features of a text."""
        split = units.split(units.code_points(text))
        return Features(split, buckets(columns(text, split, self.morphemes(text), self._lexicon, self._clusters)))


def read(path: Path, *, persons_only: bool = False) -> list[Sentence]:
    """Read JSON lines `{"text", "spans": [[start, end, label]]}`; other kinds of span are left out."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line)
    return [
        Sentence(row["text"], tuple((s, e, k) for s, e, k in row["spans"] if k in KINDS), persons_only) for row in rows
    ]


def office() -> list[Sentence]:
    """Read JSON lines `{"text"}` in which [[…]] marks the name of a person and nothing else is one."""
    return [marked(json.loads(line)["text"]) for line in _OFFICE.read_text("utf-8").splitlines() if line]


def labelled() -> list[Sentence]:
    """Read JSON lines with spans of all entity types, of which those of persons and organizations are taken."""
    return _spanned(_LABELLED)


def texts() -> list[Sentence]:
    """Read the same of texts that the first field never sees."""
    return [*_spanned(_TEXTS), *_spanned(_SPEECH)]


def short() -> list[Sentence]:
    """Read lines in which {P:…} is a person and {O:…} an organization; they teach the judge of organizations alone."""
    return [_braced(line.replace("\\n", "\n")) for line in SHORT.read_text("utf-8").splitlines()]


def ordinary() -> list[Sentence]:
    """Read the same of requests in which ordinary words stand where a name could, and of those words as names.

    They teach the second field alone.
    """
    return [_braced(line) for line in _ORDINARY.read_text("utf-8").splitlines()]


def requests(folders: Iterable[Path]) -> list[Sentence]:
    """Read what people ask for and tell of it, each once, without those that name somebody."""
    rows = (
        json.loads(line)
        for folder in folders
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    )
    named = frozenset(_NAMING.read_text("ascii").split())
    texts = dict.fromkeys(row.get(key) for row in rows for key in ("purpose", "background"))
    return [Sentence(text, (), private_only=True) for text in texts if text and fingerprint(text) not in named]


def _spanned(path: Path) -> list[Sentence]:
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line)
    return [
        Sentence(
            row["text"],
            tuple(_apart((s, e, _LABELS[k]) for s, e, k in row["spans"] if k in _LABELS)),
            private_only=True,
            neutral=tuple((start, end) for start, end, *_ in row.get("neutral", ())),
        )
        for row in rows
    ]


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield those spans that do not begin in one before them."""
    reached = 0
    for span in sorted(spans):
        if span[0] >= reached:
            yield span
            reached = span[1]


def _braced(line: str) -> Sentence:
    text, spans, last = "", [], 0
    for mark in _BRACES.finditer(line):
        text += line[last : mark.start()]
        spans += [(len(text), len(text) + len(mark[2]), kind) for kind in (_BRACED.get(mark[1]),) if kind]
        text, last = text + mark[2], mark.end()
    return Sentence(text + line[last:], tuple(spans), private_only=True)


def marked(written: str) -> Sentence:
    """Return a text in which [[…]] marks the name of a person."""
    text, spans, last = "", [], 0
    for mark in _MARK.finditer(written):
        text += written[last : mark.start()]
        spans.append((len(text), len(text) + len(mark[1]), "PS"))
        text, last = text + mark[1], mark.end()
    return Sentence(text + written[last:], tuple(spans), persons_only=True)


def read_lines(path: Path) -> list[str]:
    """Read one sentence a line."""
    return [line for line in path.read_text("utf-8").split("\n") if line.strip()]


def checked(texts: Iterable[str]) -> Iterator[Sentence]:
    """Yield those texts of which a person's eye has seen the names, with the spans kept in `checked.txt`.

    That file holds no text: each line is the beginning of a sentence's SHA-256 and the places of its names.
    """
    known = dict(line.partition(" ")[::2] for line in _CHECKED.read_text("ascii").splitlines())
    for text in dict.fromkeys(texts):
        places = known.get(fingerprint(text))
        if places is not None:
            ends = (place.split("-") for place in places.split())
            yield Sentence(text, tuple((int(start), int(end), "PS") for start, end in ends), persons_only=True)


def digest() -> str:
    """Return what stands for the texts of this folder; the model keeps that of the texts it was trained on."""
    texts = sorted(path for path in Path(__file__).parent.iterdir() if path.suffix in (".jsonl", ".txt"))
    texts = [path for path in texts if path.name != _OF_ITEMS]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in texts)).hexdigest()[:16]


def fingerprint(text: str) -> str:
    """Return what stands for a sentence in `checked.txt`."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


# The judge of items alone learns from it.
_OF_ITEMS: Final = "identifiers.jsonl"
_OFFICE: Final = Path(__file__).with_name("office.jsonl")
_LABELLED: Final = Path(__file__).with_name("labelled.jsonl")
_TEXTS: Final = Path(__file__).with_name("texts.jsonl")
_ORDINARY: Final = Path(__file__).with_name("plain_requests.txt")
# Of persons and organizations alone; the judge of items left more identifiers after it was trained on these.
_SPEECH: Final = Path(__file__).with_name("speech.jsonl")
# The beginnings of the SHA-256 of those requests that name a person or a company.
_NAMING: Final = Path(__file__).with_name("naming_requests.txt")
_LABELS: Final = {"PERSON": "PS", "SURNAME": "PS", "ORGANIZATION": "OG"}
_BRACES: Final = re.compile(r"\{([A-Z]):([^{}]*)\}")
_BRACED: Final = {"P": "PS", "O": "OG"}
_MARK: Final = re.compile(r"\[\[([^\[\]]+)\]\]")
_CHECKED: Final = Path(__file__).with_name("checked.txt")
