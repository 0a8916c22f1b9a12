"""Train the classifier, say how well it does on the requests of each author from the others', and write its weights."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

import core.prompting.understanding
from core.prompting.understanding.features import Request
from core.prompting.understanding.pieces import pieces
from core.prompting.understanding.recognition import FILE, ranked, weights
from serving.training.intents.rows import all_rows, digest
from serving.training.intents.softmax import (
    Fitted,
    Labels,
    Matrix,
    Sparse,
    dense,
    fit_grams,
    fit_meanings,
    grams,
    loss,
    meanings,
)

_LEVELS: Final = 7  # of a weight on either side of 0: most are 0 then, and the file stays small
_NO_REQUESTS: Final = Path(__file__).with_name("no_requests.txt")
_TO: Final = Path(core.prompting.understanding.__file__).with_name(FILE)


@dataclass(frozen=True)
class Set:
    """Labelled requests as both classifiers see them."""

    grams: Sparse
    meanings: Matrix
    labels: Labels
    classes: int

    def take(self, rows: Labels) -> "Set":
        """Return some of them."""
        return Set(self.grams.take(rows), self.meanings[rows], self.labels[rows], self.classes)

    def fit(self) -> tuple[Fitted, Fitted]:
        """Fit a classifier to the hashed features and one to the meanings: apart they err apart."""
        fitted = fit_grams(self.grams, self.labels, self.classes)
        scales = np.abs(fitted.weights).max(axis=0) / _LEVELS
        rounded = (np.round(fitted.weights / scales) * scales).astype(np.float32)
        return Fitted(rounded, fitted.bias), fit_meanings(self.meanings, self.labels, self.classes)


def main() -> None:
    """Train on all rows; how much either classifier counts comes from requests of authors that were left out."""
    rows = all_rows()
    paths = sorted({row.path for row in rows})
    requests = [row.request for row in rows]
    labels = np.array([paths.index(row.path) for row in rows])
    whole = Set(grams(requests), meanings(requests, pieces()), labels, len(paths))
    authors = np.array([row.author for row in rows])
    parts = []
    for author in sorted(set(authors) - {""}):
        apart = whole.take(np.flatnonzero(authors == author))
        by_grams, by_meaning = whole.take(np.flatnonzero(authors != author)).fit()
        parts.append((author, by_grams.logits(apart.grams), by_meaning.logits(dense(apart.meanings)), apart.labels))
    shares = _shares(*(np.concatenate([part[at] for part in parts]) for at in (1, 2, 3)))
    for author, first, second, right in parts:
        sys.stdout.write(f"{author}: {_figures(first * shares[0] + second * shares[1], right)}\n")
    sys.stdout.write(f"{len(rows)} rows, {len(paths)} intents; shares {shares[0]:.2f}, {shares[1]:.2f}\n")
    _write(*whole.fit(), shares, paths, digest(rows))
    _tell_thresholds(np.concatenate([first * shares[0] + second * shares[1] for _, first, second, _ in parts]))


def _tell_thresholds(logits: Matrix) -> None:
    """Tell how many requests, and how many lines that ask for nothing, lie below each threshold."""
    requests = np.sort(1 / np.exp(logits - logits.max(axis=1, keepdims=True)).sum(axis=1))
    weights.cache_clear()
    lines = _NO_REQUESTS.read_text(encoding="utf-8").splitlines()
    none = np.sort([ranked(Request(line))[0][1] for line in lines])
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6):
        below = [np.searchsorted(some, threshold) / len(some) for some in (requests, none)]
        sys.stdout.write(
            f"below {threshold}: {below[0]:.3f} of the requests, {below[1]:.3f} of what asks for nothing\n"
        )


def _shares(first: Matrix, second: Matrix, labels: Labels) -> tuple[float, float]:
    """Return what to multiply the logits of either classifier with so that the labels are likeliest together."""
    candidates = [(a / 10, b / 10) for a in range(6, 31, 2) for b in range(1, 16, 2)]
    return min(
        candidates, key=lambda shares: loss(first * np.float32(shares[0]) + second * np.float32(shares[1]), labels)
    )


def _figures(logits: Matrix, labels: Labels) -> str:
    order = np.argsort(-logits, axis=1)
    right = order[:, 0] == labels
    among = (order[:, :3] == labels[:, None]).any(axis=1)
    sure = 1 / np.exp(logits - logits.max(axis=1, keepdims=True)).sum(axis=1) >= 0.8  # noqa: PLR2004
    return (
        f"first {right.mean():.3f}, in the first three {among.mean():.3f}; "
        f"sure of {sure.mean():.3f}, of these right {right[sure].mean():.3f}"
    )


def _write(
    by_grams: Fitted, by_meaning: Fitted, shares: tuple[float, float], paths: list[str], trained_from: str
) -> None:
    scales = np.abs(by_grams.weights).max(axis=0) / _LEVELS
    rounded = np.round(by_grams.weights / scales).astype(np.int8).ravel()
    at = np.flatnonzero(rounded)
    steps = np.diff(at, prepend=0)
    if steps.max() >= 1 << 16:
        message = "two weights lie too far apart for the file"
        raise ValueError(message)
    np.savez_compressed(
        _TO,
        paths=np.array(paths),
        steps=np.stack([steps % 256, steps // 256]).astype(np.uint8),  # apart, as nearly all of the second are 0
        values=rounded[at],
        scales=(scales * shares[0]).astype(np.float32),
        meaning=(by_meaning.weights * shares[1]).astype(np.float16),
        bias=(by_grams.bias * shares[0] + by_meaning.bias * shares[1]).astype(np.float32),
        digest=np.array(trained_from),
    )
    sys.stdout.write(f"{_TO.name}: {_TO.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
