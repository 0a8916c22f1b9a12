"""The name recognizer: persons and organizations, by the tagger."""

from typing import Final

from presidio_analyzer import LocalRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from core.adapters.presidio.engine import LANGUAGE, morphemes
from core.adapters.presidio.ner.finder import NameDetector
from core.adapters.presidio.ner.model import shipped
from core.adapters.presidio.ner.rules import RULES
from core.adapters.presidio.ner.tagger import Name
from core.adapters.presidio.recognizers.pattern import RULE
from core.privacy.entities import EntityType
from core.privacy.explanation import Refusal

FOUND_BY: Final = "found_by"
"""The key of a result's metadata that says what found a name: the tagger, a key, a title …"""

_KINDS: Final = {"PS": EntityType.PERSON, "OG": EntityType.ORGANIZATION}


class NameRecognizer(LocalRecognizer):
    """Finds names; a span ends before the title and the particle.

    `more` is the recall dial: above 0 more is found and more of it is wrong, below 0 less.
    """

    def __init__(self, more: float = 0.0) -> None:
        self._more = more
        super().__init__(
            supported_entities=[kind.value for kind in _KINDS.values()],
            name=type(self).__name__,
            supported_language=LANGUAGE,
        )

    def load(self) -> None:
        """Load the model."""
        self._finder = NameDetector(shipped(), self._more)

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts) -> list[RecognizerResult]:
        """Return the names of the kinds asked for."""
        results = [self._result(name) for name in self._finder.names(text, morphemes(nlp_artifacts))]
        return [result for result in results if result.entity_type in entities]

    def refused(self, text: str, nlp_artifacts: NlpArtifacts) -> list[tuple[RecognizerResult, Refusal]]:
        """Return what was tagged and is left unmasked, with why."""
        refused = self._finder.refused(text, morphemes(nlp_artifacts))
        return [(self._result(name), refusal) for name, refusal in refused]

    def _result(self, name: Name) -> RecognizerResult:
        return RecognizerResult(
            entity_type=_KINDS[name.kind].value,
            start=name.start,
            end=name.end,
            # A name on the best path is one, however narrowly; above one half, so that it passes the threshold.
            score=0.5 + 0.4 * name.probability,
            recognition_metadata={
                RecognizerResult.RECOGNIZER_NAME_KEY: type(self).__name__,
                RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
                FOUND_BY: name.by,
                RULE: RULES[name.by],
            },
        )
