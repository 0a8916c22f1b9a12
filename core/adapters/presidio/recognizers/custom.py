"""What the operator's lists name."""

from typing import Final

from presidio_analyzer import LocalRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from core.adapters.presidio.engine import LANGUAGE
from core.adapters.presidio.lists import Lists, ListsFile
from core.adapters.presidio.recognizers.pattern import RULE
from core.privacy.entities import EntityType
from core.privacy.occurrences import Occurrences

# An operator's pattern is not ours to trust; one that takes longer stops the turn, it does not let the text pass.
_PATTERN_SECONDS: Final = 2.0
_LISTED: Final = 1.0


class CustomRecognizer(LocalRecognizer):
    """Finds the listed words, as words and in any spacing, and what the listed patterns match."""

    def __init__(self, file: ListsFile) -> None:
        self._file = file
        self._prepared = Lists(), Occurrences()
        super().__init__(
            supported_entities=[entity_type.value for entity_type in EntityType],
            name=type(self).__name__,
            supported_language=LANGUAGE,
        )

    def load(self) -> None:
        """Load nothing: the file is read when it changes."""

    def analyze(
        self,
        text: str,
        entities: list[str],  # noqa: ARG002 - Presidio's signature
        nlp_artifacts: NlpArtifacts,  # noqa: ARG002 - Presidio's signature
    ) -> list[RecognizerResult]:
        """Return a result for each place.

        Raises:
            TimeoutError: A pattern of the operator's takes too long for this text.
        """
        lists, denied = self._current()
        found = [
            self._result(span.type, span.start, span.end, "word of the operator's list") for span in denied.find(text)
        ]
        for pattern, entity_type in lists.patterns:
            matches = pattern.finditer(text, timeout=_PATTERN_SECONDS)
            found += [
                self._result(entity_type, match.start(), match.end(), "pattern of the operator's list")
                for match in matches
                if match.group()
            ]
        return found

    def _current(self) -> tuple[Lists, Occurrences]:
        """Return the rules in force, with what they deny prepared once."""
        lists, prepared = self._file.current(), self._prepared
        if prepared[0] is not lists:
            prepared = self._prepared = lists, Occurrences(lists.deny)
        return prepared

    def _result(self, entity_type: EntityType, start: int, end: int, rule: str) -> RecognizerResult:
        metadata = {
            RecognizerResult.RECOGNIZER_NAME_KEY: type(self).__name__,
            RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
            RULE: rule,
        }
        return RecognizerResult(entity_type.value, start, end, _LISTED, recognition_metadata=metadata)
