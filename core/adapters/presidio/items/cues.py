"""Cues: the words that announce the name of an account or what opens it, as people write them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final, NamedTuple

from core.adapters.presidio.gazetteer import words
from core.adapters.presidio.items.candidates import Place
from core.adapters.presidio.needs import Sought

_REACH: Final = 80
_LOOKED_AT: Final = 4
_BACK: Final = 15
# How far behind a cue a word may be that is written like any other.
_NEAR: Final = 40
_TOKENS: Final = 4
_TOKEN: Final = re.compile(r"[^\s\"'“”‘’`(){}\[\]<>,:：;=/|→]{2,24}")
# What a word may end with that is no part of it.
_TAIL: Final = re.compile(
    r"(?:입니당?|이에요|이예요|이에여|예요|에요|이구요|이고요?|이요|이야|인데요?|이랑|라고|이라고|으로|로|에서|에게|한테|[은는이가을를과와의도임야요로님])?[.!?~…ㅋㅎㅠㅜ]{0,24}\Z"
)
_GAPS: Final = (1, 3, 7, 16, 40)


class CueMatch(NamedTuple):
    """Where a cue stands, and of what kind it is."""

    start: int
    end: int
    kind: str


@dataclass(slots=True)
class Cues:
    """The cues of a text."""

    text: str
    held: list[CueMatch] = field(init=False)
    ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Look for them once."""
        self.held = list(cues(self.text))
        self.ends = [cue.end for cue in self.held]

    def around(self, place: Place, short: str, forms: Sequence[str], starts: Sequence[int]) -> Iterator[str]:
        """Yield what the cues near a candidate say of it, given its shape, its forms and where candidates begin."""
        text, start = self.text, place[0]
        sides = []
        for side, cue, distance in self._near(place):
            word, kind = text[cue.start : cue.end].casefold(), f"{side} {cue.kind}"
            sides.append(f"{side[0]}{cue.kind[0]}")
            yield from (f"cue={kind} {_gap(distance)}", f"cue={kind} {short}", f"cue={kind} {word}")
            yield f"cue={kind} {text[place[1] : place[1] + 4].strip()[:2]}"
            if side == "before":
                between = text[cue.end : start]
                nth = min(bisect_left(starts, start) - bisect_left(starts, cue.end), 3)
                yield from (f"nth={kind} {nth}", f"over={kind} {between.count(chr(10))}{'?' in between}")
                yield f"then={kind} {between[:3].strip()}"
        cued = "+".join(sides)
        yield from (f"cued={cued}", *(f"cued={cued} {form}" for form in forms))

    def _near(self, place: Place) -> Iterator[tuple[str, CueMatch, int]]:
        """Yield the last cue of each kind before a place, and the next one behind it, each with its distance."""
        start, end = place
        at = bisect_right(self.ends, start)
        seen = set[str]()
        for cue in self.held[max(0, at - _LOOKED_AT) : at][::-1]:
            if start - cue.end <= _REACH and cue.kind not in seen:
                seen.add(cue.kind)
                yield "before", cue, start - cue.end
        for cue in self.held[at : at + 1]:
            if 0 <= cue.start - end <= _BACK and "\n" not in self.text[end : cue.start]:
                yield "behind", cue, cue.start - end


def cues(text: str) -> Iterator[CueMatch]:
    """Yield the cues of a text in their order."""
    kinds, pattern = _read()
    for match in pattern.finditer(text):
        yield CueMatch(*match.span(), kinds[match.group().casefold()])


def announced(text: str) -> Iterator[Place]:
    """Yield the first words behind each cue, with and without what they end with."""
    for cue in cues(text):
        stop = text.find("\n\n", cue.end, cue.end + _NEAR)
        for i, match in enumerate(_TOKEN.finditer(text, cue.end, stop if stop >= 0 else cue.end + _NEAR)):
            if i == _TOKENS:
                break
            start, end = match.span()
            yield start, end
            tail = _TAIL.search(match.group())
            if tail and 1 < tail.start() < end - start:
                yield start, start + tail.start()


def _gap(distance: int) -> str:
    """Return a class of distances."""
    return next((str(most) for most in _GAPS if distance <= most), "far")


@cache
def _read() -> tuple[dict[str, str], Sought]:
    kinds = {word: kind for kind in ("account", "place", "secret") for word in words(f"cue.{kind}")}
    ordered = sorted(kinds, key=lambda word: (-len(word), word))
    latin = "|".join(re.escape(word) for word in ordered if word.isascii())
    places = "|".join(word for word in ordered if not word.isascii() and kinds[word] == "place")
    others = "|".join(word for word in ordered if not word.isascii() and kinds[word] != "place")
    pattern = rf"(?<![A-Za-z])(?:{latin})(?![A-Za-z])|(?<![가-힣])(?:{places})|(?:{others})"
    return kinds, Sought(re.compile(pattern, re.IGNORECASE))
