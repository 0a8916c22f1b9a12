"""Fitting: a conditional random field by stochastic gradient ascent, from features and the labels units may have."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.ner.crf import Crf
from core.adapters.presidio.ner.rows import Rows
from core.adapters.presidio.ner.templates import BUCKETS
from serving.training.detector import gradient
from serving.training.detector.corpus import Features, Sentence
from serving.training.detector.paths import LABELS, allowed

# A feature seen once in training is left out.
_FEWEST: Final = 2
_EPOCHS: Final = 12
# The weights of the last epochs are averaged: each alone leans to the sentences it saw last.
_AVERAGED: Final = 3
_RATE: Final = 0.1
# Half of a unit's features are left out at random each time, so that none is relied upon alone.
_DROPPED: Final = 0.5
# Weights that stay smaller than this decide nothing.
_SMALLEST: Final = 1 / 64


@dataclass(frozen=True, slots=True)
class _Corpus:
    """Units of all sentences in one array: rows of weights, labels allowed (one bit each), where sentences begin."""

    rows: NDArray[np.int32]
    allowed: NDArray[np.int64]
    offsets: NDArray[np.int64]


def fit(sentences: Sequence[Sentence], features: Sequence[Features], seed: int) -> Crf:
    """Return a field trained on sentences with their features."""
    buckets = np.concatenate([seen.buckets for seen in features])
    used = np.flatnonzero(np.bincount(buckets.ravel(), minlength=BUCKETS) >= _FEWEST)
    corpus = _Corpus(
        Rows.of(used, BUCKETS)[buckets],
        np.concatenate([allowed(seen.split, held) for seen, held in zip(features, sentences, strict=True)]),
        np.cumsum([0, *(len(seen.split) for seen in features)]),
    )
    weights, transitions = _train(corpus, len(used) + 1, np.random.default_rng(seed))
    decisive = np.abs(weights[1:]).max(axis=1) >= _SMALLEST
    kept = np.concatenate((weights[:1] * 0, weights[1:][decisive]))
    return Crf(LABELS, Rows.of(used[decisive], BUCKETS), kept[:, None], transitions[None])


def _train(
    corpus: _Corpus, size: int, generator: np.random.Generator
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    weights = np.zeros((size, len(LABELS)), np.float32)
    steps = np.ones_like(weights)
    transitions = np.zeros((len(LABELS), len(LABELS)), np.float32)
    transition_steps = np.full_like(transitions, 10)
    averaged, averaged_transitions = np.zeros_like(weights), np.zeros_like(transitions)
    for epoch in range(_EPOCHS):
        gradient.ascend(
            (corpus.rows, corpus.allowed, corpus.offsets),
            generator.permutation(len(corpus.offsets) - 1),
            (weights, steps, transitions, transition_steps),
            (_RATE, _DROPPED),
            int(generator.integers(1 << 31)),
        )
        if epoch >= _EPOCHS - _AVERAGED:
            averaged += weights / _AVERAGED
            averaged_transitions += transitions / _AVERAGED
    return averaged, averaged_transitions
