"""What one check of the doctor found."""

from dataclasses import dataclass, field
from typing import Final

from bots.shared.error_texts import sentence_of
from core.errors import PromptgenError

_VAULT_KEY: Final = ("error.settings_invalid", "PROMPTGEN_VAULT_KEY")


@dataclass(frozen=True, slots=True)
class CheckResult:
    """`text` is the id of its sentence, `mend` of what to do about it; `details`, for both, hold no secret."""

    passed: bool
    text: str
    details: dict[str, str | int] = field(default_factory=dict)

    @property
    def mend(self) -> str:
        """The id of the text that says how to fix what did not pass; empty for what did."""
        if self.passed:
            return ""
        how = ".vault_key" if (self.text, self.details.get("names")) == _VAULT_KEY else ""
        return f"mend.{self.text}{how}"

    @classmethod
    def of(cls, error: PromptgenError) -> "CheckResult":
        """Return what an error says, where it is what a check came upon."""
        sentence = sentence_of(error)
        return cls(passed=False, text=sentence.text, details=dict(sentence.details))
