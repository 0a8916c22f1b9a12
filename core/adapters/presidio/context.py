"""The context enhancer: a word nearby lifts the score of what it announces."""

from collections.abc import Sequence
from typing import Final

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts

_LIFT: Final = 0.35
_BEFORE: Final = 30
_BEHIND: Final = 15


class NearbyContextEnhancer(ContextAwareEnhancer):
    """Looks around a result for its recognizer's context words.

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
        """Return the results, lifted where a context word is near."""
        words = {recognizer.id: recognizer.context for recognizer in recognizers}
        for result in raw_results:
            near = words[result.recognition_metadata[RecognizerResult.RECOGNIZER_IDENTIFIER_KEY]]
            if _is_announced(text, result, (*near, *(context or ()))):
                result.score = min(result.score + _LIFT, 1.0)
        return raw_results


def _is_announced(text: str, result: RecognizerResult, words: Sequence[str]) -> bool:
    if not words:
        return False
    before = text[max(0, result.start - _BEFORE) : result.start].rpartition("\n\n")[2]
    behind = text[result.end : result.end + _BEHIND].partition("\n")[0]
    near = f"{before}\0{behind}".casefold()
    return any(word in near for word in words)
