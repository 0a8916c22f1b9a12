"""Needs: what a text has to hold for a pattern to match in it, read from the pattern; it is far quicker to look up.

There are hundreds of patterns, and most texts hold few of their words. A need is a set of grams (one to three
characters in a row, case folded) of which a text must have one: 사번|학번 needs 사번 or 학번, [0-9]{6} two digits.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from importlib import import_module
from operator import or_
from threading import Lock
from typing import Any, Final

Need = frozenset[str]

# The parser of the standard library has no public name.
_PARSER: Final = import_module("re._parser")
# What matches an ASCII letter where case is ignored.
_FOLDED: Final = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZİıſK", "abcdefghijklmnopqrstuvwxyziisk")
# The few most telling needs tell nearly as much as all.
_MOST: Final = 3
# More grams than these are not told apart from any.
_LARGEST: Final = 150
# How likely a text has one of so many characters, compared with the others.
_LIKELY: Final = {1: 60, 2: 5, 3: 1}
_EVERYWHERE: Final = {" ": 20, ".": 10}
_LONGEST: Final = max(_LIKELY)
_UNKNOWN: Final = Need()
# One bit for each need of any pattern, and for each gram the bits of the needs that it meets.
_BITS: Final[dict[Need, int]] = {}
_BY_GRAM: Final[dict[str, int]] = {}
_LOCK: Final = Lock()


@dataclass(frozen=True, slots=True)
class Sought:
    """A pattern that is looked for only in texts that hold what it needs."""

    pattern: re.Pattern[str]
    needs: int = field(init=False)
    """One bit for each need."""

    def __post_init__(self) -> None:
        """Read the pattern once."""
        object.__setattr__(self, "needs", _bits(needs(self.pattern)))

    def may_match(self, text: str) -> bool:
        """Say whether a text holds what the pattern needs."""
        return not self.needs & ~_met(text, len(_BITS))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return the matches in a text."""
        return self.pattern.finditer(text) if self.may_match(text) else iter(())


def _bits(found: Iterable[Need]) -> int:
    """Return the bits of needs, new ones where they have none."""
    with _LOCK:
        for need in found:
            if need not in _BITS:
                bit = 1 << len(_BITS)
                for gram in need:
                    _BY_GRAM[gram] = _BY_GRAM.get(gram, 0) | bit
                _BITS[need] = bit
        return sum(_BITS[need] for need in found)


@lru_cache(maxsize=4)
def _met(text: str, _count: int) -> int:
    """Return which of so many needs a text meets, for all that is sought in it one after another.

    One look at its characters, and at what stands there in rows of two and three, tells it of all.
    """
    folded = text.translate(_FOLDED)
    grams = {folded[i : i + length] for length in _LIKELY for i in range(len(folded))}
    return reduce(or_, filter(None, map(_BY_GRAM.get, grams)), 0)


def needs(pattern: re.Pattern[str]) -> tuple[Need, ...]:
    """Return what a text needs for the pattern to match, the most telling first; nothing where that is not known."""
    found = dict.fromkeys(_needs(_PARSER.parse(pattern.pattern, pattern.flags)))
    return tuple(sorted(found, key=_cost)[:_MOST])


def _cost(need: Need) -> int:
    return sum(_LIKELY[len(gram)] * _EVERYWHERE.get(gram, 1) for gram in need)


def _needs(parsed: Iterable[tuple[Any, Any]]) -> Iterator[Need]:
    """Yield the needs of what is matched in a row."""
    row = [_UNKNOWN]  # what the characters before may be
    for kind, told in _flat(parsed):
        match str(kind), told:
            case "ASSERT", (_, inner):
                yield from _needs(inner)
            case "ASSERT_NOT" | "AT", _:
                pass
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT", (fewest, most, inner):
                if fewest:
                    yield from _needs(inner)
                here = _characters(*inner[0]) if fewest and len(inner) == 1 else _UNKNOWN
                for _ in range(min(fewest, _LONGEST)):
                    row = [*row, here]
                    yield from _ending(row)
                row = row if fewest == most and fewest < _LONGEST else [here]
            case "BRANCH", (_, branches):
                best = [min(_needs(branch), key=_cost, default=_UNKNOWN) for branch in branches]
                if all(best):
                    yield reduce(Need.union, best)
                row = [_UNKNOWN]
            case _:
                row = [*row, _characters(kind, told)]
                yield from _ending(row)


def _ending(row: Sequence[Need]) -> Iterator[Need]:
    """Yield what the last characters of a row may be together."""
    grams = [""]
    for here in row[: -_LONGEST - 1 : -1]:
        if not 0 < len(here) * len(grams) <= _LARGEST:
            return
        grams = [one + gram for one in here for gram in grams]
        yield Need(grams)


def _flat(parsed: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """Yield the parts with those of groups in their place."""
    for kind, told in parsed:
        if str(kind) in ("SUBPATTERN", "ATOMIC_GROUP"):
            yield from _flat(told[-1] if str(kind) == "SUBPATTERN" else told)
        else:
            yield kind, told


def _characters(kind: Any, told: Any) -> Need:  # noqa: ANN401 - the parser has no types
    """Return what a part may be that is one character; nothing if it is none, or may be too many."""
    match str(kind), told:
        case "LITERAL", code:
            return _folded([chr(code)])
        case "IN", choices:
            parts = [_characters(*choice) for choice in choices]
            return reduce(Need.union, parts) if all(parts) else _UNKNOWN
        case "RANGE", (first, last) if last - first < _LARGEST:
            return _folded(map(chr, range(first, last + 1)))
    return _UNKNOWN


def _folded(characters: Iterable[str]) -> Need:
    """Return characters without their case; of letters beyond ASCII it is not known what else they match."""
    folded = Need(character.translate(_FOLDED) for character in characters)
    return folded if all(one.isascii() or one.lower() == one.upper() for one in folded) else _UNKNOWN
