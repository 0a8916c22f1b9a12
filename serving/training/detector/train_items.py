"""Train the judge of items: `python -m serving.training.detector.train_items --output …`.

It learns from `labelled.jsonl`, `texts.jsonl` and `identifiers.jsonl`, beside this file, and from copies of them with
other account names and secrets. With `--across` it learns from all authors
but one in turn, writes nothing, and prints what leaks of that one's identifiers and what is masked wrongly.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry, RecognizerResult

from core.adapters.presidio.context import NearbyContextEnhancer
from core.adapters.presidio.engine import LANGUAGE, KiwiNlpEngine, Morpheme, morphemes
from core.adapters.presidio.items import judge
from core.adapters.presidio.items.evidence import evidence
from core.adapters.presidio.items.finder import ItemFinder, offers, page
from core.adapters.presidio.items.judge import BUCKETS, KINDS, ItemJudge, buckets
from core.adapters.presidio.ner.model import shipped
from core.adapters.presidio.ner.recognizer import NameRecognizer
from core.adapters.presidio.overlap import resolve
from core.adapters.presidio.recognizers.registry import recognizers
from serving.training.detector.item_swap import swapped
from serving.training.detector.item_texts import LabelledText, digest, labels, texts

_EPOCHS: Final = 120
_AVERAGED: Final = 60
_RATE: Final = 0.05
_SHRUNK: Final = 2e-4
# What a copy counts beside what it is copied from.
_COPY: Final = 0.5
_SURE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Read:
    """A text with what the recognizers find, and the evidence and the labels of its candidates."""

    text: LabelledText
    morphemes: Sequence[Morpheme]
    found: list[RecognizerResult]
    said: list[list[str]]
    labels: list[tuple[int, float]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, or test across authors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--output", type=Path, default=Path("items.npz"))
    parser.add_argument("--across", action="store_true", help="test on one author after the other instead")
    options = parser.parse_args(arguments)
    given = texts()
    read, copied = list(_read(given)), [_lighter(one) for one in _read(swapped(given))]
    if options.across:
        for author in sorted({one.text.author for one in read}):
            learnt = learn([one for one in (*read, *copied) if one.text.author != author])
            sys.stdout.write(f"{author}: {_figures(learnt, [one for one in read if one.text.author == author])}\n")
    else:
        judge.save(learn([*read, *copied]), options.output)


def learn(read: Sequence[Read]) -> ItemJudge:
    """Return a judge of the texts' candidates: logistic regression, all candidates at once, by Adam."""
    places, offsets = buckets([said for one in read for said in one.said])
    used, rows = np.unique(places, return_inverse=True)
    kinds = np.array([kind for one in read for kind, _ in one.labels])
    counts = np.array([count for one in read for _, count in one.labels], np.float32)
    owners = np.repeat(np.arange(len(kinds)), np.diff(offsets))
    gold = np.eye(len(KINDS), dtype=np.float32)[kinds]
    weights = np.zeros((len(used), len(KINDS)), np.float32)
    slopes, squares, averaged = np.zeros_like(weights), np.zeros_like(weights), np.zeros_like(weights)
    for epoch in range(1, _EPOCHS + 1):
        wrong = (_chances(np.add.reduceat(weights[rows], offsets[:-1], axis=0)) - gold) * counts[:, None]
        slope = _summed(wrong[owners], rows, len(used)) / counts.sum() + _SHRUNK * weights
        slopes = 0.9 * slopes + 0.1 * slope
        squares = 0.99 * squares + 0.01 * slope * slope
        weights -= _RATE * (slopes / (1 - 0.9**epoch)) / (np.sqrt(squares / (1 - 0.99**epoch)) + 1e-5)
        if epoch > _EPOCHS - _AVERAGED:
            averaged += weights / _AVERAGED
    full = np.zeros((BUCKETS, len(KINDS)), np.float32)
    full[used] = averaged
    return ItemJudge(full, digest())


def _chances(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: NDArray[np.float32] = odds / odds.sum(axis=1, keepdims=True)
    return chances


def _summed(values: NDArray[np.float32], rows: NDArray[np.int64], size: int) -> NDArray[np.float32]:
    """Return for each row the sum of its values, kind by kind."""
    columns = [np.bincount(rows, weights=values[:, kind], minlength=size) for kind in range(values.shape[1])]
    return np.stack(columns, axis=1).astype(np.float32)


def _read(given: Iterable[LabelledText]) -> Iterator[Read]:
    engine = AnalyzerEngine(
        registry=RecognizerRegistry([*recognizers(), NameRecognizer()], supported_languages=[LANGUAGE]),
        nlp_engine=KiwiNlpEngine(shipped().clusters),
        supported_languages=[LANGUAGE],
        context_aware_enhancer=NearbyContextEnhancer(),
    )
    for text in given:
        artifacts = engine.nlp_engine.process_text(text.text, LANGUAGE)
        found = engine.analyze(text.text, LANGUAGE, score_threshold=0, nlp_artifacts=artifacts)
        offered = offers(text.text)
        said = evidence(page(text.text, morphemes(artifacts), found), offered)
        yield Read(text, morphemes(artifacts), found, said, labels(text, [place for place, _ in offered]))


def _lighter(copy: Read) -> Read:
    return replace(copy, labels=[(kind, count * _COPY) for kind, count in copy.labels])


def _figures(learnt: ItemJudge, read: Sequence[Read]) -> str:
    """Return how many identifiers leak, and how much is found wrongly in harmless texts and in the others."""
    finder = ItemFinder(learnt)
    told = []
    for name in ("rules", "with the judge"):
        leaking = wrong = beside = 0
        for one in read:
            more = finder.items(one.text.text, one.morphemes, one.found) if name != "rules" else []
            found = resolve([result for result in (*one.found, *more) if result.score >= _SURE], one.text.text)
            hidden = {place for result in found for place in range(result.start, result.end)}
            leaking += sum(
                any(one.text.text[i].isalnum() and i not in hidden for i in range(start, end))
                for start, end, _ in one.text.items
            )
            known = (*((start, end) for start, end, _ in one.text.spans), *one.text.neutral)
            false = sum(not any(result.start < b and a < result.end for a, b in known) for result in found)
            wrong, beside = (wrong, beside + false) if one.text.spans else (wrong + false, beside)
        told.append(f"{name} {leaking} leak, {wrong} and {beside} wrong")
    items = sum(len(one.text.items) for one in read)
    harmless = sum(not one.text.spans for one in read)
    return f"{items} identifiers, {harmless} harmless texts; {'; '.join(told)}"


if __name__ == "__main__":
    main()
