"""Text in pieces of a size, so that of a long document those that matter can be chosen; tables as rows of |."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

_PIECE: Final = 2_000
LONGEST_CELL: Final = 2_000


def pieces(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines, each of which may be several, in pieces of about 2,000 characters; a longer line is cut."""
    held, length = list[str](), 0
    for line in lines:
        for place in range(0, max(1, len(line)), _PIECE):
            cut = line[place : place + _PIECE]
            if held and length + len(cut) > _PIECE:
                yield "\n".join(held)
                held, length = [], 0
            held.append(cut)
            length += len(cut) + 1
    if held:
        yield "\n".join(held)


def rows(cells: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the rows of a table, `| a | b |`, without those that are empty."""
    for row in cells:
        texts = [_cell(text) for text in row]
        while texts and not texts[-1]:
            texts.pop()
        if any(texts):
            yield f"| {' | '.join(texts)} |"


def tables(title: str, written: Iterable[str]) -> Iterator[str]:
    """Yield a long table in pieces, each with its title and its first row: what a column holds stands nowhere else."""
    top = f"# {title}\n" if title else ""
    head, held, length = "", list[str](), 0
    for row in written:
        if not held and not head:
            head = row
        elif held and length + len(row) > _PIECE:
            yield top + "\n".join(held)
            held, length = [head], len(head)
        held.append(row)
        length += len(row) + 1
    if held:
        yield top + "\n".join(held)


def _cell(text: str) -> str:
    return " ".join(text[:LONGEST_CELL].replace("|", "/").split())
