"""Namesakes: names that people bear and that everybody knows; which of the two a sentence speaks of.

Of the famous one speak works, history and lessons, of somebody here work, home and whoever stands in the same list. A
logistic model over the sentence's morphemes and their classes tells them apart; of the name itself it is told nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.gazetteer import alternatives, words
from core.adapters.presidio.ner import judge, shapes
from core.adapters.presidio.ner.document import AnalyzedText
from core.adapters.presidio.ner.tails import is_tail

FILE: Final = "namesakes.npz"
STEP: Final = 1 / 64
_REACH: Final = 60
# A name left is worse than a word too many.
ASKED: Final = 0.5
_TOGETHER: Final = 3.0
_NEXT: Final = 2
_NAME: Final = re.compile(rf"(?<![가-힣A-Za-z]){alternatives('famous.borne')}(?=(?P<rest>[가-힣]*))")
_BORNE: Final = words("famous.borne")
_FAMOUS: Final = words("famous", "famous.namesake") - _BORNE
_RUN: Final = re.compile(r"[가-힣]{2,}")
_STOP: Final = re.compile(r"\n|[.?!] ")
_LISTED: Final = r"(?:[ ]?[,·/→、|&+][ ]?|(?:와|과|이?랑|하고|및) |\n[ ]{0,3}(?:[-*•·]|[0-9]{1,2}[.)])?[ ]?)"
_BEFORE: Final = re.compile(rf"(?<![가-힣])(?P<name>[가-힣]{{2,4}}?){_LISTED}\Z")
_BEHIND: Final = re.compile(rf"{_LISTED}(?P<name>[가-힣]{{2,4}}?)(?=[^가-힣]|이?[랑야]|[와과은는이가을를의]|하고|\Z)")
_NEAREST: Final = 12
_LONGEST: Final = 6


def somebodys(document: AnalyzedText) -> Iterator[tuple[int, int]]:
    """Yield where a name that people bear means somebody here."""
    for name in _NAME.finditer(document.text):
        if is_tail(name["rest"]) and not is_of_the_famous(document, *name.span()):
            yield name.span()


def is_of_the_famous(document: AnalyzedText, start: int, end: int) -> bool:
    """Say whether the sentence speaks of whom everybody knows by that name."""
    said = words_of(document, start, end)
    return float(_weights()[judge.buckets(said)] @ values(len(said))) > ASKED


def words_of(document: AnalyzedText, start: int, end: int) -> list[str]:
    """Return what the sentence around a name says: its words and their classes, what follows, and who is listed."""
    first, last = _sentence(document.text, start, end)
    within = range(bisect_left(document.starts, first), bisect_left(document.starts, last))
    said = {"bias", *_listed(document.text, start, end)}
    behind = 0
    for i in within:
        held = document.morphemes[i]
        if start < held.end and held.start < end:
            continue
        said.update(document.topics[i])
        if held.tag.startswith("E"):
            said.add(f"E{held.form}")
        if held.start >= end and behind < _NEXT:
            said.update((f"a{behind}={held.form}/{held.tag}", f"a{behind}C={held.coarse}"))
            behind += 1
    runs = {run.group() for part in ((first, start), (end, last)) for run in _RUN.finditer(document.text, *part)}
    beginnings = {run[:length] for run in runs for length in range(2, _LONGEST)}
    said.update(name for name, names in (("famous", _FAMOUS), ("borne", _BORNE)) if names & beginnings)
    return sorted(said)


def values(count: int) -> NDArray[np.float32]:
    """Return how much each of so many words counts."""
    return np.full(count, _TOGETHER / np.sqrt(count), np.float32)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence begins and ends, no farther than what is near."""
    begin = max(0, start - _REACH)
    stops = [stop.end() for stop in _STOP.finditer(text, begin, start)]
    stop = _STOP.search(text, end, end + _REACH)
    return (stops[-1] if stops else begin), (stop.start() if stop else min(len(text), end + _REACH))


def _listed(text: str, start: int, end: int) -> Iterator[str]:
    """Yield whether a neighbour in a list is famous, too, or has the shape of a name."""
    for neighbour in (
        _BEFORE.search(text, max(0, start - _NEAREST), start),
        _BEHIND.match(text, end, end + _NEAREST),
    ):
        if neighbour is not None and neighbour["name"] not in _BORNE and shapes.is_full(neighbour["name"]):
            yield "listed"


@cache
def _weights() -> NDArray[np.float32]:
    with as_file(files(__package__).joinpath(FILE)) as path, np.load(path, allow_pickle=False) as arrays:
        weights = np.zeros(judge.BUCKETS, np.float32)
        weights[np.cumsum(arrays["steps"], dtype=np.int64)] = arrays["weights"] * np.float32(STEP)
        return weights
