"""Templates: which columns of which units make one feature, hashed into buckets."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.names.columns import Columns

BUCKETS: Final = 1 << 22

_WINDOW: Final = 3
_PIECE: Final = 256  # units at a time, so that they stay in the processor's cache

# Each line is one template: columns, joined; a number behind a column's name is a step to a neighbouring unit.
_TEMPLATES: Final = """
char-3
char-2
char-1
char
char+1
char+2
char+3
char-1 char
char char+1
char-2 char-1
char+1 char+2
char-1 char char+1
char char+1 char+2
char-2 char-1 char
shape-2 spaced-2
shape-1 spaced-1
shape spaced
shape+1 spaced+1
shape+2 spaced+2
shape-1 shape shape+1 spaced spaced+1
spaced-1 spaced spaced+1 spaced+2 spaced+3
char spaced spaced+1
prefix
suffix
latin-2
latin-1
latin
latin+1
latin+2
latin-1 latin latin+1
latin shape
latin-1 shape
latin+1 shape
suffix shape
char-1 shape
char+1 shape
listed-2
listed-1
listed
listed+1
listed+2
listed+3
listed-1 listed listed+1
listed shape spaced
tag-2
tag-1
tag
tag+1
tag+2
tag next_tag
tag previous_tag
tag char
size tag
form tag
next_form tag
previous_form tag
next_form ahead behind
next2_form
previous2_form
fine
next_fine tag
previous_fine tag
next2_fine
previous2_fine
coarse
coarse shape
fine shape
coarse-1 coarse
coarse coarse+1
coarse latin
fine-1 fine
fine fine+1
next_coarse tag
previous_coarse tag
next_coarse name3
previous_coarse name3
next2_coarse
previous2_coarse
previous_coarse next_coarse
next_fine next2_coarse
ahead behind
stem ahead
tail ahead behind
next_stem
next_stem ahead behind
previous_stem
previous_stem ahead
next2_stem
previous2_stem
previous_tail ahead
previous_stem previous_tail
tail next_stem
next_class ahead behind
previous_class ahead behind
name3
name2
name4
name3 tag
name3 next_class
name3 previous_class
name2 next_class
name3-1
name3+1
name3-2
given
given tag
given tail
name3 tail
signature ahead
signature listed
inner
inner+1
inner-1
quote
quote signature
known tag
known tag name3
known tag given
known name2
known next_class
known previous_class
line name3
line given
line listed
"""


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

# The longest templates come first, so that each part is done for all that have it at once.
TEMPLATES: Final = tuple(sorted((_parse(line) for line in _TEMPLATES.split("\n") if line), key=len, reverse=True))
COLUMNS: Final = tuple(dict.fromkeys(name for template in TEMPLATES for name, _ in template))
_SEEDS: Final = np.array([(i + 1) * _ODD & _MASK for i in range(len(TEMPLATES))], np.uint64)
_PARTS: Final = tuple(
    (
        np.array([COLUMNS.index(template[i][0]) for template in TEMPLATES if len(template) > i]),
        np.array([template[i][1] for template in TEMPLATES if len(template) > i]),
    )
    for i in range(len(TEMPLATES[0]))
)
