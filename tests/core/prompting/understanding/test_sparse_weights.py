"""A table of weights comes out of its file as it went in."""

import numpy as np
import pytest

from core.prompting.understanding.sparse_weights import packed, unpacked


def test_a_table_is_unpacked_as_it_was() -> None:
    table = np.zeros((900, 3), np.int8)
    table[[0, 0, 299, 899], [0, 2, 1, 2]] = 5, -7, 127, -1  # a step of more than a byte between
    assert (unpacked(*packed(table), table.shape) == table).all()


def test_values_too_far_apart_are_refused() -> None:
    table = np.zeros((70_000, 1), np.int8)
    table[-1] = 1
    with pytest.raises(ValueError, match="too far apart"):
        packed(table)
