"""A scene: all that is known when the next line is spoken, or the talk is looked back upon."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.features.rehearsal.persona import Persona
from core.features.rehearsal.talk import Line
from core.locale import Locale
from core.privacy.text import MaskedText


@dataclass(frozen=True, slots=True)
class Scene:
    """Who talks about what, and what was said behind the persona's opening."""

    persona: Persona
    goal: MaskedText
    lines: Sequence[Line]
    locale: Locale

    @property
    def known(self) -> str:
        """The words that were there before the model: names, labels and foreign words may come from them alone."""
        persona = self.persona
        return "\n".join([persona.name, persona.about, self.goal, *(line.text for line in self.lines)])
