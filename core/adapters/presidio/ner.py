"""The operator's own model: a local Hugging Face folder or an installed spaCy pipeline, beside our recognizers."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, cast

import spacy
from presidio_analyzer import EntityRecognizer, LocalRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts
from presidio_analyzer.predefined_recognizers import HuggingFaceNerRecognizer
from spacy.language import Language

from core.adapters.presidio.engine import LANGUAGE, Morpheme, morphemes
from core.errors import SettingsError
from core.privacy.entities import EntityType

SETTING: Final = "PROMPTGEN_NER_MODEL"

_LABELS: Final = {
    **dict.fromkeys(("PS", "PER", "PERSON"), EntityType.PERSON.value),
    **dict.fromkeys(("OG", "ORG", "ORGANIZATION"), EntityType.ORGANIZATION.value),
}
_KINDS: Final = sorted(set(_LABELS.values()))
# Surer than a guess of ours, less sure than a number that passes its check.
_SCORE: Final = 0.8
_PARTICLES: Final = ("J", "E", "VC")


def operator_recognizer(model: str) -> EntityRecognizer:
    """Return the recognizer for a folder's path or a pipeline's name; nothing is ever fetched.

    Raises:
        SettingsError: There is no such folder or pipeline, or it cannot be loaded.
    """
    try:
        return TransformerRecognizer(model) if Path(model).is_dir() else SpacyPipelineRecognizer(spacy.load(model))
    except Exception:  # noqa: BLE001 - whatever is the matter with it, the operator can mend it
        raise SettingsError(names=SETTING) from None


class SpacyPipelineRecognizer(LocalRecognizer):
    """Runs a spaCy pipeline; Presidio's own recognizer would have it as the NLP engine, which is Kiwi here."""

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline
        super().__init__(supported_entities=_KINDS, name=type(self).__name__, supported_language=LANGUAGE)

    def load(self) -> None:
        """Load nothing: the pipeline came ready."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts) -> list[RecognizerResult]:
        """Return what the pipeline finds of the kinds asked for."""
        found = [(span.start_char, span.end_char, span.label_) for span in self._pipeline(text).ents]
        return list(_results(self, found, entities, morphemes(nlp_artifacts)))


class TransformerRecognizer(HuggingFaceNerRecognizer):
    """Runs a token classifier; where a prediction fails it raises, and the text is not accepted.

    Presidio's own goes on without what it could not see, and gives back labels that nobody knows.
    """

    def __init__(self, folder: str) -> None:
        super().__init__(
            supported_entities=_KINDS,
            name=type(self).__name__,
            supported_language=LANGUAGE,
            model_name=folder,
            label_mapping=_LABELS,
            device="cpu",
        )

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Return what the model finds of the kinds asked for."""
        found = [(result.start, result.end, result.entity_type) for result in super().analyze(text, entities)]
        return list(_results(self, found, entities, morphemes(nlp_artifacts) if nlp_artifacts else ()))

    def _predict_chunk(self, chunk_text: str) -> list[RecognizerResult]:
        predict = cast("Callable[[str], list[dict[str, Any]]]", self.ner_pipeline)
        return [
            RecognizerResult(self._normalize_label(found["entity_group"]), found["start"], found["end"], found["score"])
            for found in predict(chunk_text)
            if found["score"] >= self.threshold
        ]


def _results(
    recognizer: EntityRecognizer,
    found: Sequence[tuple[int, int, str]],
    entities: Sequence[str],
    text: Sequence[Morpheme],
) -> Iterator[RecognizerResult]:
    for start, end, label in found:
        kind = _LABELS.get(label.upper(), "")
        if kind in entities:
            yield RecognizerResult(
                kind,
                start,
                _without_particle(start, end, text),
                _SCORE,
                recognition_metadata={
                    RecognizerResult.RECOGNIZER_NAME_KEY: type(recognizer).__name__,
                    RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: recognizer.id,
                },
            )


def _without_particle(start: int, end: int, text: Sequence[Morpheme]) -> int:
    """Return where the item ends before its particle: spaCy's Korean words hold theirs."""
    inside = [morpheme for morpheme in text if start < morpheme.start and morpheme.end <= end]
    for morpheme in reversed(inside):
        if morpheme.end != end or not morpheme.tag.startswith(_PARTICLES):
            break
        end = morpheme.start
    return end
