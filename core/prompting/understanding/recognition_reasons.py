"""Why a request was recognised as what it was: the likeliest intents, and the pieces of words that decided."""

from dataclasses import dataclass
from typing import Final

from core.prompting.understanding.recognition import weights
from core.prompting.understanding.request_features import Request, place_of, weighed

_RANKED: Final = 3
_PIECES: Final = 8


@dataclass(frozen=True, slots=True)
class WordPiece:
    """A piece of a word, and how much it speaks for the likeliest intent over the next (against it where negative)."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class IntentExplanation:
    """The likeliest intents (`family.id`) with their probabilities, and the pieces that decided, heaviest first."""

    ranked: tuple[tuple[str, float], ...]
    pieces: tuple[WordPiece, ...]


def explain(request: Request) -> IntentExplanation:
    """Explain how a request is recognised."""
    classifier = weights()
    probabilities = classifier.probabilities(request)
    order = [int(at) for at in (-probabilities).argsort()[:_RANKED]]
    best, next_best = order[0], order[1]
    found: dict[str, float] = {}
    scales = classifier.scales.ravel()
    for piece, value in weighed(request):
        speaks_for = classifier.grams[place_of(piece)].astype(float) * scales
        speaks = float(speaks_for[best] - speaks_for[next_best])
        found[piece] = found.get(piece, 0.0) + speaks * value
    heaviest = sorted(found, key=lambda piece: (-abs(found[piece]), piece))[:_PIECES]
    return IntentExplanation(
        tuple((classifier.paths[at], float(probabilities[at])) for at in order),
        tuple(WordPiece(piece, found[piece]) for piece in heaviest),
    )
