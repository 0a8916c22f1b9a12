"""The context enhancer: a word nearby lifts the score of what it announces."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts

from core.adapters.presidio.recognizers.near_person import NearPersonRecognizer
from core.privacy.entities import EntityType

_LIFT: Final = 0.35
_BEFORE: Final = 30
_BEHIND: Final = 15
# As far from a person as something that stands beside the name.
_TOUCHING: Final = 18
_FOUND: Final = 0.5
# What says that a text is about somebody.
_TELLING: Final = frozenset(
    (
        EntityType.PERSON,
        EntityType.PHONE,
        EntityType.EMAIL,
        EntityType.KR_RRN,
        EntityType.KR_FRN,
        EntityType.DATE_OF_BIRTH,
        EntityType.BANK_ACCOUNT,
    )
)


class NearbyContextEnhancer(ContextAwareEnhancer):
    """Looks around a result for its recognizer's context words, or for a person who was found.

    It replaces Presidio's LemmaContextAwareEnhancer, which walks all tokens for each result and copies all results:
    too slow for a text with thousands of numbers. A Korean context word keeps its form with a particle glued on, so
    nothing is gained from lemmas.
    """

    def __init__(self) -> None:
        super().__init__(
            context_similarity_factor=_LIFT,
            min_score_with_context_similarity=0,
            context_prefix_count=_BEFORE,
            context_suffix_count=_BEHIND,
        )

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,  # noqa: ARG002 - Presidio's signature
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        """Return the results, lifted where a context word or a person is near."""
        finders = {recognizer.id: recognizer for recognizer in recognizers}
        persons = _Persons(raw_results)
        alike: defaultdict[tuple[NearPersonRecognizer, str], list[RecognizerResult]] = defaultdict(list)
        beside: Counter[tuple[NearPersonRecognizer, str]] = Counter()
        for result in raw_results:
            finder = finders[result.recognition_metadata[RecognizerResult.RECOGNIZER_IDENTIFIER_KEY]]
            near = finder if isinstance(finder, NearPersonRecognizer) else None
            is_near = near is not None and persons.are_near(text, result, near)
            if near is not None and near.fewest > 1:
                row = near, _written(text, result)
                alike[row].append(result)
                beside[row] += is_near
            elif is_near or _is_announced(text, result, (*finder.context, *(context or ()))):
                result.score = min(result.score + _LIFT, 1.0)
        for row, members in alike.items():
            if beside[row] >= row[0].fewest and beside[row] * 2 > len(members):
                for result in members:
                    result.score = min(result.score + _LIFT, 1.0)
        return raw_results


class _Persons:
    """Where persons were found in a text."""

    def __init__(self, results: Sequence[RecognizerResult]) -> None:
        sure = [result for result in results if result.score >= _FOUND]
        found = [result for result in sure if result.entity_type == EntityType.PERSON]
        self._is_somebodys = any(result.entity_type in _TELLING for result in sure)
        self._starts = {result.start for result in found}
        self._ends = {result.end for result in found}

    def are_near(self, text: str, result: RecognizerResult, recognizer: NearPersonRecognizer) -> bool:
        """Say whether one stands in the text, or as near as the recognizer asks for."""
        if recognizer.behind is None and recognizer.before is None:
            return self._is_somebodys
        return any(
            recognizer.behind is not None and recognizer.behind.fullmatch(text, end, result.start) is not None
            for end in self._ends.intersection(range(max(0, result.start - _TOUCHING), result.start))
        ) or any(
            recognizer.before is not None and recognizer.before.fullmatch(text, result.end, start) is not None
            for start in self._starts.intersection(range(result.end, result.end + _TOUCHING))
        )


def _written(text: str, result: RecognizerResult) -> str:
    """Return how an item is written: which of it are digits and which are letters."""
    return re.sub(r"[A-Za-z]", "A", re.sub(r"[0-9]", "0", text[result.start : result.end]))


def _is_announced(text: str, result: RecognizerResult, words: Sequence[str]) -> bool:
    if not words:
        return False
    before = text[max(0, result.start - _BEFORE) : result.start].rpartition("\n\n")[2]
    behind = text[result.end : result.end + _BEHIND].partition("\n")[0]
    near = f"{before}\0{behind}".casefold()
    return any(word in near for word in words)
