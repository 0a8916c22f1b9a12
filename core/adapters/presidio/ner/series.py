"""Series: the members of a list, a column, a roster or a line of roles decide together, by where they stand.

Where two of them, and half, are names, a member of their shape is one too: 봄 in 김서연, 이나래, 봄. Where one column
of some lines, or one cell of a record with numbers, holds the names, a bare word in another one is none: 김민준 찬성.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from core.adapters.presidio.gazetteer import words
from core.adapters.presidio.ner.shapes import is_full
from core.adapters.presidio.ner.words import Words, is_given

Place = tuple[int, int]

_HEAD: Final = re.compile(
    r"[ ]{0,3}(?:(?:[-*•·]|[0-9]{1,2}[.)])[ ]?)?(?P<head>[^\n:：,/·|\t]{1,24}?(?:[:：](?!//)| [-–—] )[ ]{0,3})?"
)
_MARKS: Final = ("\t", "|", "/", "·", "、", ";", ",")
_WORD: Final = re.compile(r"[^\s\"'“”()\[\]]+")
_BARE: Final = re.compile(r"(?P<name>[가-힣]{1,4}?)(?:이다|입니다|이에요|예요|임|님|씨)?[.!]?")
_NUMBER: Final = re.compile(r"[0-9][0-9.\-/*~:]{3,}")
# What stands beside a name as well: sex, day, place in a row.
_NO_NAME: Final = frozenset("남여월화수목금토일상중하갑을병정예외등명개건동서북좌우총부외")
_OTHERS: Final = words("role", "role.announcer", "role.department", "title", "title.rank", "nobody.value")
_STATUS: Final = re.compile(r"[가-힣]{1,2}|[남여] [가-힣]{2}")
_FULL: Final = 3
_FEWEST: Final = 2
_MANY: Final = 4
# Of so many members that are names, a common noun is one as well: 김민준, 이서연, 하늘, 마음.
_MOST: Final = 0.66


@dataclass(frozen=True, slots=True)
class PartedLine:
    """A line: the words of each of its cells, by what they are parted, and whether a head stands before them."""

    cells: Sequence[Sequence[Place]]
    mark: str
    headed: bool


class Series:
    """The lines of a text, beside the names that are known in it."""

    def __init__(self, text: str, names: Collection[Place], held: Words) -> None:
        self._text, self._names, self._held = text, names, held
        self._sorted = sorted(names)
        self._starts = [start for start, _ in self._sorted]
        self._lines = [_line(text, *line.span()) for line in re.finditer(r"[^\n]+", text)]

    def members(self) -> Iterator[Place]:
        """Yield what is a name because its neighbours are."""
        for line in self._lines:
            for row in self._rows(line):
                yield from self._agreed(row, parted=line.mark != " ")
        for block in self._blocks():
            for column in range(len(block[0].cells)):
                cells = [line.cells[column] for line in block]
                yield from self._agreed([cell[0] for cell in cells if len(cell) == 1], parted=block[0].mark != " ")

    def strangers(self) -> Iterator[Place]:
        """Yield the known names that are none, for the names of their lines stand in another column."""
        for block in self._blocks():
            firm = [
                sum(any(map(self._is_firm, line.cells[column])) for line in block)
                for column in range(len(block[0].cells))
            ]
            if max(firm) * 2 >= len(block):
                others = (i for i, many in enumerate(firm) if many * 2 < len(block))
                yield from self._weak(place for i in others for line in block for place in line.cells[i])
        for line in self._lines:
            row = [word for cell in line.cells for word in cell]
            if any(map(self._is_number, row)) and any(map(self._is_firm, row)):
                yield from self._weak(row)

    def _weak(self, row: Iterator[Place] | Sequence[Place]) -> Iterator[Place]:
        for start, _ in row:
            last = bisect_right(self._starts, start) - 1
            name = self._sorted[last] if last >= 0 else None
            if name and start < name[1] and self._is_status(name):
                yield name

    def _agreed(self, row: Sequence[Place], *, parted: bool) -> Iterator[Place]:
        places = [place for place in map(self._bare, row) if place is not None]
        if len(places) < _FEWEST + 1 or len(places) < len(row):
            return
        known = {place for place in places if self._is_known(place)}
        if len(known) < _FEWEST or len(known) * 2 < len(places):
            return
        if not any(
            is_full(written) and not is_given(written) for written in (self._text[slice(*one)] for one in known)
        ):
            return
        known |= {place for place in places if self._is_called(*place) or self._is_single(place)}
        if parted and len(places) >= _MANY and len(known) >= _MOST * len(places):
            known |= {place for place in places if self._is_short(place)}
        yield from (place for place in places if place in known and place not in self._names)

    def _bare(self, place: Place) -> Place | None:
        word = _BARE.fullmatch(self._text, *place)
        return word.span("name") if word else None

    def _is_known(self, place: Place) -> bool:
        return place in self._names or self._is_firm(place)

    def _is_firm(self, place: Place) -> bool:
        """Say whether it is a full name of three syllables, and no word."""
        written = self._text[slice(*place)]
        if len(written) < _FULL or not is_full(written) or not self._held.is_name(*place):
            return False
        return place in self._names or is_given(written[1:])

    def _is_status(self, place: Place) -> bool:
        """Say whether it is at most two syllables that nobody is known to be called by: 남, 미필, 여 미혼."""
        written = self._text[slice(*place)]
        return _STATUS.fullmatch(written) is not None and not self._is_called(*place)

    def _is_called(self, start: int, end: int) -> bool:
        """Say whether people are called so, or it has a surname and is no word."""
        written = self._text[start:end]
        if written in _OTHERS:
            return False
        if is_given(written):
            return True
        return is_full(written) and not self._held.is_word(start, end)

    def _is_single(self, place: Place) -> bool:
        written = self._text[slice(*place)]
        return len(written) == 1 and written not in _NO_NAME

    def _is_short(self, place: Place) -> bool:
        written = self._text[slice(*place)]
        return len(written) == _FEWEST and written not in _OTHERS

    def _is_number(self, place: Place) -> bool:
        return _NUMBER.fullmatch(self._text, *place) is not None

    def _rows(self, line: PartedLine) -> Iterator[Sequence[Place]]:
        """Yield the series that a line may be: its words, the last or the first of each cell, or those behind roles."""
        cells = line.cells
        if len(cells) == 1:
            yield cells[0] if line.headed else cells[0][1:]
        elif sum(len(cell) > 1 for cell in cells) * 2 >= len(cells) > 0:
            yield [word for cell in cells for word in self._behind_a_role(cell)]
            yield [cell[0] for cell in cells]
        elif cells:
            yield [cells[0][-1], *(cell[0] for cell in cells[1:-1] if len(cell) == 1), cells[-1][0]]

    def _behind_a_role(self, cell: Sequence[Place]) -> Sequence[Place]:
        """Return all words but the first, or the last one behind a phrase: 이번 주 당직은 [유관순]."""
        rest = cell[1:] or cell
        return rest[-1:] if any(map(self._is_topic, rest[:-1])) else rest

    def _is_topic(self, place: Place) -> bool:
        return self._text[place[1] - 1] in "은는이가을를의에" and self._held.is_other(*place)

    def _blocks(self) -> Iterator[list[PartedLine]]:
        """Yield lines that follow one another and are parted alike; where nothing parts them, by their words."""
        lines = [_by_words(line) for line in self._lines]
        for (_, many), block in groupby(lines, key=lambda line: (line.mark, len(line.cells))):
            alike = list(block)
            if many and len(alike) >= _FEWEST:
                yield alike


def _line(text: str, start: int, end: int) -> PartedLine:
    head = _HEAD.match(text, start, end)
    headed = head is not None and head["head"] is not None
    begin = head.end() if head else start
    mark = next((mark for mark in _MARKS if text.find(mark, begin, end) >= 0), " ")
    marks = [begin + found.start() for found in re.finditer(re.escape(mark), text[begin:end])] if mark != " " else []
    edges = zip([begin, *(place + 1 for place in marks)], [*marks, end], strict=True)
    cells = [[word.span() for word in _WORD.finditer(text, *cell)] for cell in edges]
    return PartedLine([cell for cell in cells if cell], mark, headed)


def _by_words(line: PartedLine) -> PartedLine:
    return PartedLine([[word] for cell in line.cells for word in cell], " ", line.headed) if line.mark == " " else line
