"""Numbers and dates beside a name, which their place alone tells: 양루아 20234993, 김서연(1988.03.14)."""

import re
from typing import Final

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from core.adapters.presidio.engine import morphemes
from core.adapters.presidio.names import shapes
from core.adapters.presidio.names.words import Words
from core.adapters.presidio.recognizers.pattern import LIKELY, PatternRecognizer
from core.privacy.entities import EntityType

_NAME: Final = r"(?<![가-힣])(?P<name>[가-힣]{3,4})"
_MONTH_AND_DAY: Final = r"(?:0?[1-9]|1[0-2])[ ]?[-./][ ]?(?:[12][0-9]|3[01]|0?[1-9])"
_SIX: Final = r"(?:[4-9][0-9]|0[0-9]|1[0-5])(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9\-])"
_BORN: Final = (
    rf"(?P<item>{_SIX}|(?:19[2-9][0-9]|20[01][0-9]|[4-9][0-9])[ ]?[-./][ ]?{_MONTH_AND_DAY})(?![0-9])(?!\.[0-9])"
)
_YEAR: Final = r"(?:19|20)?[0-9]{2}년[ ]?생(?![가-힣])"
# The year of entrance and no date, or zeros ahead as numbers of patients and customers have.
_NO_DATE: Final = r"(?!(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9]))"
_NUMBER: Final = (
    rf"(?P<item>{_NO_DATE}(?:20[0-2][0-9][0-9]{{4,6}}|0[02-9][0-9]{{5,8}}))(?![0-9\-.])(?! ?(?:원|개|명|건|%))"
)


class BesideNameRecognizer(PatternRecognizer):
    """Finds what stands directly behind, or before, a full name of three or four syllables that is no word."""

    def __init__(self, entity_type: EntityType, *patterns: str) -> None:
        self._patterns = tuple(map(re.compile, patterns))
        super().__init__(entity_type)

    def analyze(
        self,
        text: str,
        entities: list[str],  # noqa: ARG002 - Presidio's signature
        nlp_artifacts: NlpArtifacts,
    ) -> list[RecognizerResult]:
        """Return a result for each number beside a name."""
        matches = [match for pattern in self._patterns for match in pattern.finditer(text)]
        held = Words(text, morphemes(nlp_artifacts)) if matches else None
        return [
            self.result(*match.span("item"), LIKELY)
            for match in matches
            if held is not None and shapes.is_full(match["name"]) and not held.is_word(*match.span("name"))
        ]


def id_numbers() -> BesideNameRecognizer:
    """Return the recognizer of students', patients' and customers' numbers beside a name."""
    return BesideNameRecognizer(
        EntityType.ID_NUMBER,
        rf"{_NAME}(?: ?\(|[ ,/]{{1,2}}){_NUMBER}",
        rf"(?<![0-9A-Za-z\-.]){_NUMBER}[ ,/]{{1,2}}(?P<name>[가-힣]{{3,4}}?)(?={shapes.COPULA}|[^가-힣]|\Z)",
    )


def birth_dates() -> BesideNameRecognizer:
    """Return the recognizer of dates of birth beside a name."""
    return BesideNameRecognizer(
        EntityType.DATE_OF_BIRTH,
        rf"{_NAME}(?: ?\(| ?[,/|] ?| ){_BORN}",
        rf"{_NAME}(?: ?\(| ?[,/|] ?| )(?P<item>{_YEAR})",
        rf"(?<![0-9])(?P<item>{_YEAR})[ ,]{{1,2}}(?P<name>[가-힣]{{3,4}}?)(?={shapes.TAIL})",
    )
