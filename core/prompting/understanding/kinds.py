"""Kinds: what a stated fact tells (what happened, why, when, for how much …), by a linear classifier of its words.

The weights are a file beside this one, trained by `python -m serving.training.kinds`; they carry a digest of what they
were trained from, which a test compares with the files of today.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from core.privacy.labels import LABEL, parse

FILE: Final = "kinds.npz"
BUCKETS: Final = 4096
SCALE: Final = 4.0
"""What the features of a fact weigh together."""
_MOST: Final = 40  # words that are looked at
_NUMBER: Final = re.compile(r"[0-9][0-9,.]*")
_NOISE: Final = re.compile(r"[^\w\s{}%$€£:/→+~·-]")


class Kind(StrEnum):
    """What a fact tells."""

    EVENT = "event"  # what happened, changed or is wrong
    CAUSE = "cause"
    HARM = "harm"  # what followed from it
    REMEDY = "remedy"  # what was done about it or is offered
    TODO = "todo"  # what the reader must do, bring or hand in
    WHEN = "when"  # also where, and for whom
    MONEY = "money"
    CONTACT = "contact"
    PEOPLE = "people"
    TOPIC = "topic"  # what it is about
    RESULT = "result"  # what was measured
    DONE = "done"  # what somebody did, and how
    SKILL = "skill"  # what somebody has learnt and where they worked
    MERIT = "merit"  # what a thing is like
    LIMIT = "limit"  # what has to be reckoned with: an allergy, two hours a day
    PLAN = "plan"
    OPINION = "opinion"
    RULE = "rule"
    OTHER = "other"


KINDS: Final = tuple(Kind)


@dataclass(frozen=True)
class Weights:
    """A trained classifier: `table` (buckets x kinds, int8) times `scales` (kinds)."""

    table: NDArray[np.int8]
    scales: NDArray[np.float32]
    digest: str


def chances_of(fact: str) -> NDArray[np.float64]:
    """Return how likely a fact is of each of `KINDS`."""
    trained, at = weights(), buckets_of(fact)
    scores = trained.table[at].sum(axis=0, dtype=np.float64) * trained.scales * (SCALE / len(at) ** 0.5)
    chances = np.exp(scores - scores.max())
    return np.asarray(chances / chances.sum())


@cache
def weights() -> Weights:
    """Return the trained classifier, read once."""
    with files(__package__).joinpath(FILE).open("rb") as file, np.load(file, allow_pickle=False) as stored:
        return Weights(stored["table"], stored["scales"], str(stored["digest"]))


def buckets_of(fact: str) -> NDArray[np.int64]:
    """Return the features of a fact, hashed."""
    return np.array([crc32(name.encode()) % BUCKETS for name in sorted(set(_features(_normal(fact))))])


def _normal(fact: str) -> str:
    """Return a fact with labels as what they hide, numbers as 0, and no marks that tell nothing."""
    text = unicodedata.normalize("NFKC", fact).casefold()
    text = LABEL.sub(lambda found: f" {{{label.noun if (label := parse(found.group())) else ''}}} ", text)
    return " ".join(_NOISE.sub(" ", _NUMBER.sub("0", text)).split())


def _features(text: str) -> Iterator[str]:
    """Yield the words, their beginnings and ends, the pairs of syllables in them, and how the whole begins and ends."""
    words = [*islice(text.split(" "), _MOST)]
    for word in words:
        yield f"w{word}"
        yield from (f"{mark}{part}" for size in (1, 2, 3) if len(word) > size for mark, part in _edges(word, size))
        yield from (f"g{word[at : at + 2]}" for at in range(len(word) - 1))
    yield from (f"F{words[0]}", f"F{words[0][:2]}", f"L{words[-1]}", f"n{min(len(words), 8)}")
    yield from (f"L{text[-size:]}" for size in (1, 2, 3))


def _edges(word: str, size: int) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("p", word[:size]), ("s", word[-size:])
