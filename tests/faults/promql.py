"""As much of Prometheus' query language as the alerting rules use, over samples that were scraped here.

Instant and range selectors with matchers and an offset; `rate`, `increase`, `changes`; `sum`, `max`, `min` with `by`;
`histogram_quantile`; comparisons, multiplication, `and`, `or`, `unless`. Nothing is extrapolated.
"""

import itertools
import math
import operator
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

Labels = frozenset[tuple[str, str]]
Vector = dict[Labels, float]
Value = Vector | float

_STALE_S: Final = 300.0
_UNITS: Final = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_TOKEN: Final = re.compile(r'\s*("[^"]*"|\d+(?:\.\d+)?(?:e\d+)?[smhd]?\b|[a-zA-Z_]\w*|[=!<>]=|=~|!~|[(){}\[\],=<>*])')
_COMPARED: Final[Mapping[str, Callable[[float, float], bool]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "<=": operator.le,
}


@dataclass
class History:
    """Samples by name and labels, each with its times in seconds, oldest first."""

    series: dict[str, dict[Labels, list[tuple[float, float]]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )

    def add(self, name: str, labels: Mapping[str, str], at: float, value: float) -> None:
        """Add a sample, which is the newest of its series."""
        self.series[name][frozenset(labels.items())].append((at, value))

    def within(self, name: str, since: float, until: float) -> dict[Labels, list[float]]:
        """Return the values of each series after a time and up to another."""
        found = {}
        for labels, samples in self.series.get(name, {}).items():
            times = [at for at, _ in samples]
            values = [value for _, value in samples[bisect_right(times, since) : bisect_right(times, until)]]
            if values:
                found[labels] = values
        return found


def evaluate(query: str, history: History, at: float) -> Value:
    """Return what a query yields at a time."""
    parser = _Parser(_tokens(query), history, at)
    value = parser.any_of()
    if parser.left:
        raise ValueError(query)
    return value


def _tokens(query: str) -> list[str]:
    tokens, place = [], 0
    while query[place:].strip():
        found = _TOKEN.match(query, place)
        if found is None:
            raise ValueError(query[place:])
        tokens.append(found[1])
        place = found.end()
    return tokens


class _Parser:
    """Reads a query by descent and evaluates it as it goes."""

    def __init__(self, tokens: Sequence[str], history: History, at: float) -> None:
        self.left = list(tokens)
        self._history, self._at = history, at

    def any_of(self) -> Value:
        value = self._both()
        while self._took("or"):
            other = _vector(self._both())
            value = {**other, **_vector(value)}
        return value

    def _both(self) -> Value:
        value = self._compared()
        while self.left and self.left[0] in ("and", "unless"):
            stays = self.left.pop(0) == "and"
            other = _vector(self._compared())
            value = {labels: each for labels, each in _vector(value).items() if (labels in other) is stays}
        return value

    def _compared(self) -> Value:
        value = self._product()
        while self.left and self.left[0] in _COMPARED:
            holds = _COMPARED[self.left.pop(0)]
            other = self._product()
            there = {labels: other if isinstance(other, float) else other.get(labels) for labels in _vector(value)}
            value = {
                labels: each
                for labels, each in _vector(value).items()
                if (limit := there[labels]) is not None and holds(each, limit)
            }
        return value

    def _product(self) -> Value:
        value = self._term()
        while self._took("*"):
            value = _times(value, self._term())
        return value

    def _term(self) -> Value:
        token = self.left.pop(0)
        if token == "(":
            value = self.any_of()
            self._need(")")
            return value
        if token[0].isdigit():
            return float(token)
        if token in _AGGREGATED:
            return self._aggregated(_AGGREGATED[token])
        if token in ("rate", "increase", "changes"):
            return self._over_time(token)
        if token == "histogram_quantile":
            self._need("(")
            share = _scalar(self._product())
            self._need(",")
            buckets = _vector(self.any_of())
            self._need(")")
            return _quantile(share, buckets)
        return self._selected(token)

    def _aggregated(self, of: Callable[[Sequence[float]], float]) -> Vector:
        by: list[str] = []
        if self._took("by"):
            self._need("(")
            while not self._took(")"):
                by.append(self.left.pop(0))
                self._took(",")
        self._need("(")
        groups: dict[Labels, list[float]] = defaultdict(list)
        for labels, value in _vector(self.any_of()).items():
            groups[frozenset(pair for pair in labels if pair[0] in by)].append(value)
        self._need(")")
        return {labels: of(values) for labels, values in groups.items()}

    def _over_time(self, function: str) -> Vector:
        self._need("(")
        name = self.left.pop(0)
        matches = self._matchers()
        self._need("[")
        seconds = _duration(self.left.pop(0))
        self._need("]")
        self._need(")")
        ranges = self._history.within(name, self._at - seconds, self._at)
        found = {labels: values for labels, values in ranges.items() if matches(labels) and len(values) > 1}
        if function == "changes":
            pairs = {labels: itertools.pairwise(values) for labels, values in found.items()}
            return {labels: float(sum(a != b for a, b in each)) for labels, each in pairs.items()}
        risen = {labels: _risen(values) for labels, values in found.items()}
        return risen if function == "increase" else {labels: each / seconds for labels, each in risen.items()}

    def _selected(self, name: str) -> Vector:
        matches = self._matchers()
        at = self._at - (_duration(self.left.pop(0)) if self._took("offset") else 0)
        ranges = self._history.within(name, at - _STALE_S, at)
        return {labels: values[-1] for labels, values in ranges.items() if matches(labels)}

    def _matchers(self) -> Callable[[Labels], bool]:
        wanted: list[tuple[str, str, str]] = []
        if self._took("{"):
            while not self._took("}"):
                label, how, value = (self.left.pop(0) for _ in range(3))
                wanted.append((label, how, value.strip('"')))
                self._took(",")
        return lambda labels: all(_matches(dict(labels).get(label, ""), how, value) for label, how, value in wanted)

    def _took(self, token: str) -> bool:
        if self.left and self.left[0] == token:
            self.left.pop(0)
            return True
        return False

    def _need(self, token: str) -> None:
        if not self._took(token):
            raise ValueError(token)


def _matches(value: str, how: str, wanted: str) -> bool:
    if "~" in how:
        return bool(re.fullmatch(wanted, value)) is (how == "=~")
    return (value == wanted) is (how == "=")


def _duration(token: str) -> float:
    return float(token[:-1]) * _UNITS[token[-1]]


def _risen(values: Sequence[float]) -> float:
    """Return how far a counter has risen; where it fell, its process began anew."""
    return sum(b - a if b >= a else b for a, b in itertools.pairwise(values))


def _vector(value: Value) -> Vector:
    return {frozenset(): value} if isinstance(value, float) else value


def _scalar(value: Value) -> float:
    if not isinstance(value, float):
        raise TypeError(value)
    return value


def _times(value: Value, other: Value) -> Value:
    if isinstance(value, float) and isinstance(other, float):
        return value * other
    if isinstance(value, float):
        value, other = other, value
    several = _vector(value)
    if isinstance(other, float):
        return {labels: each * other for labels, each in several.items()}
    return {labels: each * other[labels] for labels, each in several.items() if labels in other}


def _most(values: Sequence[float]) -> float:
    return max((value for value in values if not math.isnan(value)), default=math.nan)


def _least(values: Sequence[float]) -> float:
    return min((value for value in values if not math.isnan(value)), default=math.nan)


def _quantile(share: float, buckets: Vector) -> Vector:
    groups: dict[Labels, list[tuple[float, float]]] = defaultdict(list)
    for labels, value in buckets.items():
        bound = dict(labels)["le"]
        groups[frozenset(pair for pair in labels if pair[0] != "le")].append(
            (float(bound.replace("+Inf", "inf")), value)
        )
    found = {}
    for labels, bounds in groups.items():
        bounds.sort()
        total = bounds[-1][1]
        place = bisect_left([value for _, value in bounds], share * total)
        found[labels] = bounds[min(place, len(bounds) - 2)][0] if total else math.nan
    return found


_AGGREGATED: Final[Mapping[str, Callable[[Sequence[float]], float]]] = {"sum": math.fsum, "max": _most, "min": _least}
