"""Plots as lines of the page, which keep the size of its letters on any screen and need nothing from anywhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

COLOURS: Final = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c6d31", "#666666")
"""Okabe and Ito's, which people with any colour vision tell apart."""


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
    return _figure(title, "".join(_line(bar.label, _bar(bar, full), bar.shown) for bar in shown))


def dots(title: str, rows: Sequence[tuple[str, Sequence[int]]]) -> str:
    """Return a line of dots for each name, by value, over a scale from 0; at its end the least and the most."""
    full = max((value for _, values in rows for value in values), default=0) or 1
    drawn = (
        _line(name, "".join(_dot(value / full, number) for value in values), _range(values))
        for number, (name, values) in enumerate(rows)
    )
    return _figure(title, "".join(drawn))


def _bar(bar: Bar, full: float) -> str:
    return f'<i style="width:{100 * min(bar.value / full, 1):.1f}%;background:{_colour(bar.colour)}"></i>'


def _dot(share: float, colour: int) -> str:
    return f'<i class="dot" style="left:{100 * share:.1f}%;background:{_colour(colour)}"></i>'


def _range(values: Sequence[int]) -> str:
    if not values:
        return "–"
    return f"{min(values):,}–{max(values):,}" if min(values) < max(values) else f"{values[0]:,}"


def _colour(number: int) -> str:
    return COLOURS[number % len(COLOURS)]


def _line(name: str, drawn: str, value: str) -> str:
    return f'<div class="bar"><b>{escape(name)}</b><div>{drawn}</div><span>{escape(value)}</span></div>'


def _figure(title: str, drawn: str) -> str:
    return f"<figure><figcaption>{escape(title)}</figcaption>{drawn}</figure>"
