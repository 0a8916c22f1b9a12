"""Morphology: what the morphemes tell of a text's units."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.engine import Morpheme
from core.adapters.presidio.ner.clusters import Clusters, cluster_key, number
from core.adapters.presidio.ner.units import Units

_FUNCTIONAL: Final = ("J", "E", "V", "XSV", "XSA", "XSN", "XSM")
_STEPS: Final = {"": 0, "next_": 1, "next2_": 2, "previous_": -1, "previous2_": -2}


class Morphology:
    """The morphemes of a text, found from its characters."""

    def __init__(self, text: str, morphemes: Sequence[Morpheme]) -> None:
        self._morphemes = morphemes
        # For each character the number (from 1) of the first morpheme it is part of.
        self._owner = [0] * (len(text) + 2)
        for i, morpheme in enumerate(morphemes, 1):
            for place in range(morpheme.start, morpheme.end):
                self._owner[place] = self._owner[place] or i

    def columns(self, split: Units, clusters: Clusters) -> dict[str, NDArray[np.int64]]:
        """Return form, tag and classes of each unit's morpheme and of those around it."""
        last = len(self._morphemes) + 1
        forms, tags, coarse, fine, sizes, starts, known = np.zeros((7, last + 1), np.int64)
        keys = [cluster_key(morpheme.form, morpheme.tag) for morpheme in self._morphemes]
        coarse[1:last], fine[1:last] = clusters.of(keys)
        forms[1:last] = [number(morpheme.form) for morpheme in self._morphemes]
        tags[1:last] = [number(morpheme.tag) for morpheme in self._morphemes]
        sizes[1:last] = [min(morpheme.end - morpheme.start, 5) for morpheme in self._morphemes]
        starts[1:last] = [morpheme.start for morpheme in self._morphemes]
        known[1:last] = [1 + morpheme.known for morpheme in self._morphemes]
        here = np.array(self._owner, np.int64)[np.minimum(split.start, len(self._owner) - 1)]
        here[0], here[-1] = 0, last
        offset = np.where(here > 0, np.minimum(split.start - starts[here], 4), 7)
        table = {"size": sizes[here] * 8 + offset}
        for name, step in _STEPS.items():
            there = np.clip(here + step, 0, last)
            table |= {f"{name}form": forms[there], f"{name}tag": tags[there]}
            table |= {f"{name}coarse": coarse[there], f"{name}fine": fine[there]}
        return table | {"tag": tags[here] * 8 + offset, "known": known[here]}

    def stem_end(self, start: int, end: int) -> int:
        """Return where a run's stem ends: before its particles, endings and verbs, unless it is nothing else."""
        cut = end
        while cut > start and self._is_functional(cut - 1):
            cut -= 1
        return cut if cut > start else end

    def signature(self, start: int, end: int) -> int:
        """Return a number for the tags and lengths of the morphemes: an unknown name falls into odd pieces."""
        parts = (self._morphemes[i - 1] for i in dict.fromkeys(self._owner[start:end]) if i)
        return number("".join(f"{part.tag}{min(part.end - part.start, 4)}" for part in parts))

    def _is_functional(self, place: int) -> bool:
        owner = self._owner[place]
        return owner > 0 and self._morphemes[owner - 1].tag.startswith(_FUNCTIONAL)
