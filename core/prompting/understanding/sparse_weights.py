"""Sparse weights: a table that is mostly zeros, kept in a file as its other values and the steps between them.

The steps are kept as their low and their high bytes apart, since nearly all of the high ones are 0 and pack to nothing.
"""

import numpy as np
from numpy.typing import NDArray


def packed(table: NDArray[np.int8]) -> tuple[NDArray[np.int8], NDArray[np.uint8]]:
    """Return the values of a table that are not 0, and the steps between them (2 x values).

    Raises:
        ValueError: Two of them lie 65,536 places or more apart.
    """
    flat = table.ravel()
    at = np.flatnonzero(flat)
    steps = np.diff(at, prepend=0)
    if steps.max() >= 1 << 16:
        message = "two weights lie too far apart for the file"
        raise ValueError(message)
    return flat[at], np.stack([steps % 256, steps // 256]).astype(np.uint8)


def unpacked(values: NDArray[np.int8], steps: NDArray[np.uint8], shape: tuple[int, int]) -> NDArray[np.int8]:
    """Return the table that was packed."""
    flat = np.zeros(shape[0] * shape[1], np.int8)
    low, high = steps.astype(np.int64)
    flat[np.cumsum(low + 256 * high)] = values
    return flat.reshape(shape)
