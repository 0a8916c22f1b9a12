"""The tagger: names in a text, by the conditional random field."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from core.adapters.presidio.engine import Morpheme
from core.adapters.presidio.names import units
from core.adapters.presidio.names.columns import columns
from core.adapters.presidio.names.lexicon import lexicon
from core.adapters.presidio.names.model import Model
from core.adapters.presidio.names.templates import buckets
from core.adapters.presidio.names.units import Units

OUTSIDE: Final = "O"


@dataclass(frozen=True, slots=True)
class Name:
    """A name found: its place, its kind as the training data call it (PS, OG, LC), how probable it is."""

    start: int
    end: int
    kind: str
    probability: float


class Tagger:
    """Finds names; holds nothing that changes, so threads may share it.

    `outside` is taken from the score of being no name before the best path is chosen: above 0 more is found and more
    of it is wrong.
    """

    def __init__(self, model: Model, outside: float = 0.0) -> None:
        self._model = model
        self._outside = np.array([outside if label == OUTSIDE else 0.0 for label in model.crf.labels], np.float32)

    def names(self, text: str, morphemes: Sequence[Morpheme]) -> list[Name]:
        """Return the names in a text whose morphemes are known."""
        split = units.split(units.code_points(text))
        features = buckets(columns(text, split, morphemes, lexicon(), self._model.clusters))
        crf = self._model.crf
        scores = crf.scores(features) - self._outside
        path = [crf.labels[label] for label in crf.best_path(scores)]
        if not any(label != OUTSIDE for label in path):
            return []
        inside = 1 - crf.marginals(scores)[:, crf.labels.index(OUTSIDE)]
        return [
            Name(int(split.start[first]), int(split.end[last]), kind, float(inside[first : last + 1].min()))
            for first, last, kind in stretches(path)
        ]


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
