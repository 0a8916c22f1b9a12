"""The gazetteer: the words that masking looks at, by their kinds, from one file that says what each kind is."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

FILE: Final = files(__package__).joinpath("gazetteer.tsv")


def words(*kinds: str) -> frozenset[str]:
    """Return the words that are of any of some kinds, as they are written in the file.

    Raises:
        KeyError: No word is of such a kind.
    """
    return _held()[kinds[0]] if len(kinds) == 1 else frozenset().union(*(_held()[kind] for kind in kinds))


def folded(*kinds: str) -> frozenset[str]:
    """Return the same with their case folded."""
    return frozenset(map(str.casefold, words(*kinds)))


def alternatives(*kinds: str) -> str:
    """Return a pattern that matches any word of some kinds, the longest first."""
    return rf"(?:{'|'.join(sorted(words(*kinds), key=lambda word: (-len(word), word)))})"


def kinds_of(written: str) -> tuple[str, ...]:
    """Return the kinds that a text is of as one word, whatever its case and its blanks."""
    low = written.casefold()
    return _kinds().get(low.replace(" ", ""), ()) or _kinds().get(low, ())


@cache
def combinations() -> Mapping[str, tuple[str, ...]]:
    """Return the words of each combination of kinds, which are sorted and have a blank between them."""
    held: defaultdict[str, list[str]] = defaultdict(list)
    for line in FILE.read_text("utf-8").split("\n"):
        cells = line.split("\t", 2)
        # What is said of the kinds at the file's head has no tabs.
        if len(cells) > 1:
            held[cells[1]].append(cells[0])
    return {kinds: tuple(written) for kinds, written in held.items()}


@cache
def _kinds() -> Mapping[str, tuple[str, ...]]:
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for combination, written in combinations().items():
        for word in written:
            kinds[word.casefold()].update(combination.split(" "))
    return {word: tuple(sorted(held)) for word, held in kinds.items()}


@cache
def _held() -> Mapping[str, frozenset[str]]:
    held: defaultdict[str, list[str]] = defaultdict(list)
    for kinds, written in combinations().items():
        for kind in kinds.split(" "):
            held[kind] += written
    return {kind: frozenset(written) for kind, written in held.items()}
