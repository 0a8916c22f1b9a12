"""Both halves of the classifier, trained on the same rows and rounded as they are written."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from serving.training.intents.encoder import Encoded
from serving.training.intents.network import Network, fit_network
from serving.training.softmax import Fitted, Labels, Matrix, Sparse, fit_grams

_GRAM_LEVELS: Final = 5.5  # of a weight on either side of 0: most are 0 then, and the file stays small
_VECTOR_LEVELS: Final = 5
_LAYER_LEVELS: Final = 15


@dataclass(frozen=True)
class Logits:
    """The logits of either half (rows × classes)."""

    of_grams: Matrix
    of_network: Matrix

    def shared(self, shares: tuple[float, float]) -> Matrix:
        """Return their sum, either times its share."""
        return self.of_grams * np.float32(shares[0]) + self.of_network * np.float32(shares[1])


@dataclass(frozen=True)
class Rounded:
    """Weights (rows × columns) as whole numbers, and what one of them is worth in each column."""

    steps: NDArray[np.int8]
    scales: Matrix

    @property
    def values(self) -> Matrix:
        """The weights."""
        return self.steps.astype(np.float32) * self.scales


@dataclass(frozen=True)
class Trained:
    """Both halves of a classifier and their rounded weights; `names` are the pieces."""

    grams: Rounded
    gram_bias: Matrix
    names: tuple[str, ...]
    vectors: Rounded
    hidden: Rounded
    output: Rounded
    network: Network

    def logits(self, rows: "Set") -> Logits:
        """Return the logits of rows."""
        return Logits(Fitted(self.grams.values, self.gram_bias).logits(rows.grams), self.network.logits(rows.pieces))


@dataclass(frozen=True)
class Set:
    """Labelled requests as both halves see them."""

    grams: Sparse
    pieces: Sparse
    encoded: Encoded
    labels: Labels
    classes: int

    def take(self, rows: Labels) -> "Set":
        """Return some of them."""
        encoded = replace(self.encoded, rows=self.encoded.rows[rows])
        return Set(self.grams.take(rows), self.pieces.take(rows), encoded, self.labels[rows], self.classes)

    def fit(self) -> Trained:
        """Fit both halves: apart they err apart."""
        fitted = fit_grams(self.grams, self.labels, self.classes)
        network = fit_network(self.pieces, self.labels, self.classes, self.encoded.vectors, self.encoded.rows)
        grams = _rounded(fitted.weights, np.abs(fitted.weights).max(axis=0) / _GRAM_LEVELS)
        step = np.quantile(np.abs(network.vectors), 0.999) / _VECTOR_LEVELS
        vectors = _rounded(network.vectors, np.full(network.vectors.shape[1], step, np.float32))
        hidden = _rounded(network.hidden, np.abs(network.hidden).max(axis=0) / _LAYER_LEVELS)
        output = _rounded(network.output, np.abs(network.output).max(axis=0) / _LAYER_LEVELS)
        read = Network(vectors.values, hidden.values, network.hidden_bias, output.values, network.bias)
        return Trained(grams, fitted.bias, self.encoded.names, vectors, hidden, output, read)


def _rounded(weights: Matrix, scales: Matrix) -> Rounded:
    return Rounded(np.clip(np.round(weights / scales), -127, 127).astype(np.int8), scales)
