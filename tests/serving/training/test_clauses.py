"""What the clause tagger was trained from, and the sums behind it."""

import itertools
import random

import numpy as np
import pytest

from core.prompting.understanding.clause_kinds import ClausePlace
from core.prompting.understanding.clauses import LABELS, chain, likeliest
from serving.training.clauses.chain import chances_of
from serving.training.clauses.rows import LabelledIntroduction, all_rows, digest, letters, marked, recombined


def test_weights_were_trained_from_the_rows_and_features_of_today() -> None:
    """Anew: `python -m serving.training.clauses`."""
    assert chain().digest == digest(all_rows())


def test_the_clauses_of_a_row_are_its_text() -> None:
    wrong = [row.text for row in all_rows() if letters("".join(said for said, _ in row.clauses)) != letters(row.text)]
    assert wrong == []


def test_an_introduction_is_marked_word_by_word() -> None:
    read = marked(
        LabelledIntroduction(
            "고3 반말 금지, 세 줄로",
            (("고3", ClausePlace.WHO), ("반말 금지", ClausePlace.WISHES), ("세 줄로", ClausePlace.WISHES)),
        )
    )
    assert [token.strip(" ,") for token in read.tokens] == ["고3", "반말", "금지", "세", "줄로"]
    assert [LABELS[label] for label in read.labels] == [ClausePlace.WHO, *[ClausePlace.WISHES] * 4]
    assert read.is_cut == [True, False, True, False]


def test_what_is_put_together_anew_is_marked_as_its_clauses_say() -> None:
    for row in recombined(all_rows()[:60], random.Random(3)):  # noqa: S311 - the same each time
        read = marked(row)
        assert sum(read.is_cut) <= len(row.clauses)
        assert {LABELS[label] for label in read.labels} <= {place for _, place in row.clauses} | {ClausePlace.FACTS}


@pytest.fixture
def scores() -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(1)
    size = len(LABELS)
    return chance.normal(size=(4, size)).astype(np.float32), chance.normal(size=(3, size, size)).astype(np.float32)


def readings(word: np.ndarray, cuts: np.ndarray) -> list[tuple[float, list[int], list[bool]]]:
    """Return every reading of a text of four words with its score."""
    found = []
    for labels in itertools.product(range(len(LABELS)), repeat=len(word)):
        for is_cut in itertools.product((False, True), repeat=len(cuts)):
            if any(not cut and labels[at] != labels[at + 1] for at, cut in enumerate(is_cut)):
                continue
            score = sum(word[at, label] for at, label in enumerate(labels))
            score += sum(cuts[at, labels[at], labels[at + 1]] for at, cut in enumerate(is_cut) if cut)
            found.append((float(score), list(labels), list(is_cut)))
    return found


def test_the_likeliest_reading_is_the_best_of_all(scores: tuple[np.ndarray, np.ndarray]) -> None:
    _, labels, is_cut = max(readings(*scores))
    assert likeliest(*scores) == (labels, is_cut)


def test_chances_are_those_of_all_readings(scores: tuple[np.ndarray, np.ndarray]) -> None:
    word, cuts = scores
    whole = readings(word, cuts)
    total = sum(np.exp(score) for score, _, _ in whole)
    labels, parted = chances_of(word.astype(np.float64), cuts.astype(np.float64))
    at_one = sum(np.exp(score) for score, found, _ in whole if found[1] == 2) / total
    cut = sum(np.exp(score) for score, found, is_cut in whole if is_cut[0] and found[:2] == [1, 3]) / total
    assert labels[1, 2] == pytest.approx(at_one, rel=1e-5)
    assert parted[0, 1, 3] == pytest.approx(cut, rel=1e-5)
