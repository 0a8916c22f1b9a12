"""Recognition: which intent a brief has, by a classifier over the words of the person and what they mean.

The weights are a file beside this one, trained by `python -m serving.training.intents`; they carry the names of the
intents and a digest of what they were trained from, which a test compares with the files of today.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.prompting.intents.catalogue import NEUTRAL, intent_at
from core.prompting.intents.intent import Intent
from core.prompting.intents.naming import heads_of, is_intent, paths
from core.prompting.understanding.piece_vectors import Pieces
from core.prompting.understanding.request_features import DIMENSIONS, Request, features, normal
from core.prompting.understanding.sparse_weights import unpacked
from core.prompting.understanding.understanding import Recognition

NEUTRAL_BELOW: Final = 0.35
"""Confidence under which nothing is recognised: the neutral intent does less harm than a wrong one."""
_ALTERNATIVES: Final = 2
FILE: Final = "weights.npz"


@dataclass(frozen=True)
class Weights:
    """A trained classifier.

    `paths` are `family.id` of each class; `grams` (features × classes, int8) times `scales` (classes) are the weights
    of the hashed features. What the word pieces mean together is read by a hidden layer: `hidden` (dimensions × units)
    and `hidden_bias`, then `output` (units × classes).
    """

    paths: tuple[str, ...]
    grams: NDArray[np.int8]
    scales: NDArray[np.float32]
    pieces: Pieces
    hidden: NDArray[np.float32]
    hidden_bias: NDArray[np.float32]
    output: NDArray[np.float32]
    bias: NDArray[np.float32]
    digest: str

    def probabilities(self, request: Request) -> NDArray[np.float64]:
        """Return the probability of each class."""
        found = features(request)
        at = np.fromiter(found.keys(), np.int64, len(found))
        values = np.fromiter(found.values(), np.float32, len(found))
        logits = (values @ self.grams[at].astype(np.float32)) * self.scales + self.bias
        meaning = self.pieces.meaning(normal(request.purpose))
        logits += np.maximum(meaning @ self.hidden + self.hidden_bias, 0) @ self.output
        exponents = np.exp(logits.astype(np.float64) - logits.max())
        return np.asarray(exponents / exponents.sum())


@cache
def weights() -> Weights:
    """Return the trained classifier, read once; its file holds the weights that are not 0, and the steps between."""
    with files(__package__).joinpath(FILE).open("rb") as file, np.load(file, allow_pickle=False) as stored:
        names = tuple(map(str, stored["paths"]))
        pieces = str(stored["pieces"]).split("\n")
        return Weights(
            paths=names,
            grams=unpacked(stored["values"], stored["steps"], (DIMENSIONS, len(names))),
            scales=stored["scales"],
            pieces=Pieces(
                {name: at for at, name in enumerate(pieces)},
                stored["vectors"].astype(np.float32),
                max(map(len, pieces)),
            ),
            hidden=stored["hidden"] * stored["hidden_scales"],
            hidden_bias=stored["hidden_bias"],
            output=stored["output"] * stored["output_scales"],
            bias=stored["bias"],
            digest=str(stored["digest"]),
        )


def ranked(request: Request, most: int = 3) -> tuple[tuple[str, float], ...]:
    """Return the likeliest intents (`family.id`) with their probabilities, best first."""
    classifier = weights()
    probabilities = classifier.probabilities(request)
    return tuple((classifier.paths[at], float(probabilities[at])) for at in np.argsort(-probabilities)[:most])


def likelihoods(request: Request) -> dict[str, float]:
    """Return the probability of every intent (`family.id`)."""
    classifier = weights()
    known = dict(zip(classifier.paths, map(float, classifier.probabilities(request)), strict=True))
    return {path: known.get(path, 0.0) for path in paths()}


def recognise(request: Request, chosen: str = "") -> Recognition:
    """Return the intent of a request; `chosen` (`family.id`) is what the person or a model has said it is."""
    best, *others = ranked(request, _ALTERNATIVES + 2)
    if is_intent(chosen):  # one that was stored may not be there any more
        rest = [path for path, _ in (best, *others) if path != chosen]
        return Recognition(intent_at(chosen), 1.0, tuple(rest[:_ALTERNATIVES]))
    if best[1] < NEUTRAL_BELOW:
        return Recognition(intent_at(NEUTRAL), best[1], tuple(path for path, _ in (best, *others)[:_ALTERNATIVES]))
    alternatives = tuple(path for path, _ in others[:_ALTERNATIVES])
    if intent_at(best[0]).unlike.is_in(request.purpose) or _is_refused(intent_at(best[0]), request.purpose.casefold()):
        return Recognition(intent_at(NEUTRAL), 0, alternatives)
    return Recognition(intent_at(best[0]), best[1], alternatives, _along(request, best[0]))


_NOT_THIS: Final = re.compile(r"(?<!\S)\S{1,40}(?= 말고\s)")  # 자기소개 말고 경력 소개


def _is_refused(intent: Intent, purpose: str) -> bool:
    """Whether the thing is named only as what is not wanted."""
    names, wanted = heads_of(intent), _NOT_THIS.sub("", purpose)
    is_named = any(name in purpose for name in names)
    return is_named and not any(name in wanted for name in names)


def _along(request: Request, path: str) -> float | None:
    """Return how likely the family of an intent is where the introduction is read as a part of the request."""
    if not request.background:
        return None
    whole = replace(request, purpose=f"{request.purpose} {request.background}", background="")
    family = f"{path.partition('.')[0]}."
    likely = zip(weights().paths, weights().probabilities(whole), strict=True)
    return float(sum(chance for other, chance in likely if other.startswith(family)))
