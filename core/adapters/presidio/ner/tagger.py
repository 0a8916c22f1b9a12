"""The tagger: names in a text, by the conditional random field."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.engine import Morpheme
from core.adapters.presidio.ner import units
from core.adapters.presidio.ner.columns import columns
from core.adapters.presidio.ner.crf import OUTSIDE, Scores
from core.adapters.presidio.ner.lexicon import Lexicon
from core.adapters.presidio.ner.model import Model
from core.adapters.presidio.ner.templates import buckets
from core.adapters.presidio.ner.units import Units

# What names are offered at, on lines with Hangul and without it, what each field's offers are called, and what the
# probability of persons is told at; that of organizations is told at the first.
_LEVELS: Final = ((0.5, 2.75), (2.0, 3.75), (3.5, 4.5))
_BY: Final = (("tagger", "tagger1", "tagger2"), ("second", "second1", "second2"))
_PERSONS: Final = (1.0, 2.0)
_TOLD_AT: Final = {"PS": len(_LEVELS), "OG": 0}
SECOND: Final = "second"
"""What the offers of the second field begin with."""
# So many units on both sides of a name say all there is to say of how probable it is.
_AROUND: Final = 6
# So many names have their probabilities told at once: short ones, and longer ones of about the same length.
_TOGETHER: Final = 128
_SHORT: Final = 4

_Outside = tuple[float, float]


class Stretch(NamedTuple):
    """A stretch of units of one kind, on the best path of a field by one of its scores."""

    field: int
    row: int
    first: int
    last: int
    kind: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name: its place, its kind as the training data call it (PS, OG, LC), how probable it is, what found it."""

    start: int
    end: int
    kind: str
    probability: float
    by: str = "tagger"


class Tagger:
    """Finds names; holds nothing that changes, so threads may share it.

    `outside` is taken from the score of being no name before `names` chooses the best path: above 0 more is found and
    more of it is wrong.
    """

    def __init__(self, model: Model, outside: float = 0.0) -> None:
        self._fields = model.fields
        self._clusters = model.clusters
        self._lexicon = Lexicon.of(model.classes)
        self._outside = outside, outside
        self._none = np.array([float(label == OUTSIDE) for label in model.fields.labels], np.float32)

    def names(self, text: str, morphemes: Sequence[Morpheme]) -> list[Name]:
        """Return the names that the first field finds in a text whose morphemes are known."""
        split, lowered = self._lowered(text, morphemes, [self._outside])
        found = decode_bio(self._fields.labels, self._fields.best_paths(lowered))
        return list(self._named(split, lowered, [one for one in found if not one.field]).values())

    def offers(self, text: str, morphemes: Sequence[Morpheme]) -> tuple[list[tuple[Name, str]], list[tuple[Name, str]]]:
        """Return the persons and the organizations of both fields at ever lower thresholds, with how they were found.

        A name has one probability for all thresholds of a field.
        """
        split, lowered = self._lowered(text, morphemes, [*_LEVELS, _PERSONS])
        found = decode_bio(self._fields.labels, self._fields.best_paths(lowered[:, : len(_LEVELS)]))
        told = [(one, one._replace(row=_TOLD_AT[one.kind])) for one in found if one.kind in _TOLD_AT]
        named = self._named(split, lowered, dict.fromkeys(place for _, place in told))
        offered = [(named[place], _BY[one.field][one.row]) for one, place in told]
        return [one for one in offered if one[0].kind == "PS"], [one for one in offered if one[0].kind == "OG"]

    def _lowered(self, text: str, morphemes: Sequence[Morpheme], outsides: Sequence[_Outside]) -> tuple[Units, Scores]:
        """Return each field's scores for each threshold, of which the first one holds on lines with Hangul."""
        split = units.split(units.code_points(text))
        scores = self._fields.scores(buckets(columns(text, split, morphemes, self._lexicon, self._clusters)))
        line = np.cumsum(split.kind == units.BREAK)
        korean = np.bincount(line, split.kind == units.HANGUL)[line] > 0
        taken = np.array([np.where(korean, *outside) for outside in outsides], np.float32)
        return split, np.asarray(scores[:, None] - taken[:, :, None] * self._none, np.float32)

    def _named(self, split: Units, scores: Scores, found: Iterable[Stretch]) -> dict[Stretch, Name]:
        named: dict[Stretch, Name] = {}
        for _, group in groupby(sorted(found, key=_size), _size):
            alike = list(group)
            for i in range(0, len(alike), _TOGETHER):
                some = alike[i : i + _TOGETHER]
                for one, chance in zip(some, self._chances(scores, some), strict=True):
                    place = int(split.start[one.first]), int(split.end[one.last])
                    named[one] = Name(*place, one.kind, chance)
        return named

    def _chances(self, scores: Scores, found: Sequence[Stretch]) -> list[float]:
        """Return how probable it is that each unit is of the kind, for the least probable of each stretch."""
        field, row, first, last = np.array([one[:-1] for one in found]).T
        start, end = np.maximum(first - _AROUND, 0), np.minimum(last + 1 + _AROUND, scores.shape[2])
        marginals = self._fields.marginals(scores, (field, row), start, end)
        own = [[label.endswith(f"-{one.kind}") for label in self._fields.labels] for one in found]
        chances = (marginals * np.array(own)[:, None]).sum(axis=2)
        unit = start[:, None] + np.arange(chances.shape[1])
        held = (first[:, None] <= unit) & (unit <= last[:, None])
        return [float(chance) for chance in np.where(held, chances, 1.0).min(axis=1)]


def decode_bio(labels: Sequence[str], paths: NDArray[np.uint8]) -> list[Stretch]:
    """Return the stretches on the paths of each field and row; labels are O, or B-, I-, E- or S- before the kind."""
    kinds = [label.partition("-")[2] for label in labels]
    kind = np.array([sorted({"", *kinds}).index(name) for name in kinds])[paths]
    opens = np.array([label.startswith(("B-", "S-")) for label in labels])[paths]
    goes_on = (kind[..., 1:] == kind[..., :-1]) & ~opens[..., 1:]
    edge = np.zeros((*paths.shape[:-1], 1), np.bool_)
    firsts = (kind > 0) & ~np.concatenate((edge, goes_on), axis=-1)
    lasts = (kind > 0) & ~np.concatenate((goes_on, edge), axis=-1)
    told = (*np.nonzero(firsts), np.nonzero(lasts)[-1], paths[firsts])
    return [
        Stretch(field, row, first, last, kinds[label])
        for field, row, first, last, label in zip(*(column.tolist() for column in told), strict=True)
    ]


def _size(one: Stretch) -> int:
    return max((one.last - one.first).bit_length(), _SHORT)


def labels(split: Units, spans: Sequence[tuple[int, int, str]]) -> list[str]:
    """Return the path of labels that says where the spans are: B- and I-, for persons E- and S- as well."""
    path = [OUTSIDE] * len(split)
    for start, end, kind in spans:
        held = np.flatnonzero((split.start < end) & (split.end > start) & (split.end > split.start)).tolist()
        for i in held:
            path[i] = f"I-{kind}"
        if held:
            path[held[0]] = f"B-{kind}"
        if held and kind == "PS":
            path[held[-1]] = "S-PS" if len(held) == 1 else "E-PS"
    return path
