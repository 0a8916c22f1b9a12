"""Clauses: a text taken apart into clauses that each say one thing, and what each is, by a linear chain model.

People put who they are, what is so and what they want one behind the other, often without a mark between. The model
looks at each word and each gap, and finds the likeliest way to cut the text and to name the parts. Its weights are a
file beside this one, trained by `python -m serving.training.clauses`; they carry a digest of what they were trained on.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from core.prompting.understanding.boundaries import Edge, demands_ahead, edges_of
from core.prompting.understanding.clause_features import BUCKETS, features_of, tokens_of
from core.prompting.understanding.clause_kinds import ClausePlace, Placed, is_example, settled
from core.prompting.understanding.object_particles import is_bare_noun
from core.prompting.understanding.role_phrases import is_role
from core.prompting.understanding.sentences import split_sentences
from core.prompting.understanding.sparse_weights import unpacked
from core.prompting.understanding.words import words

FILE: Final = "clauses.npz"
# Added for every cut: two clauses glued together do more harm than one that is cut in two.
_CUT: Final = np.float32(1.0)
MOST: Final = 400
"""Words that are looked at; what stands behind them is a pasted text, and each of its lines a fact."""
_NEVER: Final = np.float32(-1e6)
_NO_LETTER: Final = re.compile(r"[^\w]|[ㄱ-ㅎㅏ-ㅣ]")


LABELS: Final = (
    ClausePlace.WHO,
    ClausePlace.READERS,
    ClausePlace.FACTS,
    ClausePlace.WISHES,
    ClausePlace.QUESTIONS,
    ClausePlace.EXAMPLE_OUTPUT,
)
"""What the model tells apart; whether an example is of the input is told by its words."""


Number = TypeVar("Number", np.float32, np.float64)


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

    def read(
        self, tokens: Sequence[str], *, cut: Iterable[int] = (), whole: Iterable[int] = ()
    ) -> tuple[list[int], list[bool]]:
        """Return the label of each word, and whether the text is cut behind each but the last.

        Behind the words of `cut` it is cut in any case, behind those of `whole` in none.
        """
        of_words, of_gaps = features_of(tokens)
        word = np.stack([self.words[at].sum(axis=0, dtype=np.float32) for at in of_words]) * self.word_scales
        if not of_gaps:
            return [int(word[0].argmax())], []
        gap = np.stack([self.gaps[at].sum(axis=0, dtype=np.float32) for at in of_gaps]) * self.gap_scales
        cuts = cuts_of(gap, self.follows)
        cuts += _CUT
        ends = {*cut}
        _forbid(cuts, tokens, but=ends)
        cuts[[*whole]] = _NEVER
        cuts[[*ends]] -= _NEVER
        return likeliest(word, cuts)


def _forbid(cuts: NDArray[np.float32], tokens: Sequence[str], *, but: set[int]) -> None:
    """Make the cuts impossible that would leave half a phrase on either side, but where a sentence ends."""
    who, wishes = LABELS.index(ClausePlace.WHO), LABELS.index(ClausePlace.WISHES)
    for at, (edge, demands) in enumerate(zip(edges_of(tokens), demands_ahead(tokens), strict=True)):
        if edge is Edge.OPEN or at in but:
            continue
        allowed = cuts[at].copy()
        cuts[at] = _NEVER
        if edge is Edge.ROLE:
            cuts[at, who] = allowed[who]
        if edge is Edge.OTHER_KIND:
            cuts[at] = allowed
            np.fill_diagonal(cuts[at], _NEVER)
            cuts[at, wishes] = _NEVER  # what is joined by -고 to something that is so, is so as well
            cuts[at, wishes, wishes] = allowed[wishes, wishes]
        elif edge is Edge.BETWEEN_DEMANDS:
            cuts[at, wishes, wishes] = allowed[wishes, wishes]
        elif edge is not Edge.NONE and demands:
            cuts[at, :, wishes] = allowed[:, wishes]


def _within_lists(tokens: Sequence[str]) -> Iterator[int]:
    """Yield the gaps on either side of a bare noun between two commas (열은 가게, 맛, 값 세 가지로)."""
    for at in range(1, len(tokens) - 1):
        noun = tokens[at].strip(" ,")
        before = tokens[at - 1].strip(" ,")
        if is_role(before) or (at == 1 and not is_bare_noun(before)):
            continue
        if all(re.search(r",\s*$", token) for token in tokens[at - 1 : at + 1]) and (
            is_bare_noun(noun) and noun not in words("tone_nouns") and not re.search("[0-9]", noun)
        ):
            yield from (at - 1, at)


def cuts_of(gap: NDArray[Number], follows: NDArray[Number]) -> NDArray[Number]:
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
            words=unpacked(stored["words"], stored["word_steps"], (BUCKETS, size)),
            word_scales=stored["word_scales"],
            gaps=unpacked(stored["gaps"], stored["gap_steps"], (BUCKETS, 2 * size + 1)),
            gap_scales=stored["gap_scales"],
            follows=stored["follows"],
            digest=str(stored["digest"]),
        )


def place_clauses(text: str) -> list[Placed]:
    """Return the clauses of a text as typed, each with what it is; no letter is lost."""
    tokens = tokens_of(text)
    if not tokens:
        return []
    read = tokens[:MOST]
    placed = (settled(*part) for part in _with_examples_whole(_parts(text, read)))
    rest = "".join(tokens[MOST:]).splitlines()
    return [*filter(None, placed), *(Placed(line.strip(), ClausePlace.FACTS) for line in rest if line.strip())]


def _parts(text: str, read: Sequence[str]) -> Iterator[tuple[str, ClausePlace]]:
    """Yield the parts of a text, as the model cuts and labels its words."""
    ends, whole = _sentence_ends(text, read)
    labels, is_cut = chain().read(read, cut=ends, whole={*_within_lists(read), *whole})
    start = 0
    for at, label in enumerate(labels):
        if at == len(labels) - 1 or is_cut[at]:
            yield "".join(read[start : at + 1]), LABELS[label]
            start = at + 1


def _sentence_ends(text: str, tokens: Sequence[str]) -> tuple[set[int], set[int]]:
    """Return the words behind which a sentence ends, and those inside of one of several lines, which is code."""
    ends: set[int] = set()
    whole: set[int] = set()
    sentences = iter(split_sentences(text))
    left, is_whole = 0, False
    for at, token in enumerate(tokens[:-1]):
        while left <= 0:
            sentence = next(sentences, None)
            if sentence is None:
                return ends, whole
            left = len(_NO_LETTER.sub("", sentence))
            is_whole = "\n" in sentence.strip()
        left -= len(_NO_LETTER.sub("", token))
        if left <= 0:
            # ㄴㄴ and ㅋㅋ belong to what they stand behind.
            trailing = next((n for n, after in enumerate(tokens[at + 1 :]) if _NO_LETTER.sub("", after)), None)
            if trailing is not None:
                ends.add(at + trailing)
        elif is_whole:
            whole.add(at)
    return ends, whole


def _with_examples_whole(parts: Iterable[tuple[str, ClausePlace]]) -> Iterator[tuple[str, ClausePlace]]:
    """Join what an example begins to the end of its sentence, on a line of its own to the end of the line.

    예를 들면 2행이 …, 3행이 … 이렇게 되어 있어.
    """
    held, before, end = "", "\n", _END
    for said, place in parts:
        if held or is_example(said):
            end = end if held else (_LINE_END if before.endswith("\n") else _END)
            held += said
            if end.search(said):
                yield held, ClausePlace.EXAMPLE_OUTPUT
                held = ""
        else:
            yield said, place
        before = said
    if held:
        yield held, ClausePlace.EXAMPLE_OUTPUT


_END: Final = re.compile(r"[.!?]\s*$|\n")
_LINE_END: Final = re.compile(r"\n")
