"""The judge: a logistic model of several kinds that says which candidates are somebody's, and what they are."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from itertools import chain
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

BUCKETS: Final = 1 << 16
KINDS: Final = (
    *("", "ID_NUMBER", "ACCOUNT_NAME", "DATE_OF_BIRTH", "ADDRESS", "SECRET", "BANK_ACCOUNT", "CREDIT_CARD"),
    *("URL_PERSONAL", "PHONE"),
)
"""What a candidate may be; nothing comes first."""
FILE: Final = "items.npz"

_STEP: Final = 1 / 32
_MOST: Final = 127


@dataclass(frozen=True, slots=True)
class ItemJudge:
    """Weights of hashed evidence for each kind; read only, so threads may share it."""

    weights: NDArray[np.float32]
    texts: str = ""
    """The digest of the texts that it was trained on."""

    def scores(self, said: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        """Return for each candidate the log odds of each kind."""
        if not said:
            return np.zeros((0, len(KINDS)), np.float32)
        places, offsets = buckets(said)
        return np.add.reduceat(self.weights[places], offsets[:-1], axis=0)


def buckets(said: Sequence[Sequence[str]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the buckets of all evidence, and where that of each candidate begins."""
    words = list(chain.from_iterable(said))
    # Most of it is said of several candidates.
    unique = set(words)
    known = dict(zip(unique, map(zlib.crc32, map(str.encode, unique)), strict=True))
    places = np.fromiter(map(known.__getitem__, words), np.int64, len(words))
    return places % BUCKETS, np.cumsum([0, *map(len, said)])


@cache
def shipped() -> ItemJudge:
    """Return the judge in this folder, loaded once a process."""
    with as_file(files(__package__).joinpath(FILE)) as path:
        return load(path)


def load(path: Path) -> ItemJudge:
    """Read a judge."""
    with np.load(path, allow_pickle=False) as arrays:
        weights = np.zeros((BUCKETS, len(KINDS)), np.float32)
        weights[np.cumsum(arrays["steps"], dtype=np.int64)] = arrays["weights"] * np.float32(_STEP)
        return ItemJudge(weights, str(arrays["texts"]))


def save(judge: ItemJudge, path: Path) -> None:
    """Write a judge; weights are kept in one byte each, and those that decide nothing not at all."""
    rounded = np.clip(np.round(judge.weights / _STEP), -_MOST, _MOST).astype(np.int8)
    used = np.flatnonzero(np.any(rounded != 0, axis=1))
    np.savez_compressed(
        path, steps=np.diff(used, prepend=0).astype(np.uint16), weights=rounded[used], texts=np.array(judge.texts)
    )
