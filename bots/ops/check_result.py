"""What one check of the doctor found."""

from dataclasses import dataclass, field

from bots.shared.error_texts import sentence_of
from core.errors import PromptgenError


@dataclass(frozen=True, slots=True)
class CheckResult:
    """`text` is the id of its sentence, which says how to fix what did not pass; `details` hold no secret."""

    passed: bool
    text: str
    details: dict[str, str | int] = field(default_factory=dict)

    @classmethod
    def of(cls, error: PromptgenError) -> "CheckResult":
        """Return what an error says, where it is what a check came upon."""
        sentence = sentence_of(error)
        return cls(passed=False, text=sentence.text, details=dict(sentence.details))
