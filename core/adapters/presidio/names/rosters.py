"""Rosters: members of a list, a line-up or a column decide together which of them are names."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from typing import Final

from core.adapters.presidio.names import shapes
from core.adapters.presidio.names.lexicon import alternatives, words
from core.adapters.presidio.names.words import Words, is_given

Place = tuple[int, int]

_FEWEST: Final = 2
# Behind so many words of a line hardly a column is left.
_WIDEST: Final = 12
_GIVEN_LENGTH: Final = 2
_SYLLABLES: Final = frozenset(words("given_syllables"))
_LINE: Final = re.compile(r"[^\n]+")
_SEPARATOR: Final = re.compile(r" ?(?:[,·、;&+|/\t]|→|->| 및 ) ?|(?<=[가-힣])[와과] ")
_BULLET: Final = re.compile(r"[ ]{0,8}(?:[-*•·▶○●■□◦※]|\(?[0-9]{1,3}[.)번조:]?|[①-⑳])?[ \t]{0,3}")
_RUN: Final = re.compile(r"[가-힣]+")
_BLOCK: Final = re.compile(r"(?m)^[^\n]+(?:\n[^\n]+)+")
_TOKEN: Final = re.compile(r"[^\s|,:：·/;()\[\]<>\"']+")
_BEHIND: Final = re.compile(rf"(?: ?(?:{alternatives('titles')}))?님?(?: ?\([^()\n]{{0,20}}\))?")


def members(text: str, known: Collection[Place], held: Words) -> Iterator[Place]:
    """Yield the names that the known ones beside or above them tell."""
    starts = {start for start, _ in known}
    yield from _in_lines(text, starts, held)
    yield from _in_columns(text, starts, held)


def _in_lines(text: str, starts: Collection[int], held: Words) -> Iterator[Place]:
    ordered = sorted(starts)
    for line in _LINE.finditer(text):
        if bisect_left(ordered, line.end()) - bisect_left(ordered, line.start()) < _FEWEST:
            continue
        cells = list(_cells(text, *line.span()))
        named = [start in starts for start, _ in cells]
        for i, (start, end) in enumerate(cells):
            beside = named[max(0, i - 1) : i] + named[i + 1 : i + 2]
            if not named[i] and any(beside) and sum(named) >= _FEWEST:
                yield from _member(text, start, end, held)


def _cells(text: str, start: int, end: int) -> Iterator[Place]:
    """Yield what stands between the marks of a line, from its last word of which a name may be the first."""
    place = start
    for mark in (*_SEPARATOR.finditer(text, start, end), None):
        stop = mark.start() if mark else end
        opening = _BULLET.match(text, place, stop)
        begin = opening.end() if opening else place
        colon = max(text.rfind(sign, begin, stop) for sign in ":：(")
        begin = colon + 1 if colon >= begin else begin
        while begin < stop and text[begin] == " ":
            begin += 1
        yield begin, stop
        place = mark.end() if mark else end


def _in_columns(text: str, starts: Collection[int], held: Words) -> Iterator[Place]:
    ordered = sorted(starts)
    for block in _BLOCK.finditer(text) if len(ordered) >= _FEWEST else ():
        if bisect_left(ordered, block.end()) - bisect_left(ordered, block.start()) < _FEWEST:
            continue
        rows = [
            [token.span() for token in _TOKEN.finditer(text, *line.span())]
            for line in _LINE.finditer(text, *block.span())
        ]
        for column in range(min(max(map(len, rows)), _WIDEST)):
            tokens = [row[column] for row in rows if len(row) > column]
            named = sum(start in starts for start, _ in tokens)
            if named < _FEWEST or named * 2 < len(tokens):
                continue
            for start, end in tokens:
                if start not in starts:
                    yield from _member(text, start, end, held)


def _member(text: str, start: int, end: int, held: Words) -> Iterator[Place]:
    """Yield the name that a cell is, with a title or a remark in brackets behind it."""
    run = _RUN.match(text, start, end)
    if run is None:
        return
    for length in (*(place - start for place in shapes.ends(text, start)), _GIVEN_LENGTH):
        stop = start + length
        rest = _BEHIND.match(text, stop, end) if stop <= run.end() else None
        if rest is None or text[rest.end() : end].strip():
            continue
        if _is_name(text, start, stop, held):
            yield start, stop
            return


def _is_name(text: str, start: int, end: int, held: Words) -> bool:
    written = text[start:end]
    if shapes.is_full(written) and len(written) > _GIVEN_LENGTH:
        return not held.is_word(start, end)
    given = is_given(written) or (not held.is_word(start, end) and all(part in _SYLLABLES for part in written))
    return given and len(written) == _GIVEN_LENGTH
