"""The cast: everybody is whole, in both languages, and stays in character in every line of their own."""

import pytest

from core.features.rehearsal.cast import CAST, IDS
from core.features.rehearsal.model.character import Utterance, breaks, sanitized
from core.features.rehearsal.persona import Persona
from core.privacy.text import MaskedText
from core.values.locale import Locale

EVERYBODY = [
    pytest.param(locale, persona, id=f"{locale}-{id_}") for locale in Locale for id_, persona in CAST[locale].items()
]


def test_both_languages_have_the_same_people_in_the_same_order() -> None:
    assert tuple(CAST[Locale.EN]) == IDS
    assert len(IDS) >= 10


@pytest.mark.parametrize(("locale", "persona"), EVERYBODY)
def test_everybody_is_whole(locale: Locale, persona: Persona) -> None:
    assert len(persona.examples) == 3
    assert min(map(len, (persona.traits, persona.convinced_by, persona.advice, persona.stock))) >= 2
    lines = own_lines(persona)
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize(("locale", "persona"), EVERYBODY)
def test_their_own_lines_are_in_character(locale: Locale, persona: Persona) -> None:
    for line in own_lines(persona):
        assert sanitized(line, persona.name) == line
        assert breaks(Utterance(line, persona.name, permitted=("AI",)), locale) == ()


def own_lines(persona: Persona) -> list[MaskedText]:
    return [persona.opening, *persona.stock, *(example.answered for example in persona.examples)]
