"""Train the classifier of facts, say how well it does on the facts of each author from the others', write it."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

import core.prompting.understanding
from core.prompting.understanding.kinds import BUCKETS, FILE, KINDS, SCALE, buckets_of
from serving.training.kinds.rows import Row, all_rows, digest

Array: TypeAlias = NDArray[np.float32]

_STEPS: Final = 200
_RATE, _MOMENTUM, _DECAY = 0.5, 0.9, 3e-4
_LEVELS: Final = 127  # of a weight on either side of 0
_TO: Final = Path(core.prompting.understanding.__file__).with_name(FILE)


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on all rows; with --authors, on all but one author's in turn, and tell how that one's are read."""
    parser = argparse.ArgumentParser(prog="python -m serving.training.kinds")
    parser.add_argument("--authors", action="store_true", help="measure each author from the others first")
    options = parser.parse_args(arguments)
    rows = all_rows()
    for author in sorted({row.author for row in rows}) if options.authors else ():
        table = _fit([row for row in rows if row.author != author])
        sys.stdout.write(f"{author}: {_figures(table, [row for row in rows if row.author == author])}\n")
    table = _fit(rows)
    scales = (np.abs(table).max(axis=0) / _LEVELS).astype(np.float32)
    rounded = np.round(table / scales).astype(np.int8)
    np.savez_compressed(_TO, table=rounded, scales=scales, digest=np.array(digest(rows)))
    sys.stdout.write(f"{len(rows)} facts; {_TO.name}: {_TO.stat().st_size:,} bytes\n")


def _fit(rows: Sequence[Row]) -> Array:
    """Fit the weights by gradient descent; of two kinds that are right, the likelier is learnt more."""
    features = np.stack([_features(row.fact) for row in rows])
    right = np.array([[kind in row.kinds for kind in KINDS] for row in rows], np.float32)
    shared = right / right.sum(axis=1, keepdims=True)
    table, step = np.zeros((2, BUCKETS, len(KINDS)), np.float32)
    for _ in range(_STEPS):
        chances = _chances(features @ table)
        likelier = chances * right
        wanted = (likelier / likelier.sum(axis=1, keepdims=True) + shared) / 2
        step = _MOMENTUM * step + features.T @ (chances - wanted) / len(rows) + _DECAY * table
        table = table - _RATE * step
    return table


def _features(fact: str) -> Array:
    row, at = np.zeros(BUCKETS, np.float32), buckets_of(fact)
    np.add.at(row, at, SCALE / len(at) ** 0.5)
    return row


def _chances(scores: Array) -> Array:
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(chances / chances.sum(axis=1, keepdims=True))


def _figures(table: Array, rows: Sequence[Row]) -> str:
    chances = _chances(np.stack([_features(row.fact) for row in rows]) @ table)
    right = np.array([KINDS[at] in row.kinds for at, row in zip(chances.argmax(axis=1), rows, strict=True)])
    sure = chances.max(axis=1) > 0.5  # noqa: PLR2004 - as sure as a place must be
    return f"{right.mean():.1%} of {len(rows)} right; {right[sure].mean():.1%} of the {sure.sum()} that are sure"


if __name__ == "__main__":
    main()
