"""Swapped copies: a text again, with other account names and secrets of the same writing in the place of its own.

The judge is to tell them by what stands around them, not to know those of the texts by heart.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import Final

from serving.training.detector.item_texts import LabelledText

COPIES: Final = 2

_SWAPPED: Final = frozenset(("ACCOUNT_NAME", "ID_NUMBER", "SECRET"))
# Longer ones are keys in the shape of their vendor.
_LONGEST: Final = 24
_Pool = dict[tuple[str, str], list[str]]


def swapped(texts: Iterable[LabelledText]) -> Iterator[LabelledText]:
    """Yield copies of the texts that hold such items."""
    texts = list(texts)
    pool: _Pool = defaultdict(list)
    for text in texts:
        for start, end, kind in text.items:
            if kind in _SWAPPED and end - start <= _LONGEST:
                pool[kind, _writing(text.text[start:end])].append(text.text[start:end])
    rng = Random(7)  # noqa: S311 - the same copies every time
    for _ in range(COPIES):
        for text in texts:
            spans = sorted(text.spans)
            apart = all(one[1] <= other[0] for one, other in pairwise(spans))
            if apart and not _SWAPPED.isdisjoint(kind for *_, kind in spans):
                yield _swap(text, pool, rng)


def _swap(text: LabelledText, pool: _Pool, rng: Random) -> LabelledText:
    written, last, spans = "", 0, []
    moved, others = [(0, 0)], dict[str, str]()
    for start, end, kind in sorted(text.spans):
        own = text.text[start:end]
        sign = "@" if kind == "ACCOUNT_NAME" and own.startswith("@") else ""
        if choice := pool.get((kind, _writing(own.removeprefix(sign)))) if end - start <= _LONGEST else None:
            others.setdefault(own, sign + rng.choice(choice))
        written += text.text[last:start]
        begin = len(written)
        written += others.get(own, own)
        spans.append((begin, len(written), kind))
        moved.append((end, len(written) - end))
        last = end
    neutral = tuple((_moved(start, moved), _moved(end, moved)) for start, end in text.neutral)
    return replace(text, text=written + text.text[last:], spans=tuple(spans), neutral=neutral)


def _moved(place: int, moved: Iterable[tuple[int, int]]) -> int:
    return place + [by for behind, by in moved if behind <= place][-1]


def _writing(item: str) -> str:
    """Return in which characters an item is written."""
    if re.search("[가-힣]", item):
        return "hangul"
    if re.fullmatch(r"[0-9#*\-]+", item):
        return "digits" if item.isdigit() else "keys"
    return "letters" if item.isalpha() else "mixed"
