"""Templates: which columns of which units make one feature, from `templates.txt`, hashed into buckets."""

from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.ner.columns import Columns

BUCKETS: Final = 1 << 22

_WINDOW: Final = 3
_PIECE: Final = 256  # units at a time, so that they stay in the processor's cache


def buckets(columns: Columns) -> NDArray[np.int32]:
    """Return the buckets of each unit's features, one column a template."""
    table = np.array([columns[name] for name in COLUMNS], np.uint64)
    size = table.shape[1]
    # Beyond both ends stand copies of what stands there; `np.pad` takes ten times as long.
    table = table.take(np.arange(-_WINDOW, size + _WINDOW).clip(0, size - 1), axis=1)
    units = np.arange(_WINDOW, _WINDOW + size)
    pieces = (units[start : start + _PIECE] for start in range(0, len(units), _PIECE))
    return np.concatenate([_hash(table, piece) for piece in pieces])


def _hash(table: NDArray[np.uint64], units: NDArray[np.int64]) -> NDArray[np.int32]:
    value = np.repeat(_SEEDS[:, None], len(units), axis=1)
    for column, step in _PARTS:
        part = value[: len(column)]
        part ^= table[column[:, None], units + step[:, None]]
        part *= _MIX
        part ^= part >> _HALF
    return ((value * _SPREAD) >> _TOP).astype(np.int32).T


def _parse(line: str) -> tuple[tuple[str, int], ...]:
    parts = []
    for word in line.split():
        at = max(word.find("+"), word.find("-"))
        parts.append((word, 0) if at < 0 else (word[:at], int(word[at:])))
    return tuple(parts)


# Multiplicative hashing; the constants are those of splitmix64.
_ODD: Final = 0x9E3779B97F4A7C15
_MASK: Final = (1 << 64) - 1
_SPREAD: Final = np.uint64(_ODD)
_MIX: Final = np.uint64(0xBF58476D1CE4E5B9)
_HALF: Final = np.uint64(29)
_TOP: Final = np.uint64(64 - 22)

# Each line is one template: columns, joined; a number behind a column's name is a step to a neighbouring unit.
_LINES: Final = files(__package__).joinpath("templates.txt").read_text("utf-8").splitlines()
# The longest templates come first, so that each part is done for all that have it at once.
TEMPLATES: Final = tuple(sorted(map(_parse, _LINES), key=len, reverse=True))
COLUMNS: Final = tuple(dict.fromkeys(name for template in TEMPLATES for name, _ in template))
_SEEDS: Final = np.array([(i + 1) * _ODD & _MASK for i in range(len(TEMPLATES))], np.uint64)
_PARTS: Final = tuple(
    (
        np.array([COLUMNS.index(template[i][0]) for template in TEMPLATES if len(template) > i]),
        np.array([template[i][1] for template in TEMPLATES if len(template) > i]),
    )
    for i in range(len(TEMPLATES[0]))
)
