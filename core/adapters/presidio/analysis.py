"""The analysis: Presidio's analyzer with Kiwi and our recognizers, loaded."""

import logging
from collections.abc import Iterable, Iterator
from typing import Final

from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from core.adapters.presidio.context import NearbyContextEnhancer
from core.adapters.presidio.custom_model.model import operator_recognizer
from core.adapters.presidio.engine import LANGUAGE, KiwiNlpEngine, morphemes
from core.adapters.presidio.gazetteer import kinds_of
from core.adapters.presidio.items import judge
from core.adapters.presidio.items.finder import NAME as JUDGE
from core.adapters.presidio.items.finder import ItemFinder
from core.adapters.presidio.lists import ListsFile
from core.adapters.presidio.ner import model
from core.adapters.presidio.ner.recognizer import FOUND_BY, NameRecognizer
from core.adapters.presidio.normalization import TextNormalization, normalise
from core.adapters.presidio.overlap import resolve
from core.adapters.presidio.recognizers.pattern import RULE, PatternRecognizer
from core.adapters.presidio.recognizers.registry import recognizers
from core.privacy.canonical_form import identity
from core.privacy.entities import EntityType
from core.privacy.explanation import ExplainedSpan, Explanation, NearMiss, Refusal
from core.privacy.spans import Span

THRESHOLD: Final = 0.5
_NAMES: Final = (EntityType.PERSON, EntityType.ORGANIZATION)


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
        self._recognizers = [*recognizers(lists), self._names, *own_model]
        self._engine = _Engine(
            registry=RecognizerRegistry(self._recognizers, supported_languages=[LANGUAGE]),
            nlp_engine=KiwiNlpEngine(model.shipped().clusters),
            supported_languages=[LANGUAGE],
            context_aware_enhancer=NearbyContextEnhancer(),
        )

    def explained(self, written: str) -> Explanation:
        """Return what was found in a text and by which rule, and what nearly was and why it was refused."""
        normal = normalise(written)
        if not normal.text.strip():
            return Explanation((), ())
        results, artifacts = self._results(normal.text)
        found = [result for result in self._resolved(results, normal.text) if not self._is_allowed(result, normal.text)]
        hidden = {place for result in found for place in range(result.start, result.end)}
        # One reason is enough for a place and a type: the first.
        refused: dict[tuple[int, int, str], tuple[RecognizerResult, Refusal]] = {}
        for result, refusal in self._refused(results, artifacts, normal.text):
            if hidden.isdisjoint(range(result.start, result.end)):
                refused.setdefault((result.start, result.end, result.entity_type), (result, refusal))
        return Explanation(
            tuple(ExplainedSpan(_span(normal, result), _rule(result), _kinds(result, normal.text)) for result in found),
            tuple(
                NearMiss(_span(normal, result), _rule(result), refusal, _kinds(result, normal.text))
                for _, (result, refusal) in sorted(refused.items(), key=lambda one: one[0])
            ),
        )

    def spans(self, written: str) -> tuple[Span, ...]:
        """Return the spans of a text as it was written."""
        normal = normalise(written)
        if not normal.text.strip():
            return ()
        return tuple(
            _span(normal, result)
            for result in self._resolved(self._results(normal.text)[0], normal.text)
            if not self._is_allowed(result, normal.text)
        )

    def _resolved(self, results: Iterable[RecognizerResult], text: str) -> list[RecognizerResult]:
        return resolve([result for result in results if result.score >= THRESHOLD], text)

    def _is_allowed(self, result: RecognizerResult, text: str) -> bool:
        """Say whether the operator's list has it stay."""
        allowed = self._lists.current().allow if self._lists else frozenset()
        return identity(text[result.start : result.end]) in allowed

    def _refused(
        self, results: Iterable[RecognizerResult], artifacts: NlpArtifacts, text: str
    ) -> Iterator[tuple[RecognizerResult, Refusal]]:
        """Yield what is no item, with why; a place may come more than once, the most telling reason first."""
        for result in self._resolved(results, text):
            if self._is_allowed(result, text):
                yield result, Refusal.OPERATOR
        yield from self._names.refused(text, artifacts)
        for recognizer in self._recognizers:
            if isinstance(recognizer, PatternRecognizer):
                yield from recognizer.refused(text, artifacts)
        for result in results:
            if result.score < THRESHOLD:
                yield result, Refusal.UNSURE if _finder(result) == JUDGE else Refusal.UNANNOUNCED

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


def _rule(result: RecognizerResult) -> str:
    return str(result.recognition_metadata[RULE])


def _kinds(result: RecognizerResult, text: str) -> tuple[str, ...]:
    """Return the kinds of the gazetteer that a name is of; no rule for numbers and the like looks there."""
    return kinds_of(text[result.start : result.end]) if result.entity_type in _NAMES else ()
