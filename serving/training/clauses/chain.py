"""The chain model in training: the gradient of the likelihood of cuts and labels, and AdaGrad steps along it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.prompting.understanding.clause_features import BUCKETS
from core.prompting.understanding.clauses import LABELS, cuts_of

Array: TypeAlias = NDArray[np.float64]

_SIZE: Final = len(LABELS)
_START: Final = 0.1  # of the sums of squares: the first steps are no leaps
_DECAY: Final = 1e-3


@dataclass
class ChainFit:
    """Weights in training, as `Chain` has them, and the sums of squared slopes that AdaGrad divides each by."""

    words: Array
    gaps: Array
    follows: Array
    squares: dict[str, Array]

    @classmethod
    def new(cls) -> "ChainFit":
        """Return weights that know nothing."""
        shapes = {"words": (BUCKETS, _SIZE), "gaps": (BUCKETS, 2 * _SIZE + 1), "follows": (_SIZE, _SIZE)}
        tables = {name: np.zeros(shape) for name, shape in shapes.items()}
        return cls(**tables, squares={name: np.full(shape, _START) for name, shape in shapes.items()})

    def learn(
        self,
        of_words: Sequence[Array],
        of_gaps: Sequence[Array],
        labels: Sequence[int],
        is_cut: Sequence[bool],
        rate: float,
    ) -> None:
        """Take one step towards what an introduction is labelled; features are buckets of each word and each gap."""
        word = np.stack([self.words[at].sum(axis=0) for at in of_words])
        toward = np.zeros_like(word)
        toward[np.arange(len(labels)), labels] = 1
        if not of_gaps:
            chances = np.exp(word - word.max())
            self._step("words", of_words, toward - chances / chances.sum(), rate)
            return
        gap = np.stack([self.gaps[at].sum(axis=0) for at in of_gaps])
        label_chances, cut_chances = chances_of(word, cuts_of(gap, self.follows))
        cuts = -cut_chances
        for at, cut in enumerate(is_cut):
            if cut:
                cuts[at, labels[at], labels[at + 1]] += 1
        self._step("words", of_words, toward - label_chances, rate)
        slopes = np.concatenate([cuts.sum(axis=(1, 2))[:, None], cuts.sum(axis=2), cuts.sum(axis=1)], 1)
        self._step("gaps", of_gaps, slopes, rate)
        self.squares["follows"] += cuts.sum(axis=0) ** 2
        self.follows += rate * cuts.sum(axis=0) / np.sqrt(self.squares["follows"])

    def _step(self, name: str, features: Sequence[Array], slopes: Array, rate: float) -> None:
        weights, squares = getattr(self, name), self.squares[name]
        rows = np.repeat(np.arange(len(features)), [len(one) for one in features])
        at, back = np.unique(np.concatenate(features), return_inverse=True)
        slope = np.zeros((len(at), slopes.shape[1]))
        np.add.at(slope, back, slopes[rows])
        slope -= _DECAY * weights[at]
        squares[at] += slope**2
        weights[at] += rate * slope / np.sqrt(squares[at])


def mean(fitted: Sequence[ChainFit]) -> ChainFit:
    """Return the mean of several models' weights."""
    number = len(fitted)
    return ChainFit(
        words=np.asarray(sum(one.words for one in fitted) / number),
        gaps=np.asarray(sum(one.gaps for one in fitted) / number),
        follows=np.asarray(sum(one.follows for one in fitted) / number),
        squares=fitted[0].squares,
    )


def chances_of(word: Array, cuts: Array) -> tuple[Array, Array]:
    """Return the chance of each label of each word, and of each cut between two labels (forward and backward sums)."""
    number = len(word)
    words = np.exp(word - word.max(axis=1, keepdims=True))
    highest = np.maximum(cuts.max(axis=(1, 2), keepdims=True), 0)
    parted = np.exp(cuts - highest)
    steps = parted + np.exp(-highest) * np.eye(word.shape[1])
    before, behind = np.zeros_like(words), np.ones_like(words)
    before[0] = words[0] / words[0].sum()
    for at in range(1, number):
        sums = (before[at - 1] @ steps[at - 1]) * words[at]
        before[at] = sums / sums.sum()
    for at in range(number - 2, -1, -1):
        sums = steps[at] @ (behind[at + 1] * words[at + 1])
        behind[at] = sums / sums.sum()
    labels = before * behind
    labels /= labels.sum(axis=1, keepdims=True)
    joint = before[:-1, :, None] * (behind[1:] * words[1:])[:, None, :]
    whole = (joint * steps).sum(axis=(1, 2), keepdims=True)
    return labels, joint * parted / whole
