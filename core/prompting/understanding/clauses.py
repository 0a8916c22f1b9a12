"""Clauses: a text taken apart into clauses that each say one thing, and what each is, by a linear chain model.

People put who they are, what is so and what they want one behind the other, often without a mark between. The model
looks at each word and each gap, and finds the likeliest way to cut the text and to name the parts. Its weights are a
file beside this one, trained by `python -m serving.training.clauses`; they carry a digest of what they were trained on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.prompting.understanding.clause_features import BUCKETS, features_of, tokens_of
from core.prompting.understanding.readership import names_reader

FILE: Final = "clauses.npz"
_CUT: Final = 1.0  # added for every cut: two clauses glued together do more harm than one that is cut in two
MOST: Final = 400
"""Words that are looked at; what stands behind them is a pasted text, and each of its lines a fact."""
# Where a clause ends whatever its words are: a line, or a full stop behind a word and before another sentence.
_ENDS: Final = re.compile(r"\n+|(?<=[가-힣]{2}[.!?])\s+|(?<=[a-z]{2}[.!?])\s+(?=[A-Z가-힣])")
_BULLET: Final = re.compile(r"^(?:[-*•·▪]\s+|[0-9]{1,2}[.)]\s+|[①-⑳]\s*)")
_EXAMPLE: Final = re.compile(
    r"^(?P<mark>(?P<input>입력\s*)?(?:출력\s*)?(?:예|예시|예문|예제|샘플)\s*(?:문장"
    r"|입력|출력)?\s*[:：)]\s*|예를 들(?:면|어)[, ]+|"
    r"(?:for example|e\.g\.|(?:sample|example)(?P<input_en> input)?(?: output| sentence)?)\s*[:,]?\s+)(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_OF_INPUT: Final = re.compile(r"되어 ?있|돼 ?있|들어 ?있|들어옵|들어와|입력|input|looks like|comes in", re.IGNORECASE)


class Place(StrEnum):
    """What a clause is, and where it belongs."""

    WHO = "who"
    READERS = "readers"
    FACTS = "facts"
    WISHES = "wishes"
    QUESTIONS = "questions"
    EXAMPLE_INPUT = "example_input"
    EXAMPLE_OUTPUT = "example_output"


LABELS: Final = (Place.WHO, Place.READERS, Place.FACTS, Place.WISHES, Place.QUESTIONS, Place.EXAMPLE_OUTPUT)
"""What the model tells apart; whether an example is of the input is told by its words."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A clause as typed and what it is."""

    said: str
    place: Place


@dataclass(frozen=True)
class Chain:
    """A trained model.

    `words` (buckets x labels, int8) times `word_scales` weigh the features of a word for each label. `gaps`
    (buckets x (1 + 2 x labels), int8) times `gap_scales` weigh those of a gap: for a cut at all, for what ends there,
    for what begins. `follows` (labels x labels) says how well a label follows another over a cut.
    """

    words: NDArray[np.int8]
    word_scales: NDArray[np.float32]
    gaps: NDArray[np.int8]
    gap_scales: NDArray[np.float32]
    follows: NDArray[np.float32]
    digest: str

    def read(self, tokens: Sequence[str]) -> tuple[list[int], list[bool]]:
        """Return the label of each word, and whether the text is cut behind each but the last."""
        of_words, of_gaps = features_of(tokens)
        word = np.stack([self.words[at].sum(axis=0, dtype=np.float32) for at in of_words]) * self.word_scales
        if not of_gaps:
            return [int(word[0].argmax())], []
        gap = np.stack([self.gaps[at].sum(axis=0, dtype=np.float32) for at in of_gaps]) * self.gap_scales
        return likeliest(word, cuts_of(gap, self.follows) + np.float32(_CUT))


