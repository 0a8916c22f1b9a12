"""Train the classifier of counts, say how well it does on the numbers of each reader from the others', write it."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np

import core.prompting.understanding
from core.prompting.understanding.item_counts import DIMENSIONS, FILE, CountKind, CountWeights, buckets
from core.prompting.understanding.sparse_weights import packed
from serving.training.counts.rows import LabelledNumber, all_rows, digest
from serving.training.softmax import Labels, Sparse, fit_grams

_LEVELS: Final = 127  # of a weight on either side of 0
_LIKELY: Final = 0.5
_TO: Final = Path(core.prompting.understanding.__file__).with_name(FILE)


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on all rows; with --readers, on all but one reader's in turn, and tell how that one's are read."""
    parser = argparse.ArgumentParser(prog="python -m serving.training.counts")
    parser.add_argument("--readers", action="store_true", help="measure each reader from the others first")
    options = parser.parse_args(arguments)
    rows = all_rows()
    if options.readers:
        for reader in sorted({row.reader for row in rows}):
            fitted = fit([row for row in rows if row.reader != reader], "")
            sys.stdout.write(f"{reader}: {figures(fitted, [row for row in rows if row.reader == reader])}\n")
    _write(fit(rows, digest(rows)))
    sys.stdout.write(f"{len(rows)} rows; {_TO.name}: {_TO.stat().st_size:,} bytes\n")


def fit(rows: Sequence[LabelledNumber], trained_from: str) -> CountWeights:
    """Return a classifier of labelled numbers, its weights rounded as the file keeps them."""
    found = [buckets(row.text, row.start, row.end) for row in rows]
    some = Sparse(
        np.cumsum([0, *map(len, found)]).astype(np.int64),
        np.concatenate(found).astype(np.int64),
        np.concatenate([np.full(len(row), 1 / np.sqrt(len(row)), np.float32) for row in found]),
        DIMENSIONS,
    )
    labels: Labels = np.array([int(row.counted) for row in rows])
    fitted = fit_grams(some, labels, len(CountKind))
    scales = (np.abs(fitted.weights).max(axis=0) / _LEVELS).astype(np.float32)
    return CountWeights(np.round(fitted.weights / scales).astype(np.int8), scales, fitted.bias, trained_from)


def figures(fitted: CountWeights, rows: Sequence[LabelledNumber]) -> str:
    """Return how many numbers are taken for those of the items, how many of them are, and of how many in all."""
    taken = [row.counted for row in rows if fitted.probability(row.text, row.start, row.end) >= _LIKELY]
    right, meant = taken.count(CountKind.ITEMS), sum(row.counted is CountKind.ITEMS for row in rows)
    precision, recall = right / max(len(taken), 1), right / max(meant, 1)
    return f"{len(taken)} taken, {precision:.3f} of them right; {recall:.3f} of {meant} found"


def _write(trained: CountWeights) -> None:
    steps, gaps = packed(trained.steps)
    np.savez_compressed(
        _TO, steps=steps, gaps=gaps, scales=trained.scales, bias=trained.bias, digest=np.array(trained.digest)
    )


if __name__ == "__main__":
    main()
