"""The analysis: Presidio's analyzer with Kiwi and our recognizers, loaded."""

import logging
from typing import Final

from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from core.adapters.presidio.context import NearbyContextEnhancer
from core.adapters.presidio.custom_model.model import operator_recognizer
from core.adapters.presidio.engine import LANGUAGE, KiwiNlpEngine, morphemes
from core.adapters.presidio.items import judge
from core.adapters.presidio.items.finder import NAME as JUDGE
from core.adapters.presidio.items.finder import ItemFinder
from core.adapters.presidio.lists import ListsFile
from core.adapters.presidio.ner import model
from core.adapters.presidio.ner.recognizer import FOUND_BY, NameRecognizer
from core.adapters.presidio.normalization import TextNormalization, normalise
from core.adapters.presidio.overlap import resolve
from core.adapters.presidio.recognizers.registry import recognizers
from core.privacy.canonical import identity
from core.privacy.entities import EntityType
from core.privacy.spans import Explanation, Span, SpanReason

THRESHOLD: Final = 0.5


_KINDS: Final = {"PS": EntityType.PERSON, "OG": EntityType.ORGANIZATION}


class _Engine(AnalyzerEngine):
    """Presidio's engine, which would first sort all results by recognizer, once for each of them; none wants that."""

    def _enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        return self.context_aware_enhancer.enhance_using_context(text, raw_results, nlp_artifacts, recognizers, context)


class Analysis:
    """A loaded analyzer; whatever goes wrong comes out as the library raised it, text and all."""

    def __init__(self, lists: ListsFile | None = None, ner_model: str | None = None, name_recall: float = 0.0) -> None:
        self._lists = lists
        # At its lower levels Presidio logs words of the text.
        logging.getLogger("presidio-analyzer").setLevel(logging.WARNING)
        self._names = NameRecognizer(name_recall)
        self._items = ItemFinder(judge.shipped())
        own_model = [operator_recognizer(ner_model)] if ner_model else []
        self._engine = _Engine(
            registry=RecognizerRegistry([*recognizers(lists), self._names, *own_model], supported_languages=[LANGUAGE]),
            nlp_engine=KiwiNlpEngine(model.shipped().clusters),
            supported_languages=[LANGUAGE],
            context_aware_enhancer=NearbyContextEnhancer(),
        )

    def explained(self, written: str) -> Explanation:
        """Return what was found in a text and by what, and what nearly was and by what it was refused."""
        normal = normalise(written)
        if not normal.text.strip():
            return Explanation((), ())
        results, artifacts = self._results(normal.text)
        surely = [result for result in results if result.score >= THRESHOLD]
        allowed = self._lists.current().allow if self._lists else frozenset()
        found, refused = [], []
        for result in resolve(surely, normal.text):
            span = _span(normal, result)
            if identity(normal.text[result.start : result.end]) in allowed:
                refused.append(SpanReason(span, "operator's list"))
            else:
                found.append(SpanReason(span, span.by))
        hidden = {place for reason in found for place in range(reason.span.start, reason.span.end)}
        unannounced = (
            SpanReason(_span(normal, result), "unsure" if _finder(result) == JUDGE else "no word nearby")
            for result in results
            if result.score < THRESHOLD
        )
        named = (
            SpanReason(
                Span(*normal.written(name.start, name.end), _KINDS[name.kind], 0.5 + 0.4 * name.probability), reason
            )
            for name, reason in self._names.refused(normal.text, artifacts)
        )
        near = (
            reason for reason in (*unannounced, *named) if hidden.isdisjoint(range(reason.span.start, reason.span.end))
        )
        return Explanation(tuple(found), tuple(sorted((*refused, *near), key=lambda reason: reason.span.start)))

    def spans(self, written: str) -> tuple[Span, ...]:
        """Return the spans of a text as it was written."""
        normal = normalise(written)
        if not normal.text.strip():
            return ()
        results = [result for result in self._results(normal.text)[0] if result.score >= THRESHOLD]
        allowed = self._lists.current().allow if self._lists else frozenset()
        return tuple(
            _span(normal, result)
            for result in resolve(results, normal.text)
            if identity(normal.text[result.start : result.end]) not in allowed
        )

    def _results(self, text: str) -> tuple[list[RecognizerResult], NlpArtifacts]:
        """Return what the recognizers and the judge of items find, however unsure, with the morphemes."""
        artifacts = self._engine.nlp_engine.process_text(text, LANGUAGE)
        results = self._engine.analyze(text, LANGUAGE, score_threshold=0, nlp_artifacts=artifacts)
        return [*results, *self._items.items(text, morphemes(artifacts), results)], artifacts


def _span(normal: TextNormalization, result: RecognizerResult) -> Span:
    return Span(
        *normal.written(result.start, result.end), EntityType(result.entity_type), result.score, _finder(result)
    )


def _finder(result: RecognizerResult) -> str:
    """Return what found a result: names say it themselves, of all else it is the recognizer."""
    metadata = result.recognition_metadata
    return str(metadata.get(FOUND_BY) or metadata[RecognizerResult.RECOGNIZER_NAME_KEY])