def cuts_of(gap: NDArray[np.float32], follows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return for each gap how likely a cut is between each label and each next one (gaps x labels x labels)."""
    size = len(LABELS)
    return gap[:, :1, None] + gap[:, 1 : size + 1, None] + gap[:, None, size + 1 :] + follows


def likeliest(word: NDArray[np.float32], cuts: NDArray[np.float32]) -> tuple[list[int], list[bool]]:
    """Return the best labels and cuts (Viterbi): without a cut the label stays, with one it may be any."""
    best = word[0]
    steps = []
    for at, cut in enumerate(cuts):
        scores = best[:, None] + cut
        came = scores.argmax(axis=0)
        parted = scores[came, np.arange(len(best))]
        stays = best >= parted
        steps.append((came, stays))
        best = np.where(stays, best, parted) + word[at + 1]
    label = int(best.argmax())
    labels, is_cut = [label], []
    for came, stays in reversed(steps):
        is_cut.append(not stays[label])
        label = label if stays[label] else int(came[label])
        labels.append(label)
    return labels[::-1], is_cut[::-1]


@cache
def chain() -> Chain:
    """Return the trained model, read once; its file holds the weights that are not 0, and the steps between."""
    with files(__package__).joinpath(FILE).open("rb") as file, np.load(file, allow_pickle=False) as stored:
        size = len(LABELS)
        return Chain(
            words=_whole(stored["words"], stored["word_steps"], size),
            word_scales=stored["word_scales"],
            gaps=_whole(stored["gaps"], stored["gap_steps"], 2 * size + 1),
            gap_scales=stored["gap_scales"],
            follows=stored["follows"],
            digest=str(stored["digest"]),
        )


def _whole(values: NDArray[np.int8], steps: NDArray[np.uint8], size: int) -> NDArray[np.int8]:
    whole = np.zeros(BUCKETS * size, np.int8)
    low, high = steps.astype(np.int64)
    whole[np.cumsum(low + 256 * high)] = values
    return whole.reshape(BUCKETS, size)


def place_clauses(text: str) -> list[Placed]:
    """Return the clauses of a text as typed, each with what it is; no letter is lost."""
    tokens = tokens_of(text)
    if not tokens:
        return []
    labels, is_cut = chain().read(tokens[:MOST])
    parts: list[tuple[str, Place]] = []
    start = 0
    for at, label in enumerate(labels):
        if at == len(labels) - 1 or is_cut[at]:
            parts.append(("".join(tokens[start : at + 1]), LABELS[label]))
            start = at + 1
    placed = [one for said, place in parts for one in _apart(said, place)]
    return placed + [Placed(line.strip(), Place.FACTS) for line in "".join(tokens[MOST:]).splitlines() if line.strip()]


def example_in(said: str) -> str:
    """Return an example without the words that announce it."""
    found = _EXAMPLE.match(said)
    return (found["rest"] if found else said).strip()


def _apart(said: str, place: Place) -> Iterator[Placed]:
    """Yield a part of the text, one clause for each line and sentence; what is announced as an example is one."""
    if place is Place.EXAMPLE_OUTPUT:
        if clean := _clean(said):
            yield Placed(clean, Place.EXAMPLE_INPUT if _is_input(clean) else place)
        return
    for each in _ENDS.split(said):
        clean = _clean(each)
        if not re.search(r"[^\W_ㄱ-ㅎㅏ-ㅣ]", clean):
            continue
        if _EXAMPLE.match(clean):
            yield Placed(clean, Place.EXAMPLE_INPUT if _is_input(clean) else Place.EXAMPLE_OUTPUT)
        else:
            is_reader = place is Place.FACTS and not clean.startswith("대상") and names_reader(clean)
            yield Placed(clean, Place.READERS if is_reader else place)


def _clean(said: str) -> str:
    return _BULLET.sub("", said.strip(" ,;/\n\t"))


def _is_input(said: str) -> bool:
    found = _EXAMPLE.match(said)
    return bool(found and (found["input"] or found["input_en"])) or _OF_INPUT.search(example_in(said)) is not None
