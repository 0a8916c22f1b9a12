"""Forms: how a value that is known may stand in a text again, whole or in part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from core.privacy import latin_names
from core.privacy.canonical_form import SMALL, canonical
from core.privacy.entities import EntityType
from core.privacy.korean import birth_dates, surnames
from core.privacy.korean.persons import given_name, surname_of


class ValuePart(Enum):
    """What of a value a form is."""

    WHOLE = "whole"
    NAME = "name"
    """Of a person's full name the given name, or one word of a Latin one."""
    SURNAME = "surname"
    """Of a Korean full name what stands before a title alone: 김 대리."""


@dataclass(frozen=True, slots=True)
class ValueForm:
    """A form's canonical text in small letters, the type of item it is, and what part of the value."""

    text: str
    type: EntityType
    part: ValuePart = ValuePart.WHOLE
    capital: bool = False
    """A word that is a name only where it begins with a capital: Brown."""


def forms(value: str, entity_type: EntityType) -> Iterator[ValueForm]:
    """Yield the forms of a value, the value itself first."""
    plain = canonical(value).text
    named = entity_type in {EntityType.PERSON, EntityType.ORGANIZATION}
    yield ValueForm(
        plain.translate(SMALL),
        entity_type,
        capital=named and value.isascii() and value.isalpha() and value[0].isupper(),
    )
    match entity_type:
        case EntityType.PERSON:
            yield from _of_a_person(value, plain)
        case EntityType.DATE_OF_BIRTH:
            born = birth_dates.parse(value)
            yield from (ValueForm(text, entity_type) for text in (birth_dates.writings(born) if born else ()))
        case EntityType.ACCOUNT_NAME:
            yield ValueForm(plain.lstrip("@").translate(SMALL), entity_type)
        case EntityType.EMAIL | EntityType.URL_PERSONAL:
            handle = _HANDLE[entity_type].search(plain)
            if handle and _TELLING.search(handle[1]):
                yield ValueForm(handle[1].translate(SMALL), EntityType.ACCOUNT_NAME)
        case _:
            pass


def _of_a_person(value: str, plain: str) -> Iterator[ValueForm]:
    given = given_name(plain)
    if given:
        yield ValueForm(given, EntityType.PERSON, ValuePart.NAME)
    surname = plain if plain in surnames.USUAL else surname_of(plain) if given else None
    if surname:
        yield ValueForm(surname, EntityType.PERSON, ValuePart.SURNAME)
    for word in latin_names.parts(value):
        if word not in latin_names.ORDINARY:
            yield ValueForm(word, EntityType.PERSON, ValuePart.NAME, capital=True)


_HANDLE: Final = {
    EntityType.EMAIL: re.compile(r"\A([0-9A-Za-z._%+\-]{5,})@"),
    EntityType.URL_PERSONAL: re.compile(r"/(?:in/|@|user/|c/)?@?([0-9A-Za-z._\-]{5,30})/?\Z"),
}
# A word alone says nothing (info@, /notice); what has a digit or a sign within is somebody's.
_TELLING: Final = re.compile(r"[0-9._\-]")
