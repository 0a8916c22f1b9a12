"""What a session keeps of the substance that a model proposes."""

from dataclasses import dataclass

from core.conversation.session import FeatureData
from core.conversation.understood import Proposed, ProposedQuestion


@dataclass(frozen=True, slots=True)
class Advice(FeatureData):
    """What a model was asked and has proposed; `about` names the answers that it is about.

    `number` counts how often it was asked, `awaited` says that it has not answered yet. `decisions` say why the other
    proposals were dropped. `model` and `kept` tell which model was sent the answers, whether it `answered` or not, and
    which items it saw as written. `questions` are what it would ask of the person.
    """

    about: str = ""
    number: int = 0
    awaited: bool = False
    answered: bool = False
    proposals: tuple[Proposed, ...] = ()
    decisions: tuple[str, ...] = ()
    model: str | None = None
    kept: tuple[str, ...] = ()
    questions: tuple[ProposedQuestion, ...] = ()

    @property
    def awaits(self) -> int:
        """The number of the question that a model has not answered yet."""
        return self.number if self.awaited else 0
