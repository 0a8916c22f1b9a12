"""The pattern recognizer: an item is found by rules for how it is written."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from presidio_analyzer import LocalRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from core.adapters.presidio.engine import LANGUAGE
from core.adapters.presidio.needs import Sought
from core.privacy.entities import EntityType
from core.privacy.explanation import Refusal

# `\b` sees no border between a digit and Hangul, so these stand in its place.
# A comma parts cells: 1,7708261039422.
BEFORE: Final = r"(?<![0-9A-Za-z_])(?<![0-9][-.:/])"
AFTER: Final = r"(?![0-9A-Za-z_])(?![-.:/][0-9])"
BEHIND_DIGITS: Final = r"(?![0-9])(?![-.][0-9])"

# What may stand between two groups of digits, a line's end included.
GAP: Final = r"[ \t]?(?:\r?\n)?(?:[-./~_·ㅡ][ \t]?)?(?:\r?\n)?[ \t]?"
DASH: Final = r"[ \t]?[-.][ \t]?(?:\r?\n)?[ \t]?"
# What may stand between a word and the item it announces: 는, 가, 은:, 이 =, (; any particle if the item is glued on.
PARTICLE: Final = (
    r"(?:에서|에게|에|한테|으로|로|까지|부터|처럼|보다|하고|입니다|이에요|예요|이고|이며|이랑|랑|인데|"
    r"[은는이가을를과와의도만])"
)
_GLUED: Final = rf"{PARTICLE}(?=[0-9A-Za-z@+#(])"
IS: Final = (
    rf"(?:{_GLUED}|[\"'”’]?(?:[ \t]?(?:은|는|이|가|을|를|도|으로|로|is|was))?"
    rf"[ \t]?(?:[-=]>|→|[:=：\-])?[ \t(\[\"'“‘]{{0,3}})"
)

# A round number is an amount (50000, 1200000); one that begins like a year (20231000) or is longer is somebody's.
NO_AMOUNT: Final = r"(?!(?!(?:19|20)[0-9]{6}(?![0-9]))[0-9]{1,5}000(?![0-9\-]))"

RULE: Final = "rule"
"""The key of a result's metadata that says which rule found it."""
SURE: Final = 0.9
LIKELY: Final = 0.7
POSSIBLE: Final = 0.55
# Below the detector's threshold until a context word nearby lifts it above.
WITH_CONTEXT: Final = 0.3


@dataclass(frozen=True, slots=True)
class PatternRule:
    """One way an item is written, with a name by which a person understands what was found.

    The item is the group `item` of the pattern, or all of it; `accept` says whether the match is one indeed.
    """

    name: str
    pattern: re.Pattern[str]
    score: float
    accept: Callable[[str], bool] | None = None

    @classmethod
    def of(cls, name: str, pattern: str, score: float, accept: Callable[[str], bool] | None = None) -> "PatternRule":
        """Compile a rule; case is ignored."""
        return cls(name, re.compile(pattern, re.IGNORECASE), score, accept)


class PatternRecognizer(LocalRecognizer):
    """Finds one entity type by its rules; `context` are words that lift a score when near (see `context.py`).

    It replaces Presidio's class of the same name, which gives back the whole match, judges a match apart from the rule
    that found it, and skips a pattern that takes too long: the text would pass unmasked. Patterns here take time in
    proportion to the text.
    """

    def __init__(self, entity_type: EntityType, *rules: PatternRule, context: str = "") -> None:
        self._type = entity_type
        self._rules = [(rule, Sought(rule.pattern)) for rule in rules]
        super().__init__(
            supported_entities=[entity_type.value],
            name=type(self).__name__,
            supported_language=LANGUAGE,
            context=context.split(),
        )

    def load(self) -> None:
        """Load nothing: the patterns are compiled with their module."""

    def analyze(
        self,
        text: str,
        entities: list[str],  # noqa: ARG002 - Presidio's signature
        nlp_artifacts: NlpArtifacts,
    ) -> list[RecognizerResult]:
        """Return a result for each match of each rule."""
        found = [self._of(rule, place) for rule, place, accepted in self._matches(text) if accepted]
        return list(self.kept(text, found, nlp_artifacts)) if found else []

    def refused(self, text: str, nlp_artifacts: NlpArtifacts) -> Iterator[tuple[RecognizerResult, Refusal]]:
        """Yield the matches that are no items, with why."""
        found = []
        for rule, place, accepted in self._matches(text):
            if accepted:
                found.append(self._of(rule, place))
            else:
                yield self._of(rule, place), Refusal.CHECK
        kept = {id(result) for result in self.kept(text, found, nlp_artifacts)}
        yield from ((result, Refusal.SURROUNDINGS) for result in found if id(result) not in kept)

    def kept(
        self,
        text: str,  # noqa: ARG002 - for those that look at it
        found: Sequence[RecognizerResult],
        nlp_artifacts: NlpArtifacts,  # noqa: ARG002 - as above
    ) -> Iterable[RecognizerResult]:
        """Return those of the results that are items also by what stands around them."""
        return found

    def _matches(self, text: str) -> Iterator[tuple[PatternRule, tuple[int, int], bool]]:
        """Yield each rule with the place of each match, and whether the rule accepts it."""
        for rule, sought in self._rules:
            item = "item" if "item" in rule.pattern.groupindex else 0
            for match in sought.finditer(text):
                yield rule, match.span(item), rule.accept is None or rule.accept(match[item])

    def _of(self, rule: PatternRule, place: tuple[int, int]) -> RecognizerResult:
        return self.result(*place, rule.score, rule.name)

    def result(self, start: int, end: int, score: float, rule: str) -> RecognizerResult:
        """Return a result of this recognizer; `rule` is the name of what found it."""
        return RecognizerResult(
            entity_type=self._type.value,
            start=start,
            end=end,
            score=score,
            recognition_metadata={
                RecognizerResult.RECOGNIZER_NAME_KEY: type(self).__name__,
                RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
                RULE: rule,
            },
        )


def digits(text: str) -> str:
    """Return the ASCII digits of a text."""
    return "".join(character for character in text if "0" <= character <= "9")
