"""What is kept of a comparison that was voted on."""

from dataclasses import dataclass

from core.conversation.model_answer import Figures


@dataclass(frozen=True, slots=True)
class Contender:
    """One arm of a comparison, with the model that answered, its figures, and whether it was voted for."""

    arm: str
    model: str
    figures: Figures
    is_chosen: bool
