"""Choosing the pages of a long document that have to do with a purpose."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

_WORD: Final = re.compile(r"[0-9a-z]{2,}|[가-힣]{2,}|[\u3040-\u30ff\u4e00-\u9fff]{2,}")


def choose(pages: Sequence[str], about: str, room: int) -> tuple[int, ...]:
    """Return the places of the pages to use, in their order: all if there is room, else the most relevant.

    The first page that says anything is always among them: it tells what the document is.
    """
    written = [place for place, page in enumerate(pages) if page.strip()]
    if sum(len(pages[place]) for place in written) <= room:
        return tuple(written)
    scores = _scores([pages[place] for place in written], about)
    ranked = sorted(written[1:], key=lambda place: -scores[written.index(place)])
    chosen: list[int] = []
    for place in (*written[:1], *ranked):
        if not chosen or len(pages[place]) <= room:
            chosen.append(place)
            room -= len(pages[place])
    return tuple(sorted(chosen))


def _scores(pages: Sequence[str], about: str) -> Sequence[float]:
    """Score pages by the terms they share with `about`, rare ones counting more (tf-idf, by length)."""
    wanted = set(_terms(about))
    counts = [Counter(term for term in _terms(page) if term in wanted) for page in pages]
    spread = Counter(term for count in counts for term in count)
    return [_score(count, spread, len(pages)) for count in counts]


def _score(count: Mapping[str, int], spread: Mapping[str, int], pages: int) -> float:
    return sum((1 + math.log(times)) * math.log(1 + pages / spread[term]) for term, times in count.items())


def _terms(text: str) -> list[str]:
    """Return words, and Hangul as pairs of syllables, which need no knowledge of particles and endings."""
    found: list[str] = []
    for word in _WORD.findall(text.casefold()):
        pairs = [word[at : at + 2] for at in range(len(word) - 1)] if word[0] >= "가" else []
        found += pairs or [word]
    return found
