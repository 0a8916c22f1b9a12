"""Train the classifier of uses, say how well it does on the sentences of each author from the others', write it."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np

import core.prompting.understanding
from core.prompting.understanding.sparse_weights import packed
from core.prompting.understanding.uses import DIMENSIONS, FILE, USES, Use, UseWeights, features, likeliest, meaning
from serving.training.softmax import Labels, Sparse, fit_beside
from serving.training.uses.rows import LabelledSentence, all_rows, digest

_LEVELS: Final = 127  # of a weight on either side of 0
_TO: Final = Path(core.prompting.understanding.__file__).with_name(FILE)


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on all rows; with --authors, on all but one author's in turn, and tell how that one's are read."""
    parser = argparse.ArgumentParser(prog="python -m serving.training.uses")
    parser.add_argument("--authors", action="store_true", help="measure each author from the others first")
    options = parser.parse_args(arguments)
    rows = all_rows()
    if options.authors:
        for author in sorted({row.author for row in rows}):
            fitted = fit([row for row in rows if row.author != author], "")
            sys.stdout.write(f"{author}: {figures(fitted, [row for row in rows if row.author == author])}\n")
    _write(fit(rows, digest(rows)))
    sys.stdout.write(f"{len(rows)} rows; {_TO.name}: {_TO.stat().st_size:,} bytes\n")


def fit(rows: Sequence[LabelledSentence], trained_from: str) -> UseWeights:
    """Return a classifier of labelled sentences, its weights rounded as the file keeps them."""
    found = [features(row.told) for row in rows]
    some = Sparse(
        np.cumsum([0, *map(len, found)]).astype(np.int64),
        np.array([at for row in found for at in row], np.int64),
        np.array([value for row in found for value in row.values()], np.float32),
        DIMENSIONS,
    )
    labels: Labels = np.array([USES.index(row.use) for row in rows])
    fitted = fit_beside(some, np.stack([meaning(row.told) for row in rows]), labels, len(USES))
    hashed, of_meaning = np.split(fitted.weights, [DIMENSIONS])
    scales = (np.abs(hashed).max(axis=0) / _LEVELS).astype(np.float32)
    return UseWeights(np.round(hashed / scales).astype(np.int8), scales, of_meaning, fitted.bias, trained_from)


def figures(fitted: UseWeights, rows: Sequence[LabelledSentence]) -> str:
    """Return how many uses are said, how many of them are right, and of how many in all."""
    found = [(likeliest(fitted.probabilities(row.told)), row.use) for row in rows]
    said = sum(use is not Use.NONE for use, _ in found)
    right = sum(use is meant is not Use.NONE for use, meant in found)
    meant = sum(row.use is not Use.NONE for row in rows)
    return f"{said} said, {right / max(said, 1):.3f} of them right; {right / max(meant, 1):.3f} of {meant} found"


def _write(trained: UseWeights) -> None:
    steps, gaps = packed(trained.steps)
    np.savez_compressed(
        _TO,
        steps=steps,
        gaps=gaps,
        scales=trained.scales,
        meaning=trained.meaning,
        bias=trained.bias,
        digest=np.array(trained.digest),
    )


if __name__ == "__main__":
    main()
