"""A spaCy pipeline of the operator's."""

from presidio_analyzer import LocalRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts
from spacy.language import Language

from core.adapters.presidio.custom_model.labels import KINDS, read
from core.adapters.presidio.custom_model.spans import FoundSpan, results
from core.adapters.presidio.engine import LANGUAGE
from core.errors import NerModelError


class SpacyPipelineRecognizer(LocalRecognizer):
    """Runs a spaCy pipeline; Presidio's own recognizer would have it as the NLP engine, which is Kiwi here.

    Raises:
        NerModelError: None of its labels is personal.
    """

    def __init__(self, pipeline: Language) -> None:
        if not any(read(label).kind for labels in pipeline.pipe_labels.values() for label in labels):
            raise NerModelError(reason="labels")
        self._pipeline = pipeline
        super().__init__(supported_entities=KINDS, name=type(self).__name__, supported_language=LANGUAGE)

    def load(self) -> None:
        """Load nothing: the pipeline came ready."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts) -> list[RecognizerResult]:
        """Return what the pipeline finds of the kinds asked for."""
        found = [
            FoundSpan(span.start_char, span.end_char, kind)
            for span in self._pipeline(text).ents
            if (kind := read(span.label_).kind)
        ]
        return results(self, found, entities, text, nlp_artifacts)
