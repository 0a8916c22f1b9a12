"""A persona: somebody to practise a conversation with."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.privacy.text import MaskedText


@dataclass(frozen=True, slots=True)
class Exchange:
    """What somebody says to a persona, and how the persona answers."""

    said: MaskedText
    answered: MaskedText


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody to practise with.

    `id` is its name in the cast, empty for one that a person described. `about` completes "who": one line.
    `convinced_by` names what wins it over, `advice` what a person could try with it. `stock` is what it says when the
    model has strayed: it fits any turn of the conversation.
    """

    id: str
    name: MaskedText
    about: MaskedText
    traits: tuple[MaskedText, ...]
    manner: MaskedText
    examples: tuple[Exchange, ...]
    opening: MaskedText
    convinced_by: tuple[MaskedText, ...]
    advice: tuple[MaskedText, ...]
    stock: tuple[MaskedText, ...]

    @property
    def facts(self) -> Mapping[str, tuple[MaskedText, ...]]:
        """What is told of it before the talk, by name; how one of the cast begins is seen then."""
        told = {"traits": self.traits, "manner": (self.manner,), "convinced_by": self.convinced_by}
        return told if self.id else {**told, "opening": (self.opening,)}


def texts(*lines: str) -> tuple[MaskedText, ...]:
    """Return lines that nobody's data is in, as the masked texts they are."""
    return tuple(map(MaskedText, lines))


def exchanges(*pairs: tuple[str, str]) -> tuple[Exchange, ...]:
    """Return pairs of what is said and answered as exchanges."""
    return tuple(Exchange(MaskedText(said), MaskedText(answered)) for said, answered in pairs)
