"""The tagger: names in a text, by the conditional random field."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from typing import Final

import numpy as np

from core.adapters.presidio.engine import Morpheme
from core.adapters.presidio.names import units
from core.adapters.presidio.names.columns import columns
from core.adapters.presidio.names.crf import OUTSIDE, Crf, Scores
from core.adapters.presidio.names.lexicon import lexicon
from core.adapters.presidio.names.model import Model
from core.adapters.presidio.names.templates import buckets
from core.adapters.presidio.names.units import Units

# What names are offered at, on lines with Hangul and without it, and what the probability of persons is told at;
# that of organizations is told at the first.
_LEVELS: Final = (("tagger", (0.5, 2.75)), ("tagger1", (2.0, 3.75)), ("tagger2", (3.5, 4.5)))
_SECOND_LEVELS: Final = tuple((f"second{by[6:]}", outside) for by, outside in _LEVELS)
_JUDGED: Final = (1.0, 2.0)
SECOND: Final = "second"
"""What the offers of the second field begin with."""
# So many units on both sides of a name say all there is to say of how probable it is.
_AROUND: Final = 6

_Outside = tuple[float, float]
_Levels = tuple[tuple[str, _Outside], ...]
# First unit, last unit and kind.
_Place = tuple[int, int, str]


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
        self._model = model
        self._outside = outside, outside
        self._none = np.array([float(label == OUTSIDE) for label in model.crf.labels], np.float32)

    def names(self, text: str, morphemes: Sequence[Morpheme]) -> list[Name]:
        """Return the names in a text whose morphemes are known."""
        split, (scores, _) = self._scored(text, morphemes)
        (lowered,) = self._lowered(scores, split, [self._outside])
        (found,) = self._found(self._model.crf, lowered[None])
        return [self._name(self._model.crf, lowered, split, place) for place in found]

    def offers(self, text: str, morphemes: Sequence[Morpheme]) -> tuple[list[tuple[Name, str]], list[tuple[Name, str]]]:
        """Return the persons and the organizations of both fields at ever lower thresholds, with how they were found.

        A name has one probability for all thresholds of a field.
        """
        split, both = self._scored(text, morphemes)
        fields = ((self._model.crf, _LEVELS), (self._model.second, _SECOND_LEVELS))
        pairs = [self._offered(*field, split, scores) for field, scores in zip(fields, both, strict=True)]
        persons, organizations = zip(*pairs, strict=True)
        return [*chain(*persons)], [*chain(*organizations)]

    def _offered(
        self, crf: Crf, levels: _Levels, split: Units, scores: Scores
    ) -> tuple[list[tuple[Name, str]], list[tuple[Name, str]]]:
        lowered = self._lowered(scores, split, [*(outside for _, outside in levels), _JUDGED])
        found = self._found(crf, lowered[:-1])

        def offered(kind: str, scores: Scores) -> list[tuple[Name, str]]:
            name = cache(partial(self._name, crf, scores, split))
            marked = zip(levels, found, strict=True)
            return [(name(place), by) for (by, _), places in marked for place in places if place[2] == kind]

        return offered("PS", lowered[-1]), offered("OG", lowered[0])

    def _scored(self, text: str, morphemes: Sequence[Morpheme]) -> tuple[Units, tuple[Scores, Scores]]:
        split = units.split(units.code_points(text))
        seen = buckets(columns(text, split, morphemes, lexicon(), self._model.clusters))
        return split, (self._model.crf.scores(seen), self._model.second.scores(seen))

    def _lowered(self, scores: Scores, split: Units, outsides: Sequence[_Outside]) -> Scores:
        """Return the scores for each threshold, of which the first one holds on lines with Hangul."""
        line = np.cumsum(split.kind == units.BREAK)
        korean = np.bincount(line, split.kind == units.HANGUL)[line] > 0
        taken = np.array([np.where(korean, *outside) for outside in outsides], np.float32)
        return np.asarray(scores - taken[:, :, None] * self._none, np.float32)

    def _found(self, crf: Crf, lowered: Scores) -> list[list[_Place]]:
        """Return the names on the best path of each scores."""
        return [list(stretches([crf.labels[label] for label in path])) for path in crf.best_paths(lowered)]

    def _name(self, crf: Crf, scores: Scores, split: Units, place: _Place) -> Name:
        first, last, kind = place
        return Name(int(split.start[first]), int(split.end[last]), kind, self._chance(crf, scores, first, last, kind))

    def _chance(self, crf: Crf, scores: Scores, first: int, last: int, kind: str) -> float:
        """Return how probable it is that each unit is of the kind, for the least probable of them."""
        start = max(first - _AROUND, 0)
        chances = crf.marginals(scores[start : last + 1 + _AROUND], first - start, last - start)
        columns = [i for i, label in enumerate(crf.labels) if label.endswith(f"-{kind}")]
        return float(chances[:, columns].sum(axis=1).min())


def stretches(path: Sequence[str]) -> Iterator[_Place]:
    """Yield first unit, last unit and kind of each name on a path of labels (B-, I-, E- and S- before the kind)."""
    first = None
    for i, label in enumerate((*path, OUTSIDE)):
        if first is None and label == OUTSIDE:
            continue
        position, _, kind = label.partition("-")
        if first is not None and (position in "BSO" or kind != path[first].partition("-")[2]):
            yield first, i - 1, path[first].partition("-")[2]
            first = None
        if first is None and position != OUTSIDE:
            first = i


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
