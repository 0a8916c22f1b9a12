"""The labelled introductions that the clause tagger learns from, and more made of them, put together anew."""

import hashlib
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.prompting.understanding.clause_features import named_features, tokens_of
from core.prompting.understanding.clause_kinds import ClausePlace
from core.prompting.understanding.clauses import LABELS

INTRODUCTIONS: Final = Path(__file__).with_name("introductions")
_NO_LETTER: Final = re.compile(r"[^\w]|[ㄱ-ㅎㅏ-ㅣ]")
_JOINTS: Final = (" ", ". ", ", ", "\n")
_OTHERS: Final = 0.3  # share of the clauses that give way to one of the same kind from another introduction
_SHUFFLED: Final = 0.35
_FEWER: Final = 0.3
_WITHOUT_WISHES: Final = 0.2
_MORE_FACTS: Final = 0.35


@dataclass(frozen=True, slots=True)
class LabelledIntroduction:
    """An introduction with its clauses, each with its label; `author` is the file it stands in."""

    text: str
    clauses: tuple[tuple[str, ClausePlace], ...]
    author: str = ""

    @property
    def is_korean(self) -> bool:
        """Whether it is in Korean: clauses of two languages do not mix."""
        return re.search("[가-힣]", self.text) is not None


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of an introduction, the label of each, and whether it is cut behind each but the last."""

    tokens: list[str]
    labels: list[int]
    is_cut: list[bool]


def all_rows() -> list[LabelledIntroduction]:
    """Return every labelled introduction, the files in the order of their names."""
    rows = []
    for path in sorted(INTRODUCTIONS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            clauses = tuple(
                (text, ClausePlace.EXAMPLE_OUTPUT if label == "example" else ClausePlace(label))
                for text, label in row["clauses"]
            )
            rows.append(LabelledIntroduction(row["background"], clauses, path.stem))
    return rows


def digest(rows: Sequence[LabelledIntroduction]) -> str:
    """Return a digest of the training data, features and all; a test compares it with that of the weights."""
    digested = hashlib.sha256()
    for row in rows:
        clauses = [(said, str(place)) for said, place in row.clauses]
        digested.update(repr((clauses, named_features(tokens_of(row.text)))).encode())
    return digested.hexdigest()


def marked(row: LabelledIntroduction) -> Marked:
    """Return an introduction word by word: its clauses are found again by their letters."""
    at_letter = [
        (LABELS.index(place), not number) for said, place in row.clauses for number, _ in enumerate(letters(said))
    ]
    tokens = tokens_of(row.text)
    labels: list[int] = []
    is_cut: list[bool] = []
    at, label = 0, LABELS.index(ClausePlace.FACTS)
    for token in tokens:
        begins = False
        size = len(letters(token))
        if size and at < len(at_letter):
            label, begins = at_letter[at]
        if labels:
            is_cut.append(begins or label != labels[-1])
        labels.append(label)
        at += size
    return Marked(tokens, labels, is_cut)


def letters(text: str) -> str:
    """Return the letters and digits of a text."""
    return _NO_LETTER.sub("", text)


def recombined(rows: Sequence[LabelledIntroduction], chance: random.Random) -> Iterator[LabelledIntroduction]:
    """Yield each introduction put together anew: other marks between, other order, clauses of others, fewer, more."""
    pool: dict[tuple[bool, ClausePlace], list[str]] = {}
    for row in rows:
        for said, place in row.clauses:
            pool.setdefault((row.is_korean, place), []).append(said)
    for row in rows:
        clauses = [
            (chance.choice(pool[row.is_korean, place]) if chance.random() < _OTHERS else said, place)
            for said, place in row.clauses
            if place is not ClausePlace.EXAMPLE_OUTPUT
        ]
        if chance.random() < _FEWER and len(clauses) > 1:
            clauses.pop(chance.randrange(len(clauses)))
        if chance.random() < _SHUFFLED:
            rest = clauses[1:]
            chance.shuffle(rest)
            clauses[1:] = rest
        if chance.random() < _WITHOUT_WISHES:
            clauses = [one for one in clauses if one[1] is not ClausePlace.WISHES]
        if chance.random() < _MORE_FACTS and (facts := pool.get((row.is_korean, ClausePlace.FACTS))):
            for _ in range(chance.randrange(1, 4)):
                clauses.insert(chance.randrange(len(clauses) + 1), (chance.choice(facts), ClausePlace.FACTS))
        if clauses:
            yield _joined(clauses, chance)


def _joined(clauses: Sequence[tuple[str, ClausePlace]], chance: random.Random) -> LabelledIntroduction:
    joint = chance.choice((*_JOINTS, ". ", ""))
    text = ""
    said_so: list[tuple[str, ClausePlace]] = []
    for said, place in clauses:
        clean = said.strip(" ,.") if chance.random() < 0.5 else said.strip(" ,")  # noqa: PLR2004 - half of them
        if text:
            text += chance.choice(" \n") if text[-1] in ".!?~:" else joint or chance.choice(_JOINTS)
        text += clean or said
        said_so.append((clean or said, place))
    return LabelledIntroduction(text, tuple(said_so))
