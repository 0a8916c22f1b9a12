"""Tables: for each line that is a row, where its cells begin and end, and which row heads them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

_MARKS: Final = ("\t", "|", ";", ",", "  ", " / ")
_FEWEST: Final = 2
_FEWEST_WEAK: Final = 3
_FRAME: Final = " \t\"'`*|"
_LONGEST_HEAD: Final = 24


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its column's head and its row's first cell, empty where there is none, and how far it is from both."""

    start: int
    end: int
    head: str
    first: str
    row: int
    column: int


@dataclass(slots=True)
class Tables:
    """The cells of a text, found by a place in them."""

    cells: Sequence[Cell]
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Make the cells findable."""
        self.starts = [cell.start for cell in self.cells]

    def at(self, start: int, end: int) -> Cell | None:
        """Return the cell that a place lies in."""
        last = bisect_right(self.starts, start) - 1
        return self.cells[last] if last >= 0 and end <= self.cells[last].end else None


def tables(text: str) -> Tables:
    """Return the cells of a text."""
    cells: list[Cell] = []
    mark, head, number = "", list[str](), 0
    for line in re.finditer(r"[^\r\n]+", text):
        row = cells_of(text, *line.span(), mark) if mark else []
        if len(row) < _FEWEST or (len(row) != len(head) and mark not in ("\t", "|")):
            mark, row = _parted(text, *line.span())
            head, number = [text[start:end][:_LONGEST_HEAD] for start, end in row], 0
        if row and not re.fullmatch(r"[\s|:\-]+", line.group()):
            first = text[slice(*row[0])][:_LONGEST_HEAD]
            cells += (
                Cell(start, end, head[i] if number and i < len(head) else "", first if i else "", number, i)
                for i, (start, end) in enumerate(row)
            )
            number += 1
    return Tables(cells)


def _parted(text: str, start: int, end: int) -> tuple[str, list[tuple[int, int]]]:
    for mark in _MARKS:
        row = cells_of(text, start, end, mark) if text.find(mark, start, end) >= 0 else []
        if len(row) >= (_FEWEST if mark in "\t|" else _FEWEST_WEAK):
            return mark, row
    return "", []


def cells_of(text: str, start: int, end: int, mark: str, frame: str = _FRAME) -> list[tuple[int, int]]:
    """Return where the cells of a line begin and end without their frames; at its edges | parts nothing."""
    if mark == "|":
        line = text[start:end]
        start += len(line) - len(line.lstrip(" |"))
        end -= len(line) - len(line.rstrip(" |"))
    cells, begin = [], start
    parting = r" {2,}" if mark == "  " else re.escape(mark)
    for match in [*re.finditer(parting, text[start:end]), None]:
        stop = end if match is None else start + match.start()
        cell = text[begin:stop]
        left = begin + len(cell) - len(cell.lstrip(frame))
        cells.append((left, max(left, stop - len(cell) + len(cell.rstrip(frame)))))
        begin = stop if match is None else start + match.end()
    return cells
