"""The tagger: names in a text, by the conditional random field."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.engine import Morpheme
from core.adapters.presidio.names import units
from core.adapters.presidio.names.columns import columns
from core.adapters.presidio.names.crf import OUTSIDE, Scores
from core.adapters.presidio.names.lexicon import lexicon
from core.adapters.presidio.names.model import Model
from core.adapters.presidio.names.templates import buckets
from core.adapters.presidio.names.units import Units

# What persons are offered at, on lines with Hangul and without it, and what their probability is told at.
_LEVELS: Final = (("tagger", (0.5, 2.75)), ("tagger1", (2.0, 3.75)), ("tagger2", (3.5, 4.5)))
_JUDGED: Final = (1.0, 2.0)
# So many units on both sides of a name say all there is to say of how probable it is.
_AROUND: Final = 6


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

    `outside` is taken from the score of being no name before the best path is chosen: above 0 more is found and more
    of it is wrong. `outside_english` stands in its place on lines without Hangul.
    """

    def __init__(self, model: Model, outside: float = 0.0, outside_english: float | None = None) -> None:
        self._model = model
        self._korean = outside
        self._english = outside if outside_english is None else outside_english
        self._none = np.array([float(label == OUTSIDE) for label in model.crf.labels], np.float32)

    def names(self, text: str, morphemes: Sequence[Morpheme]) -> list[Name]:
        """Return the names in a text whose morphemes are known."""
        split = units.split(units.code_points(text))
        features = buckets(columns(text, split, morphemes, lexicon(), self._model.clusters))
        crf = self._model.crf
        scores = crf.scores(features) - self._of_lines(split, (self._korean, self._english))[:, None] * self._none
        path = [crf.labels[label] for label in crf.best_path(scores)]
        found = list(stretches(path))
        return [
            Name(int(split.start[first]), int(split.end[last]), kind, self._chance(scores, first, last, kind))
            for first, last, kind in found
        ]

    def offers(self, text: str, morphemes: Sequence[Morpheme]) -> tuple[list[tuple[Name, str]], list[Name]]:
        """Return the persons of ever lower thresholds with how they were found, and the organizations.

        A person has one probability for all thresholds.
        """
        split = units.split(units.code_points(text))
        scores = self._model.crf.scores(buckets(columns(text, split, morphemes, lexicon(), self._model.clusters)))
        judged = scores - self._of_lines(split, _JUDGED)[:, None] * self._none
        chances: dict[tuple[int, int], float] = {}
        persons = []
        for by, outside in _LEVELS:
            for first, last, kind in self._found(scores, split, outside):
                if kind == "PS":
                    if (first, last) not in chances:
                        chances[first, last] = self._chance(judged, first, last, kind)
                    place = int(split.start[first]), int(split.end[last])
                    persons.append((Name(*place, kind, chances[first, last]), by))
        lowered = scores - self._of_lines(split, (self._korean, self._english))[:, None] * self._none
        organizations = [
            Name(int(split.start[first]), int(split.end[last]), kind, self._chance(lowered, first, last, kind))
            for first, last, kind in self._found(scores, split, (self._korean, self._english))
            if kind == "OG"
        ]
        return persons, organizations

    def _found(self, scores: Scores, split: Units, outside: tuple[float, float]) -> list[tuple[int, int, str]]:
        lowered = scores - self._of_lines(split, outside)[:, None] * self._none
        return list(stretches([self._model.crf.labels[label] for label in self._model.crf.best_path(lowered)]))

    def _of_lines(self, split: Units, outside: tuple[float, float]) -> NDArray[np.float32]:
        """Return a threshold for each unit, the first one on lines with Hangul."""
        line = np.cumsum(split.kind == units.BREAK)
        korean = np.isin(line, line[split.kind == units.HANGUL])
        return np.where(korean, *outside).astype(np.float32)

    def _chance(self, scores: Scores, first: int, last: int, kind: str) -> float:
        """Return how probable it is that each unit is of the kind, for the least probable of them."""
        start = max(first - _AROUND, 0)
        chances = self._model.crf.marginals(scores[start : last + 1 + _AROUND])[first - start : last + 1 - start]
        columns = [i for i, label in enumerate(self._model.crf.labels) if label.endswith(f"-{kind}")]
        return float(chances[:, columns].sum(axis=1).min())


def stretches(path: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield first unit, last unit and kind of each name on a path of labels (B-, I-, E- and S- before the kind)."""
    first = None
    for i, label in enumerate((*path, OUTSIDE)):
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
