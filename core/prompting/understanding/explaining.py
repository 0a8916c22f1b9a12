"""Why a request was recognised as what it was: the likeliest intents, and the pieces of words that decided."""

from dataclasses import dataclass
from typing import Final
from zlib import crc32

from core.prompting.understanding.features import DIMENSIONS, Request, pieces
from core.prompting.understanding.recognition import weights

_RANKED: Final = 3
_PIECES: Final = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a word, and how much it speaks for the likeliest intent over the next (against it where negative)."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """The likeliest intents (`family.id`) with their probabilities, and the pieces that decided, heaviest first."""

    ranked: tuple[tuple[str, float], ...]
    pieces: tuple[Piece, ...]


def explain(request: Request) -> Explanation:
    """Explain how a request is recognised."""
    classifier = weights()
    probabilities = classifier.probabilities(request)
    order = [int(at) for at in (-probabilities).argsort()[:_RANKED]]
    best, next_best = order[0], order[1]
    found: dict[str, float] = {}
    for piece, value in pieces(request):
        at = crc32(piece.encode()) % DIMENSIONS
        speaks = (
            float(classifier.weights[best, at]) * float(classifier.scales.ravel()[best])
            - float(classifier.weights[next_best, at]) * float(classifier.scales.ravel()[next_best])
        ) * float(classifier.idf[at])
        found[piece] = found.get(piece, 0.0) + speaks * value
    heaviest = sorted(found, key=lambda piece: (-abs(found[piece]), piece))[:_PIECES]
    return Explanation(
        tuple((classifier.paths[at], float(probabilities[at])) for at in order),
        tuple(Piece(piece, found[piece]) for piece in heaviest),
    )
