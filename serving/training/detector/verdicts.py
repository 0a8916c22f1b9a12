"""Fitting the judge: logistic regression on the candidates of texts that the tagger behind them has not seen.

Each text is offered by a tagger trained without its author, as texts at run time are by strangers. Those of offices
and chats count most: what is somebody's there is what the product is for. Who is famous in news counts neither way.
The genre is trained beside it: texts of offices, and all others. What is an organization to be masked is trained on the
texts whose authors told it, and from requests, which name none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numba import njit
from numpy.typing import NDArray

from core.adapters.presidio.ner.document import AnalyzedText, Candidate, lists_of
from core.adapters.presidio.ner.judge import BUCKETS, NameJudge, Vector, genre_of
from serving.training.detector.corpus import Sentence

_EPOCHS: Final = 24
_AVERAGED: Final = 8
# For what goes on from another judge; so many runs are averaged.
_MORE_EPOCHS: Final = 6
_RUNS: Final = 3
_RATE: Final = 0.1
# The squared slopes that a weight is taken to have seen: the more, the smaller its first steps.
_BOLD: Final = 1e-2
_CAREFUL: Final = 1e-1
_DROPPED: Final = 0.4
_SHRUNK: Final = 1e-3
# How much a text of each kind counts. Requests name nobody, and are many; short texts teach nothing of persons that
# helps elsewhere.
_OF_PERSONS: Final = {"news": 1.0, "office": 3.0, "request": 0.3}
_OF_ORGANIZATIONS: Final = {"office": 1.0, "short": 0.3, "request": 1.0}
_PARTLY: Final = 0.5
_FAMOUS: Final = frozenset(("famous", "namesakes", "works", "brands"))


Told = tuple[Candidate, Vector]


@dataclass(frozen=True, slots=True)
class Offered:
    """What may be persons and organizations in a text, each with its evidence, and the text's kind.

    News (comments and posts, too), office, short, request.
    """

    sentence: Sentence
    document: AnalyzedText
    persons: Sequence[Told]
    organizations: Sequence[Told]
    kind: str


@dataclass(frozen=True, slots=True)
class JudgedEvidence:
    """Evidence, whether it is so, and how much it counts."""

    vector: Vector
    is_so: bool
    weight: float


def learn(texts: Sequence[Offered], seed: int, start: NameJudge | None = None) -> NameJudge:
    """Return a judge of the texts' persons and organizations.

    One that goes on from what another has learnt, where it is given, keeps its genre.
    """
    persons = [example for text in texts if text.kind in _OF_PERSONS for example in _persons(text)]
    companies = [example for text in texts if text.sentence.private_only for example in _organizations(text)]
    if start:
        weights = np.mean([fitted(persons, seed + i, start) for i in range(_RUNS)], axis=0)
        return NameJudge(weights, start.genre, fitted(companies, seed))
    genres = [
        JudgedEvidence(genre_of(text.document), is_so=text.kind == "news", weight=1.0)
        for text in texts
        if text.kind != "request"
    ]
    return NameJudge(fitted(persons, seed), fitted(genres, seed), fitted(companies, seed))


def fitted(examples: Sequence[JudgedEvidence], seed: int, start: NameJudge | None = None) -> NDArray[np.float32]:
    """Return the weights of a logistic model of the examples."""
    lengths = [len(example.vector[0]) for example in examples]
    weights = _fit(
        (
            np.concatenate([example.vector[0] for example in examples]),
            np.concatenate([example.vector[1] for example in examples]),
            np.cumsum([0, *lengths]),
            np.array([example.is_so for example in examples], np.float64),
            np.array([example.weight for example in examples]),
        ),
        np.random.default_rng(seed),
        start,
    )
    return weights.astype(np.float32)


def _persons(text: Offered) -> Iterator[JudgedEvidence]:
    """Yield what a text teaches of persons; its organizations count neither way, nor in news who is famous."""
    is_news = text.kind == "news"
    others = [] if is_news else [span[:2] for span in text.sentence.spans if span[2] != "PS"]
    for one, example in _examples(text, text.persons, "PS", others, _OF_PERSONS[text.kind]):
        written = text.sentence.text[one.start : one.end]
        if not is_news or not example.is_so or _FAMOUS.isdisjoint(lists_of(written)):
            yield example


def _organizations(text: Offered) -> Iterator[JudgedEvidence]:
    offered = text.organizations
    return (example for _, example in _examples(text, offered, "OG", [], _OF_ORGANIZATIONS[text.kind]))


def _examples(
    text: Offered, offered: Sequence[Told], kind: str, others: Sequence[tuple[int, int]], weight: float
) -> Iterator[tuple[Candidate, JudgedEvidence]]:
    """Yield each candidate with what it teaches: of those that overlap a name, the one with its borders is right."""
    names = [span[:2] for span in text.sentence.spans if span[2] == kind]
    exact = set(names) & {(one.start, one.end) for one, _ in offered}
    neutral = (*others, *text.sentence.neutral)
    for one, vector in offered:
        place = (one.start, one.end)
        touched = [name for name in names if _overlap(place, name)]
        if not touched and any(_overlap(place, other) for other in neutral):
            continue
        if place in exact:
            yield one, JudgedEvidence(vector, is_so=True, weight=weight)
        elif any(_overlap(place, name) for name in exact):
            yield one, JudgedEvidence(vector, is_so=False, weight=weight * _PARTLY)
        else:
            partly = touched and not any(place[0] <= start and end <= place[1] for start, end in touched)
            yield one, JudgedEvidence(vector, is_so=bool(touched), weight=weight * (_PARTLY if partly else 1))


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _fit(
    examples: tuple[NDArray[Any], ...], generator: np.random.Generator, start: NameJudge | None
) -> NDArray[np.float64]:
    weights = start.weights.astype(np.float64) if start else np.zeros(BUCKETS)
    steps, averaged = np.full(BUCKETS, _CAREFUL if start else _BOLD), np.zeros(BUCKETS)
    epochs, last = (_MORE_EPOCHS, _MORE_EPOCHS) if start else (_EPOCHS, _AVERAGED)
    for epoch in range(epochs):
        order = generator.permutation(len(examples[2]) - 1)
        _ascend(examples, order, weights, steps, epoch)
        if epoch >= epochs - last:
            averaged += weights / last
    return averaged


@njit(cache=True)
def _ascend(
    examples: tuple[NDArray[Any], ...],
    order: NDArray[np.int64],
    weights: NDArray[np.float64],
    steps: NDArray[np.float64],
    seed: int,
) -> None:
    """Move the weights by one pass (AdaGrad), a part of each example's evidence left out at random."""
    places, values, offsets, names, counts = examples
    np.random.seed(seed)  # noqa: NPY002 - what the compiler offers
    for example in order:
        first, last = offsets[example], offsets[example + 1]
        kept = np.random.random(last - first) >= _DROPPED  # noqa: NPY002 - as above
        score = 0.0
        for i in range(first, last):
            if kept[i - first]:
                score += weights[places[i]] * values[i]
        wrong = (1 / (1 + np.exp(-score / (1 - _DROPPED))) - names[example]) * counts[example]
        for i in range(first, last):
            if kept[i - first]:
                place = places[i]
                slope = wrong * values[i] + _SHRUNK * weights[place]
                steps[place] += slope * slope
                weights[place] -= _RATE * slope / np.sqrt(steps[place])
