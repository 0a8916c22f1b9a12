"""Plots as inline SVG, which takes the page's colours and needs nothing from anywhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

COLOURS: Final = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c6d31", "#666666")
"""Okabe and Ito's, which people with any colour vision tell apart."""

_WIDTH: Final = 720
_LABELS: Final = 190
_ROOM: Final = _WIDTH - _LABELS - 90
_ROW: Final = 30
_LABEL: Final = 24  # characters


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is of, how long, what is written at its end, its colour's number."""

    label: str
    value: float
    shown: str
    colour: int = 0


def bars(title: str, shown: Sequence[Bar], most: float | None = None) -> str:
    """Return horizontal bars; `most` is the value of a full one, the longest if nothing is said."""
    full = most or max((bar.value for bar in shown), default=0) or 1
    return _figure(title, len(shown) * _ROW, "".join(_bar(bar, row, full) for row, bar in enumerate(shown)))


def dots(title: str, rows: Sequence[tuple[str, Sequence[int]]]) -> str:
    """Return a row of dots for each name, by value, over a scale from 0."""
    full = max((value for _, values in rows for value in values), default=0) or 1
    drawn = "".join(_dots(name, values, row, full) for row, (name, values) in enumerate(rows))
    height = len(rows) * _ROW
    return _figure(title, height + 22, drawn + _scale(full, height))


def _bar(bar: Bar, row: int, full: float) -> str:
    top, length = row * _ROW + 5, max(1.0, _ROOM * min(bar.value / full, 1))
    colour = COLOURS[bar.colour % len(COLOURS)]
    return (
        _label(bar.label, row)
        + f'<rect x="{_LABELS}" y="{top}" width="{length:.1f}" height="{_ROW - 10}" rx="3" fill="{colour}"/>'
        + f'<text x="{_LABELS + length + 8:.1f}" y="{top + 15}">{escape(bar.shown)}</text>'
    )


def _dots(name: str, values: Sequence[int], row: int, full: float) -> str:
    middle = row * _ROW + _ROW // 2
    colour = COLOURS[row % len(COLOURS)]
    line = f'<line x1="{_LABELS}" y1="{middle}" x2="{_LABELS + _ROOM}" y2="{middle}" class="rule"/>'
    circles = "".join(
        f'<circle cx="{_LABELS + _ROOM * value / full:.1f}" cy="{middle}" r="5" fill="{colour}" fill-opacity="0.55"/>'
        for value in values
    )
    return _label(name, row) + line + circles


def _scale(full: float, top: int) -> str:
    return "".join(_mark(share, full, top) for share in (0, 0.5, 1))


def _mark(share: float, full: float, top: int) -> str:
    at = _LABELS + _ROOM * share
    return f'<text x="{at:.1f}" y="{top + 16}" text-anchor="middle" class="quiet">{full * share:,.0f}</text>'


def _label(text: str, row: int) -> str:
    cut = text if len(text) <= _LABEL else f"{text[: _LABEL - 1]}…"
    return f'<text x="{_LABELS - 10}" y="{row * _ROW + 20}" text-anchor="end">{escape(cut)}</text>'


def _figure(title: str, height: int, drawn: str) -> str:
    return "".join(_lines(title, max(height, _ROW), drawn))


def _lines(title: str, height: int, drawn: str) -> Iterator[str]:
    yield f'<figure><figcaption>{escape(title)}</figcaption><svg viewBox="0 0 {_WIDTH} {height}" role="img"'
    yield f' aria-label="{escape(title)}">{drawn}</svg></figure>'
