"""A talk: what the person and the persona have said to each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from core.features.rehearsal.persona import Persona
from core.privacy.text import MaskedText
from core.values.locale import Locale


class Who(StrEnum):
    """Whose line it is."""

    PERSON = "person"
    PERSONA = "persona"


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One message of a talk; `is_stock` says that the persona's own line stands in for one of the model's."""

    who: Who
    text: MaskedText
    is_stock: bool = False


def turns(lines: Iterable[TalkLine]) -> tuple[TalkLine, ...]:
    """Return the lines with neighbours of the same speaker put together, so that the two take turns."""
    grouped = ((who, list(group)) for who, group in groupby(lines, key=lambda line: line.who))
    return tuple(
        TalkLine(who, MaskedText("\n".join(line.text for line in group)), any(line.is_stock for line in group))
        for who, group in grouped
    )


def said_by(who: Who, lines: Iterable[TalkLine]) -> tuple[MaskedText, ...]:
    """Return what one of the two has said, in order."""
    return tuple(line.text for line in lines if line.who is who)


@dataclass(frozen=True, slots=True)
class RehearsalContext:
    """Who talks about what, and what was said behind the persona's opening."""

    persona: Persona
    goal: MaskedText
    lines: Sequence[TalkLine]
    locale: Locale

    @property
    def known(self) -> str:
        """The words that were there before the model: names, labels and foreign words may come from them alone."""
        persona = self.persona
        return "\n".join([persona.name, persona.about, self.goal, *(line.text for line in self.lines)])
