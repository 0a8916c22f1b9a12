"""Agreement: what the candidates of a text say of each other; members of a list or a column decide together."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from core.adapters.presidio.ner.document import Candidate

_SURE: Final = 0.9
_MARK: Final = r"(?:[-*•·]|[0-9]{1,2}[.)])"
_ROW: Final = re.compile(r"(?:\A|(?<=[\n:：]))[^\n,·/、:：]+(?:[,·/、][^\n,·/、]+)+")
_COLUMN: Final = re.compile(rf"(?m)(?:^[ ]{{0,3}}(?:{_MARK}[ ]?)?[가-힣]{{1,4}}[ ]{{0,3}}(?:\n|\Z))+")
_MEMBER: Final = {_ROW: re.compile(r"[^,·/、]+"), _COLUMN: re.compile(r"[^\n]+")}
# What stands beside a name as well: sex, day, place in a row.
_SINGLE: Final = re.compile(
    rf"[ ]*(?:{_MARK}[ ]?)?(?P<name>(?![남여월화수목금토일상중하갑을병정예외등명개건동서북좌우])[가-힣])[ ]*"
)


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


def members(text: str, names: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the members of one syllable in lists of which half are names: 봄 in 참석자: 김서연, 이나래, 봄."""
    named = sorted(names)
    starts = [start for start, _ in named]
    for found in (_ROW, _COLUMN):
        for stretch in found.finditer(text):
            places = [part.span() for part in _MEMBER[found].finditer(text, *stretch.span())]
            known = sum(bisect_left(starts, start) < bisect_left(starts, end) for start, end in places)
            if known * 2 >= len(places) > 1 and known:
                for start, end in places:
                    single = _SINGLE.fullmatch(text, start, end)
                    if single and single.span("name") not in names:
                        yield single.span("name")


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
