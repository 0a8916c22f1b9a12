"""Fitting: a conditional random field by CRFsuite, from features and paths of labels."""

import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import pycrfsuite  # type: ignore[import-untyped] # it ships no types

from core.adapters.presidio.names.crf import Crf
from core.adapters.presidio.names.tagger import labels
from core.adapters.presidio.names.templates import BUCKETS
from core.adapters.presidio.training.corpus import Features, Sentence

# L1 makes the model small, L2 steady; a feature seen once in training is left out.
_SETTINGS: Final = {
    "c1": 0.05,
    "c2": 0.05,
    "feature.minfreq": 2,
    "feature.possible_transitions": False,
    "epsilon": 1e-4,
    "delta": 1e-4,
    "period": 5,
}


def fit(sentences: Sequence[Sentence], features: Sequence[Features], iterations: int) -> Crf:
    """Return a field trained on sentences with their features."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for sentence, seen in zip(sentences, features, strict=True):
        trainer.append([list(map(str, row)) for row in seen.buckets.tolist()], labels(seen.split, sentence.spans))
    trainer.set_params(_SETTINGS | {"max_iterations": iterations})
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    names = tuple(sorted(info.labels))
    place = {name: i for i, name in enumerate(names)}
    transitions = np.zeros((len(names), len(names)), np.float32)
    for (before, behind), weight in info.transitions.items():
        transitions[place[before], place[behind]] = weight
    weights: defaultdict[int, list[float]] = defaultdict(lambda: [0.0] * len(names))
    for (bucket, name), weight in info.state_features.items():
        weights[int(bucket)][place[name]] = weight
    rows = np.zeros(BUCKETS, np.int32)
    rows[list(weights)] = np.arange(1, len(weights) + 1)
    return Crf(names, rows, np.array([[0.0] * len(names), *weights.values()], np.float32), transitions)
