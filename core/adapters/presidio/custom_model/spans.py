"""What the operator's model found, as Presidio's results: whole words, without their particles."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from core.adapters.presidio.engine import Morpheme, morphemes
from core.adapters.presidio.ner.tails import is_tail
from core.adapters.presidio.recognizers.pattern import RULE
from core.privacy.entities import EntityType

# Surer than a guess of ours, less sure than a number that passes its check.
_SCORE: Final = 0.8
_PARTICLES: Final = ("J", "E", "VC")
_WORDS: Final = ("N", "SL", "SN", "W_SERIAL")


class FoundSpan(NamedTuple):
    """An item in the analyzed text, end exclusive."""

    start: int
    end: int
    kind: EntityType


def results(
    recognizer: EntityRecognizer,
    found: Iterable[FoundSpan],
    entities: Sequence[str],
    text: str,
    artifacts: NlpArtifacts | None,
) -> list[RecognizerResult]:
    """Return what was found of the kinds asked for."""
    places = _places(text, morphemes(artifacts) if artifacts else ())
    joined = _joined(item for item in found if item.kind in entities)
    whole = _joined(_whole(item, text, places) for item in joined)
    return [_result(recognizer, item, places) for item in whole if item.start < item.end]


def _places(text: str, written: Sequence[Morpheme]) -> list[Morpheme | None]:
    """Return the morpheme at each character."""
    places: list[Morpheme | None] = [None] * len(text)
    for morpheme in written:
        places[morpheme.start : morpheme.end] = [morpheme] * (morpheme.end - morpheme.start)
    return places


def _joined(found: Iterable[FoundSpan]) -> list[FoundSpan]:
    """Return the items, those of one kind that touch or overlap as one: many models begin anew at each syllable."""
    joined: list[FoundSpan] = []
    for item in sorted(found, key=lambda item: (item.kind, item.start, item.end)):
        if joined and joined[-1].kind is item.kind and item.start <= joined[-1].end:
            joined[-1] = joined[-1]._replace(end=max(joined[-1].end, item.end))
        else:
            joined.append(item)
    return joined


def _whole(item: FoundSpan, text: str, places: Sequence[Morpheme | None]) -> FoundSpan:
    """Return an item without the blanks around it, with the rest of a word that it cuts: half a name tells it all."""
    start, end, kind = item
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        first, last = places[start], places[end - 1]
        start = first.start if first and first.tag.startswith(_WORDS) else start
        if last and last.tag.startswith(_WORDS) and not is_tail(text[end : last.end]):
            end = last.end
    return FoundSpan(start, end, kind)


def _result(recognizer: EntityRecognizer, item: FoundSpan, places: Sequence[Morpheme | None]) -> RecognizerResult:
    return RecognizerResult(
        item.kind.value,
        item.start,
        _before_particle(item, places),
        _SCORE,
        recognition_metadata={
            RecognizerResult.RECOGNIZER_NAME_KEY: type(recognizer).__name__,
            RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: recognizer.id,
            RULE: "operator's model",
        },
    )


def _before_particle(item: FoundSpan, places: Sequence[Morpheme | None]) -> int:
    """Return where an item ends before its particle: a Korean word, as models see it, holds its own."""
    end = item.end
    while (last := places[end - 1]) and last.end == end and last.start > item.start and last.tag.startswith(_PARTICLES):
        end = last.start
    return end
