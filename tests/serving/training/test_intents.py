"""The intents' examples, what the classifier was trained from, and what it makes of the examples."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from core.prompting.intents.catalogue import all_intents
from core.prompting.understanding.recognition import ranked, weights
from core.prompting.understanding.request_features import Request, features, normal
from serving.training.intents.rows import REQUESTS, all_rows, digest

EXPECTED_FAILURES = Path(__file__).with_name("expected_failures.json")
FOLDED = 1024  # columns that the hashed features are added up in
NEAR = 0.92  # cosine of the hashed features: nearly the same words


def test_weights_were_trained_from_the_rows_of_today() -> None:
    """Anew: `python -m serving.training.intents`."""
    assert weights().digest == digest(all_rows())


def test_examples_and_near_misses_are_recognised_as_their_intents() -> None:
    """What is known to fail is listed; what no longer does must leave the list."""
    failing = {f"{name}: {text}" for name, text in labelled() if recognised(text) != name}
    assert failing == set(json.loads(EXPECTED_FAILURES.read_text(encoding="utf-8")))


def test_few_examples_are_expected_to_fail() -> None:
    """A list that grows hides intents that cannot be told apart."""
    assert len(json.loads(EXPECTED_FAILURES.read_text(encoding="utf-8"))) <= 0.01 * len(list(labelled()))


def test_no_two_intents_have_nearly_the_same_example() -> None:
    """Such examples teach two things of one request."""
    rows = list(labelled())
    matrix = np.zeros((len(rows), FOLDED), np.float32)
    for at, (_, text) in enumerate(rows):
        for feature, value in features(Request(text)).items():
            matrix[at, feature % FOLDED] += value
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    pairs = np.argwhere(np.triu(matrix @ matrix.T >= NEAR, 1))
    near = [(rows[one], rows[other]) for one, other in pairs if rows[one][0] != rows[other][0]]
    assert near == []


def test_labelled_requests_have_one_label_and_stand_once() -> None:
    """The same request twice weighs twice; with two labels it teaches nothing."""
    seen: set[tuple[str, str, str]] = set()
    for path in sorted(REQUESTS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            key = normal(row["purpose"]), row.get("background", "")
            assert row["intent"] in all_intents()
            assert (row["intent"], *key) not in seen
            seen.add((row["intent"], *key))


def labelled() -> Iterator[tuple[str, str]]:
    """Yield the id that each example and near miss belongs to, and its text; each once."""
    seen: set[tuple[str, str]] = set()
    for intent in all_intents().values():
        if not intent.examples.ko:
            continue
        own = [(intent.id, text) for text in (*intent.examples.ko, *intent.examples.en)]
        for pair in (*own, *((of, text) for text, of in intent.near)):
            if pair not in seen and all_intents()[pair[0]].examples.ko:
                seen.add(pair)
                yield pair


def recognised(text: str) -> str:
    """Return the id of the likeliest intent."""
    return ranked(Request(text), 1)[0][0].partition(".")[2]
