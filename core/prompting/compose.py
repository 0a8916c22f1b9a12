"""The composer: from a brief to a finished prompt. The same brief and substance give the same bytes."""

from dataclasses import dataclass

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.improvements import Addition, improvements
from core.prompting.substance import Substance
from core.prompting.understanding.understand import understand, with_material
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.line import Line
from core.prompting.writing.prompt import text_of, written


@dataclass(frozen=True, slots=True)
class Composition:
    """A finished prompt, with what was understood of the brief and the lines that were written.

    `reference` is the text that it works on, also where it was pasted into another answer; `notes` tell the person of
    contradictions, how each was settled and what the other way would be.
    """

    prompt: MaskedText
    reference: str
    understanding: Understanding
    lines: tuple[Line, ...]
    improvements: tuple[Addition, ...]
    notes: tuple[str, ...]

    @property
    def intent(self) -> str:
        """The id of what is made."""
        return self.understanding.intent.id


def compose(brief: Brief, substance: Substance | None = None) -> Composition:
    """Write the prompt for a brief, with what a model has added to it."""
    brief = with_material(brief)
    understanding = understand(brief)
    lines = written(brief, understanding, substance or Substance())
    return Composition(
        prompt=MaskedText(text_of(lines, understanding.locale)),
        reference=brief.reference or "",
        understanding=understanding,
        lines=lines,
        improvements=improvements(lines, brief.locale),
        notes=notes_of(understanding),
    )


def notes_of(understanding: Understanding) -> tuple[str, ...]:
    """Return how each contradiction was settled, with the other way where the person has not taken it."""
    return (
        *(f"{each.settled} {each.other}".strip() for each in understanding.conflicts),
        *(each.instead for each in understanding.turned),
    )
