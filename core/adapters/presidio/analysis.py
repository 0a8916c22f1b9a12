"""The analysis: Presidio's analyzer with Kiwi and our recognizers, loaded."""

import logging
from typing import Final

from presidio_analyzer import AnalyzerEngine, RecognizerRegistry

from core.adapters.presidio.context import NearbyContextEnhancer
from core.adapters.presidio.engine import LANGUAGE, KiwiNlpEngine
from core.adapters.presidio.lists import ListsFile
from core.adapters.presidio.normal import normalise
from core.adapters.presidio.overlap import resolve
from core.adapters.presidio.own.model import operator_recognizer
from core.adapters.presidio.recognizers.registry import recognizers
from core.privacy.canonical import identity
from core.privacy.entities import EntityType
from core.privacy.spans import Span

THRESHOLD: Final = 0.5


class Analysis:
    """A loaded analyzer; whatever goes wrong comes out as the library raised it, text and all."""

    def __init__(self, lists: ListsFile | None = None, ner_model: str | None = None, name_recall: float = 0.0) -> None:
        self._lists = lists
        # At its lower levels Presidio logs words of the text.
        logging.getLogger("presidio-analyzer").setLevel(logging.WARNING)
        own_model = [operator_recognizer(ner_model)] if ner_model else []
        self._engine = AnalyzerEngine(
            registry=RecognizerRegistry([*recognizers(lists, name_recall), *own_model], supported_languages=[LANGUAGE]),
            nlp_engine=KiwiNlpEngine(),
            supported_languages=[LANGUAGE],
            context_aware_enhancer=NearbyContextEnhancer(),
        )

    def spans(self, written: str) -> tuple[Span, ...]:
        """Return the spans of a text as it was written."""
        normal = normalise(written)
        if not normal.text.strip():
            return ()
        results = self._engine.analyze(normal.text, LANGUAGE, score_threshold=THRESHOLD)
        allowed = self._lists.current().allow if self._lists else frozenset()
        return tuple(
            Span(*normal.written(result.start, result.end), EntityType(result.entity_type), result.score)
            for result in resolve(results, normal.text)
            if identity(normal.text[result.start : result.end]) not in allowed
        )
