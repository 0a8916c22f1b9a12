"""Item counts: whether a number in a request says how many items the answer has, by a small classifier.

Five titles are the answer, five hashtags behind a post are a part of it, five employees are a fact: the words around
the number tell. The weights are a file beside this one, trained by `python -m serving.training.counts`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from core.privacy.korean.hangul import is_korean
from core.prompting.understanding.clause_features import moods_of
from core.prompting.understanding.counts import NUMBER, count_in, kinds_in, number, without_circumstance
from core.prompting.understanding.sparse_weights import unpacked
from core.prompting.understanding.word_stems import bare, stem

FILE: Final = "item_counts.npz"
DIMENSIONS: Final = 1 << 14
_SURE, _MAY = 0.8, 0.1  # probabilities from which a number surely counts the items, and may count them
_MENTION: Final = re.compile(
    rf"(?<![0-9.,~가-힣-])(?P<number>{NUMBER})\s?(?P<counter>개|가지|곳|군데|문항|항목|편|건|종류|종|문제|후보|버전|사례|안|통|곡|세트|쌍|컷)"
    r"(?![월년국사인팀])"
)
_NEAR: Final = 4  # words on either side
_LARGEST: Final = 12
_SENTENCE: Final = re.compile(r"[.!?\n]")
_OTHERS: Final = re.compile(r"[0-9]\s?(?:개|가지|편|줄|곳)")
_PER: Final = re.compile(r"(?:각각|마다|당|별로|안에|중)\s{0,3}$")


class CountKind(IntEnum):
    """What a number counts."""

    FACTS = 0
    PARTS = 1
    ITEMS = 2


@dataclass(frozen=True)
class CountWeights:
    """A trained classifier: `steps` (features x kinds, int8) times `scales` (kinds) weigh the hashed features."""

    steps: NDArray[np.int8]
    scales: NDArray[np.float32]
    bias: NDArray[np.float32]
    digest: str

    def probability(self, text: str, start: int, end: int) -> float:
        """Return how likely it is that the number which stands in a text from start to end counts the items."""
        at = buckets(text, start, end)
        logits = self.steps[at].sum(axis=0) * self.scales / np.sqrt(len(at)) + self.bias
        chances = np.exp(logits - logits.max())
        return float(chances[CountKind.ITEMS] / chances.sum())


@cache
def weights() -> CountWeights:
    """Return the trained classifier, read once; its file holds the weights that are not 0, and the steps between."""
    with files(__package__).joinpath(FILE).open("rb") as file, np.load(file, allow_pickle=False) as stored:
        return CountWeights(
            steps=unpacked(stored["steps"], stored["gaps"], (DIMENSIONS, len(CountKind))),
            scales=stored["scales"],
            bias=stored["bias"],
            digest=str(stored["digest"]),
        )


def items_asked(request: str, asked: str) -> int | None:
    """Return how many items a request asks for, in the clause that asks or surely in another one."""
    count = None if _OF_A_PART.search(asked) else count_in(without_circumstance(asked))
    if not is_korean(asked) or kinds_in(asked) or "비교" in asked:  # what is compared are the items
        return count
    return count if count and may_count_items(asked) else items_in(request)


# 기사 요약이랑 어려운 말 3개 뜻풀이: so many of a part
_OF_A_PART: Final = re.compile(
    rf"[가-힣](?:이랑|랑|하고|과|와)\s(?:[^\s,]+\s){{1,3}}?(?:{NUMBER})\s?(?:개|가지|문항|문제|편)"
)


def items_in(request: str) -> int | None:
    """Return how many items a Korean request asks for; None where it does not surely say so."""
    found = ((weights().probability(request, *match.span()), match) for match in _MENTION.finditer(request))
    likeliest, match = max(found, key=lambda each: each[0], default=(0.0, None))
    return number(match["number"]) if match and likeliest >= _SURE else None


def may_count_items(demand: str) -> bool:
    """Whether a number in a demand that is read as that of the items may be so."""
    found = [weights().probability(demand, *match.span()) for match in _MENTION.finditer(demand)]
    return not found or max(found) >= _MAY


def buckets(text: str, start: int, end: int) -> NDArray[np.int64]:
    """Return the buckets of what stands around a number."""
    return np.array(sorted({crc32(name.encode()) % DIMENSIONS for name in count_features(text, start, end)}))


def count_features(text: str, start: int, end: int) -> Iterator[str]:
    """Yield what stands around a number with its counter, by name."""
    behind = text[end:]
    tail = behind.split(" ", 1)[0]
    before, after = text[:start].split()[: -_NEAR - 1 : -1], behind[len(tail) :].split()[:_NEAR]
    mention = text[start:end]
    counter = re.sub(r"^[0-9]+|\s", "", mention)
    figures = re.match("[0-9]+", mention)
    yield from ("b", f"c={counter[-2:]}", f"tail={tail[:3]}", f"c,tail={counter[-1:]},{tail[:2]}")
    yield from (f"figures={bool(figures)}", f"size={min(int(figures.group()), _LARGEST) if figures else mention[:1]}")
    for at, word in enumerate(before):
        yield from (
            f"L{at}t={stem(word)}",
            f"L{at}s2={bare(word)[-2:]}",
            f"L{at}s1={bare(word)[-1:]}",
            f"L~{stem(word)}",
        )
    if before:
        yield from (f"L0ts2={stem(before[0])[-2:]}", f"L0t,tail={stem(before[0])[-2:]},{tail[:1]}")
    for at, word in enumerate(after):
        yield from (f"R{at}t={stem(word)}", f"R{at}p2={word[:2]}", f"R{at}s2={bare(word)[-2:]}", f"R~{stem(word)}")
    yield from (f"first={not before}", f"last={not after}")
    yield f"mood={next((mood for mood in moods_of([tail or counter, *after]) if mood != 'none'), 'none')}"
    yield from _in_its_sentence(text[:start], behind)
    yield from ("each",) * ("씩" in tail + "".join(after[:1])) + ("per",) * bool(_PER.search(text[:start]))


def _in_its_sentence(before: str, behind: str) -> Iterator[str]:
    """Yield where in its sentence a number stands, and how many others stand around."""
    yield f"left={min(len(_SENTENCE.split(behind)[0].split()), 5)}"
    yield f"gone={min(len(_SENTENCE.split(before)[-1].split()), 5)}"
    yield f"sentence={min(len(_SENTENCE.findall(before)), 3)}"
    yield f"numbers={min(len(_OTHERS.findall(before + behind)), 3)}"
