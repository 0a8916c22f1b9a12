"""Vectors: what morphemes and English words mean, by models that others trained on far more text."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

import numpy as np
from kiwipiepy import Kiwi  # type: ignore[import-untyped] # it ships no types
from numpy.typing import NDArray
from safetensors.numpy import load_file

from core.adapters.presidio.ner.clusters import LATIN_TAG, cluster_key

# So many morphemes, whose vectors have at most 256 numbers, tell every other's by how alike they are.
_LANDMARKS: Final = 400
_COMMON: Final = 20_000
_SMALLEST: Final = 1e-3
_UNKNOWN: Final = "UN"


@dataclass(frozen=True, slots=True)
class Vectors:
    """One unit vector a row, with the key in `Clusters` of what it stands for."""

    keys: NDArray[np.uint32]
    rows: NDArray[np.float32]


def korean() -> Vectors:
    """Return the vectors of Kiwi's language model.

    Kiwi only tells how alike two morphemes are. The vectors are those, up to a rotation, whose products are these
    likenesses.
    """
    kiwi = Kiwi(num_workers=1, load_multi_dict=False, load_default_dict=False)
    known = [(i, *morpheme) for i, morpheme in enumerate(_vocabulary(kiwi)) if morpheme[0] and morpheme[1] != _UNKNOWN]
    held = [row for row in known if kiwi.morpheme_similarity(row[0], row[0]) > _SMALLEST]
    common = [number for number, *_ in held if number < _COMMON]
    landmarks = np.random.default_rng(0).choice(common, _LANDMARKS, replace=False).tolist()
    strength, directions = np.linalg.eigh(_alike(kiwi, landmarks, landmarks))
    used = strength > _SMALLEST
    rows = _alike(kiwi, [number for number, *_ in held], landmarks) @ (directions[:, used] / np.sqrt(strength[used]))
    return Vectors(np.array([cluster_key(form, tag) for _, form, tag in held], np.uint32), _centred(rows))


def english(folder: Path) -> Vectors:
    """Return the vectors of a BERT's whole words; the folder holds its `vocab.txt` and `model.safetensors`."""
    pieces = (folder / "vocab.txt").read_text("utf-8").split("\n")
    words = [i for i, piece in enumerate(pieces) if piece.isascii() and piece.isalpha() and len(piece) > 1]
    table = next(array for name, array in load_file(folder / "model.safetensors").items() if "word_embed" in name)
    return Vectors(
        np.array([cluster_key(pieces[i], LATIN_TAG) for i in words], np.uint32),
        _centred(table[words].astype(np.float32)),
    )


def _vocabulary(kiwi: Kiwi) -> list[tuple[str, str]]:
    """Return form and tag of every morpheme by its number; Kiwi says how many only by refusing the next."""
    morphemes = []
    for number in count():
        try:
            morpheme = kiwi.morpheme(number)
        except ValueError:
            break
        morphemes.append((morpheme.form, morpheme.tag))
    return morphemes


def _alike(kiwi: Kiwi, morphemes: Sequence[int], landmarks: Sequence[int]) -> NDArray[np.float32]:
    rows = [[kiwi.morpheme_similarity(number, landmark) for landmark in landmarks] for number in morphemes]
    return np.array(rows, np.float32)


def _centred(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return unit vectors without what all have in common."""
    apart = rows - rows.mean(axis=0)
    return np.asarray(apart / (np.linalg.norm(apart, axis=1, keepdims=True) + 1e-9), np.float32)
