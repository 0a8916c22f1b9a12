"""Train the classifier, say how well it does in three folds, and write its weights."""

import sys
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

import core.prompting.understanding
from serving.training.intents.rows import all_rows, digest
from serving.training.intents.softmax import Fitted, Sparse, fit, fitted_temperature, sparse_of

_FOLDS: Final = 3
_TO: Final = Path(core.prompting.understanding.__file__).with_name("weights.npz")


def main() -> None:
    """Train on all rows; the temperature comes from three folds."""
    rows = all_rows()
    paths = sorted({row.path for row in rows})
    labels = np.array([paths.index(row.path) for row in rows])
    matrix = sparse_of([row.request for row in rows])
    held_out = _out_of_fold(matrix, labels, len(paths))
    order = np.argsort(-held_out, axis=1)
    first = (order[:, 0] == labels).mean()
    third = (order[:, :3] == labels[:, None]).any(axis=1).mean()
    temperature = fitted_temperature(held_out, labels)
    sys.stdout.write(
        f"{len(rows)} rows, {len(paths)} intents; three folds: first {first:.3f}, in the first three {third:.3f}; "
        f"temperature {temperature:.2f}\n"
    )
    _write(fit(matrix, labels, len(paths)), paths, temperature, digest(rows))


def _out_of_fold(matrix: Sparse, labels: NDArray[np.int64], classes: int) -> NDArray[np.float32]:
    fold = np.random.default_rng(1).permutation(len(labels)) % _FOLDS
    logits = np.zeros((len(labels), classes), np.float32)
    for each in range(_FOLDS):
        inside, outside = np.flatnonzero(fold != each), np.flatnonzero(fold == each)
        logits[outside] = fit(matrix.take(inside), labels[inside], classes).logits(matrix.take(outside))
    return logits


def _write(fitted: Fitted, paths: list[str], temperature: float, trained_from: str) -> None:
    scales = np.abs(fitted.weights).max(axis=1) / 127
    quantised = np.round(fitted.weights / scales[:, None]).astype(np.int8)
    np.savez_compressed(
        _TO,
        paths=np.array(paths),
        weights=quantised,
        scales=scales.astype(np.float32),
        bias=fitted.bias,
        idf=fitted.idf.astype(np.float16),
        temperature=np.float32(temperature),
        digest=np.array(trained_from),
    )
    sys.stdout.write(f"{_TO.name}: {_TO.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
