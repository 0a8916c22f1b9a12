"""The paths of labels that a sentence's spans allow."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.ner.crf import OUTSIDE
from core.adapters.presidio.ner.tagger import labels
from core.adapters.presidio.ner.units import Units
from serving.training.detector.corpus import Sentence

LABELS: Final = (OUTSIDE, "B-PS", "I-PS", "E-PS", "S-PS", "B-OG", "I-OG", "B-LC", "I-LC")

_NUMBERS: Final = {label: i for i, label in enumerate(LABELS)}
_NO_PERSON: Final = sum(1 << i for label, i in _NUMBERS.items() if not label.endswith("-PS"))
_NOBODYS: Final = sum(1 << i for label, i in _NUMBERS.items() if not label.endswith(("-PS", "-OG")))


def allowed(split: Units, sentence: Sentence) -> NDArray[np.int64]:
    """Return the labels each unit may have, one bit each; where only persons are known, the rest may be all but one."""
    path = np.array([_NUMBERS[label] for label in labels(split, sentence.spans)], np.int64)
    may = _NO_PERSON if sentence.persons_only else _NOBODYS if sentence.private_only else 1 << _NUMBERS[OUTSIDE]
    return np.where(path == _NUMBERS[OUTSIDE], may, 1 << path)
