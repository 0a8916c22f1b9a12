"""Labels: the variables that stand for masked items, such as `{이름1}` or `{PHONE2}`.

A second form of the same item (a given name alone, a number with other dashes) shares its number: `{이름1-2}`.
"""

import re
from dataclasses import dataclass
from typing import Final

from core.privacy.entities import ENTITIES, EntityType
from core.values.locale import Locale

NOUNS: Final = {locale: {kind: entity.label[locale] for kind, entity in ENTITIES.items()} for locale in Locale}

_TYPES: Final = {noun: entity_type for nouns in NOUNS.values() for entity_type, noun in nouns.items()}
_NOUN: Final = "|".join(sorted(map(re.escape, _TYPES), key=len, reverse=True))

LABEL: Final = re.compile(rf"\{{({_NOUN})([1-9][0-9]{{0,5}})(?:-([1-9][0-9]{{0,3}}))?\}}")


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart: `{이름1-2}` is the noun 이름, the number 1, the form 2."""

    noun: str
    number: int
    form: int = 1

    @property
    def type(self) -> EntityType:
        """The kind of item it stands for."""
        return _TYPES[self.noun]

    def __str__(self) -> str:
        form = "" if self.form == 1 else f"-{self.form}"
        return f"{{{self.noun}{self.number}{form}}}"


def noun(entity_type: EntityType, locale: Locale) -> str:
    """Return the word that people read for a kind of item: 전화번호, PHONE."""
    return NOUNS[locale][entity_type]


def parse(label: str) -> Label | None:
    """Take apart a label; None when the text is not exactly one."""
    match = LABEL.fullmatch(label)
    return match and Label(match[1], int(match[2]), int(match[3] or 1))


def find_labels(text: str) -> tuple[str, ...]:
    """Return the labels in a text, each once, in order."""
    return tuple(dict.fromkeys(match.group() for match in LABEL.finditer(text)))
