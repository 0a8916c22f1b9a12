"""Uses: what an answer has to do with what was told, sentence by sentence, by a small classifier.

Left as it is, what somebody does not know, has tried before or must not say is read as mere background. The weights are
a file beside this one, trained by `python -m serving.training.uses`; they carry a digest of what they were trained on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from core.prompting.intents.intent import Product
from core.prompting.understanding.recognition import weights as intent_weights
from core.prompting.understanding.request_features import normal
from core.prompting.understanding.sparse_weights import unpacked

FILE: Final = "uses.npz"
DIMENSIONS: Final = 32768
MEANING: Final = 0.5
"""How much what the words mean counts beside the words themselves."""
_GRAMS: Final = (2, 3, 4)
_ENDS: Final = (1, 2, 3, 4, 5, 6)
_WORDS: Final = 40
_END: Final = re.compile(r"(?<![\s.!?~])[\s.!?~]+$")


class Use(StrEnum):
    """What is to be done with a sentence; `NONE` is the first, since most stand for themselves."""

    NONE = "none"  # who somebody is, what belongs into the text, circumstances
    ANSWER = "answer"  # what the person does not know, or was asked
    FIT = "fit"  # a limit of time, money, tools or strength
    AVOID = "avoid"  # what was tried before and failed, or was criticised
    FOCUS = "focus"  # the weak point or main difficulty
    BUILD_ON = "build_on"  # what is there, done or learnt already
    MIND = "mind"  # a feeling, or a delicate relation
    TAKE_UP = "take_up"  # a liking, memory or feature that the piece lives on
    HOLD_BACK = "hold_back"  # what a text must not tell its reader
    REPLY = "reply"  # what the other side said or claims
    LEAVE_OPEN = "leave_open"  # what is not decided yet
    DECIDE_BY = "decide_by"  # a goal or priority


USES: Final = tuple(Use)
# Probability from which a use is said. A wrong one does more harm than none, and some do more than others.
_SURE: Final = {
    Use.ANSWER: 0.3,
    Use.FIT: 0.5,
    Use.AVOID: 0.5,
    Use.MIND: 0.5,
    Use.TAKE_UP: 0.5,
    Use.DECIDE_BY: 0.45,
    Use.FOCUS: 0.6,
    Use.HOLD_BACK: 0.5,
    Use.REPLY: 0.5,
    Use.LEAVE_OPEN: 0.5,
    Use.BUILD_ON: 0.7,
}
_WRITTEN: Final = frozenset({Product.TEXT_TO_SEND, Product.DOCUMENT, Product.CREATIVE, Product.TRANSLATION})
_OUT_OF_PLACE: Final = {
    Use.ANSWER: _WRITTEN,  # the answer to its writer would stand in the text
    Use.FIT: _WRITTEN,  # a number there is mostly what it tells
    Use.BUILD_ON: _WRITTEN,  # as is what is done already
    Use.DECIDE_BY: _WRITTEN,  # nothing is chosen
    Use.HOLD_BACK: frozenset(Product) - {Product.TEXT_TO_SEND, Product.DOCUMENT},  # nobody else reads it
}


# What a sentence says itself against its being a fact of that use.
_ASKS: Final = re.compile(
    r"(?:주세요|주십시오|마세요)(?=[\s.!~]|$)|[거것]도\W*$|나[눠누]\S*$"
)  # 그 얘기는 빼주세요 뻔하니까요
_SETS_AGAINST: Final = re.compile(r"[는은]데\s|지만\s|(?<!\S)안\s|못|없|모르|모름")  # 고기는 먹는데 호박은 뱉어요
_MOVES: Final = re.compile(r"겁[나이]|무서[워웠운]|걱정|돌아가[셨시]")  # bounds nothing
_BOUNDS: Final = re.compile(  # of an English sentence
    r"[0-9](?![0-9]{0,9}(?:st|nd|rd|th)\b)|[가-힣]|n't\b|\b(?:only|no|not|cannot|without|most|least|max|limit|limited|must"
    r"|have to|has to|need|budget|one|two|three|under|before|until|by|bad|hurt|allergic)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ToldSentence:
    """A sentence, with the request that it was told beside, what that makes, and how many sentences stand before."""

    sentence: str
    request: str
    product: Product
    before: int = 0


@dataclass(frozen=True)
class UseWeights:
    """A trained classifier.

    `steps` (features x uses, int8) times `scales` (uses) weigh the hashed features, `meaning` (dimensions x uses) what
    the words mean together.
    """

    steps: NDArray[np.int8]
    scales: NDArray[np.float32]
    meaning: NDArray[np.float32]
    bias: NDArray[np.float32]
    digest: str

    def probabilities(self, told: ToldSentence) -> NDArray[np.float64]:
        """Return the probability of each use."""
        found = features(told)
        at = np.fromiter(found.keys(), np.int64, len(found))
        values = np.fromiter(found.values(), np.float32, len(found))
        logits = (values @ self.steps[at].astype(np.float32)) * self.scales + self.bias
        logits += meaning(told) @ self.meaning
        exponents = np.exp(logits.astype(np.float64) - logits.max())
        return np.asarray(exponents / exponents.sum())


def use_of(told: ToldSentence) -> Use:
    """Return what is to be done with a sentence: `NONE` unless that is sure, and has a place in what is made."""
    use = likeliest(weights().probabilities(told))
    is_against = (
        _ASKS.search(told.sentence)
        or (use is Use.BUILD_ON and _SETS_AGAINST.search(told.sentence))
        or (use is Use.FIT and (_MOVES.search(told.sentence) or not _BOUNDS.search(told.sentence)))
    )
    return Use.NONE if is_against or told.product in _OUT_OF_PLACE.get(use, ()) else use


def likeliest(probabilities: NDArray[np.float64]) -> Use:
    """Return the likeliest use, however likely it is that there is none; `NONE` where it is not sure."""
    best = int(probabilities[1:].argmax()) + 1
    return USES[best] if probabilities[best] >= _SURE[USES[best]] else Use.NONE


@cache
def weights() -> UseWeights:
    """Return the trained classifier, read once."""
    with files(__package__).joinpath(FILE).open("rb") as file, np.load(file, allow_pickle=False) as stored:
        return UseWeights(
            unpacked(stored["steps"], stored["gaps"], (DIMENSIONS, len(USES))),
            stored["scales"],
            stored["meaning"],
            stored["bias"],
            str(stored["digest"]),
        )


def meaning(told: ToldSentence) -> NDArray[np.float32]:
    """Return what the words of a sentence mean together, as a vector of length `MEANING` (0 where none is known)."""
    vector = intent_weights().pieces.meaning(normal(told.sentence))
    return np.asarray(vector * (MEANING / (np.linalg.norm(vector) or 1)), np.float32)


def features(told: ToldSentence) -> dict[int, float]:
    """Return the weight of each hashed feature; each block has the same length for every sentence."""
    found: dict[int, float] = {}
    for names, weight in _blocks(told):
        unique = dict.fromkeys(names)
        each = weight / max(len(unique), 1) ** 0.5
        for name in unique:
            at = crc32(name.encode()) % DIMENSIONS
            found[at] = found.get(at, 0.0) + each
    return found


def _blocks(told: ToldSentence) -> Iterator[tuple[list[str], float]]:
    text = normal(told.sentence)
    words = list(islice(text.split(" "), _WORDS))
    bare, framed = _END.sub("", text), f"^{text}$"
    yield [f"g:{framed[at : at + size]}" for size in _GRAMS for at in range(len(framed) - size + 1)], 1.0
    yield [f"w:{word[:size]}" for word in words for size in (2, 3, 4, len(word)) if size <= len(word)], 0.8
    ends = [f"e:{bare[-size:]}" for size in _ENDS if size <= len(bare)]
    yield [*ends, *(f"l{at}:{word}" for at, word in enumerate(reversed(words[-2:])))], 0.8
    marks = [f"k:{told.product}", f"j:{min(told.before, 3)}", f"q:{'?' in text}", f"n:{'0' in text}"]
    yield marks, 0.5
    asked = normal(told.request).split(" ")
    yield [f"p:{word[:size]}" for word in asked for size in (2, len(word)) if size <= len(word)], 0.3
    yield [f"kw:{told.product}:{word[:2]}" for word in words if len(word) > 1], 0.4
