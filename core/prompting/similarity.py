"""Near-duplicates: which texts say all but the same, by MinHash over their shingles.

The same texts in the same order give the same answer on every machine. Broder, "On the resemblance and containment of
documents", 1997; bands as in Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3.
"""

import re
from hashlib import blake2b
from typing import Final, TypeAlias

_SHINGLE: Final = 3  # characters: two Hangul words share few by chance
_BANDS: Final = 32
_ROWS: Final = 4  # of a band: texts that share eight shingles in ten are compared nearly always
_ALIKE: Final = 0.9  # a line of a few words says something else once one of them is another
_PRIME: Final = 2**61 - 1
_Bucket: TypeAlias = tuple[int, tuple[int, ...]]
_BLANK: Final = re.compile(r"[\W_]+")


class NearDuplicates:
    """Remembers texts, and says of each new one whether one like it came before."""

    def __init__(self) -> None:
        self._seen: dict[_Bucket, list[frozenset[str]]] = {}

    def has_like(self, text: str) -> bool:
        """Say whether a text like this came before; if none did, remember this one."""
        shingles = _shingles(text)
        buckets = _buckets(shingles)
        if any(_resemblance(shingles, other) >= _ALIKE for key in buckets for other in self._seen.get(key, ())):
            return True
        for key in buckets:
            self._seen.setdefault(key, []).append(shingles)
        return False


def _shingles(text: str) -> frozenset[str]:
    plain = _BLANK.sub("", text.casefold())
    return frozenset(plain[at : at + _SHINGLE] for at in range(max(1, len(plain) - _SHINGLE + 1)))


def _buckets(shingles: frozenset[str]) -> list[_Bucket]:
    numbers = [_number(shingle) for shingle in shingles]
    least = [min((a * number + b) % _PRIME for number in numbers) for a, b in _FUNCTIONS]
    bands = (least[start : start + _ROWS] for start in range(0, len(least), _ROWS))
    return list(enumerate(map(tuple, bands)))


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=7).digest(), "big")


def _resemblance(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


_FUNCTIONS: Final = [(_number(f"a{number}"), _number(f"b{number}")) for number in range(_BANDS * _ROWS)]
