"""The name recognizer: persons and organizations, by the tagger."""

import re
from collections.abc import Iterator
from typing import Final

from presidio_analyzer import LocalRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from core.adapters.presidio.engine import LANGUAGE, morphemes
from core.adapters.presidio.names.judgement import is_private, trimmed
from core.adapters.presidio.names.model import shipped
from core.adapters.presidio.names.tagger import Name, Tagger
from core.privacy.entities import EntityType

# Taken from the score of being no name; measured with `python -m tests.accuracy` (see MODEL_CARD.md).
OUTSIDE: Final = 0.5
OUTSIDE_ENGLISH: Final = 2.75

_KINDS: Final = {"PS": EntityType.PERSON, "OG": EntityType.ORGANIZATION}
_FULL_NAME: Final = re.compile(r"[가-힣]{3,4}|[A-Za-z][A-Za-z.' \-]*[ \-][A-Za-z.' \-]*[A-Za-z]")


class NameRecognizer(LocalRecognizer):
    """Finds names; a span ends before the title and the particle.

    `outside` is the recall dial: the higher, the more is found and the more of it is wrong; English has its own.
    """

    def __init__(self, outside: float = OUTSIDE, outside_english: float = OUTSIDE_ENGLISH) -> None:
        self._outside = outside
        self._outside_english = outside_english
        super().__init__(
            supported_entities=[kind.value for kind in _KINDS.values()],
            name=type(self).__name__,
            supported_language=LANGUAGE,
        )

    def load(self) -> None:
        """Load the model."""
        self._tagger = Tagger(shipped(), self._outside, self._outside_english)

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts) -> list[RecognizerResult]:
        """Return the names of the kinds asked for."""
        found = self._tagger.names(text, morphemes(nlp_artifacts))
        names = [name for name in (trimmed(text, name) for name in found) if is_private(text, name)]
        results = [self._result(name) for name in (*names, *_repeated(text, names))]
        return [result for result in results if result.entity_type in entities]

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
            },
        )


def _repeated(text: str, names: list[Name]) -> Iterator[Name]:
    """Yield the full names that were found in one place and stand in another too."""
    taken = {place for name in names for place in range(name.start, name.end)}
    for written, name in {text[name.start : name.end]: name for name in names if name.kind == "PS"}.items():
        if not _FULL_NAME.fullmatch(written):
            continue
        for match in re.finditer(rf"(?<![가-힣A-Za-z]){re.escape(written)}(?![A-Za-z])", text):
            if taken.isdisjoint(range(*match.span())):
                yield Name(*match.span(), name.kind, name.probability)
