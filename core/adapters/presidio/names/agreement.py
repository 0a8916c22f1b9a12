"""Agreement: what the candidates of a text say of each other; members of a list or a column decide together."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from core.adapters.presidio.names.document import Candidate

_SURE: Final = 0.9


def sure(found: Sequence[Candidate]) -> int:
    """Return of how many the tagger is sure."""
    return sum(is_sure(one) for one in found)


def is_sure(one: Candidate) -> bool:
    """Say whether a field of the tagger is sure of one."""
    return max(one.probability, one.second) > _SURE


def around(text: str, found: Sequence[Candidate]) -> list[list[str]]:
    """Return for each what the others say that stand as it does, and those on its line: members decide together."""
    groups: defaultdict[object, list[Candidate]] = defaultdict(list)
    breaks = [match.start() for match in re.finditer("\n", text)]
    keys = [(_surroundings(text, one), bisect_left(breaks, one.start)) for one in found]
    for one, key in zip(found, keys, strict=True):
        for part in key:
            groups[part].append(one)
    return [
        [word for name, part in zip("gl", key, strict=True) for word in _agreement(name, one, groups[part])]
        for one, key in zip(found, keys, strict=True)
    ]


def _agreement(name: str, one: Candidate, group: Sequence[Candidate]) -> Iterator[str]:
    others = [other.second for other in group if other.start >= one.end or other.end <= one.start]
    many = min(len(others), 4)
    mean = int(sum(others) / len(others) * 4.99) if others else -1
    most = int(max(others) * 4.99) if others else -1
    yield from (f"{name}n={many}", f"{name}m={mean}", f"{name}mx={most}")
    yield f"{name}m={mean} n={many} p={int(one.second * 4.99)}"


def _surroundings(text: str, one: Candidate) -> tuple[str, str]:
    begin = max(text.rfind("\n", 0, one.start) + 1, one.start - 24)
    behind = text[one.end : one.end + 2]
    return _pattern(text[begin : one.start])[-3:], _pattern(behind)[:2]


def _pattern(piece: str) -> str:
    return re.sub(r"[가-힣A-Za-z]+", "w", re.sub(r"[0-9]+", "0", piece))
