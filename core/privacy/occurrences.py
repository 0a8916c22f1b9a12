"""Occurrences: where values already known stand in a text, in whatever spacing."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from core.privacy.attached import ATTACHED, any_of
from core.privacy.canonical import canonical
from core.privacy.entities import EntityType
from core.privacy.persons import ORDINARY_WORDS, TITLES, given_name
from core.privacy.spans import Span

# A shorter value says too little: it would hit unrelated words.
_SHORTEST: Final = 2
_SHORTEST_NUMBER: Final = 4
# From this many Hangul syllables a value is no part of another word by chance.
_DISTINCT: Final = 3

_TITLE: Final = any_of(*TITLES)
# 민준이가: a given name that ends in a consonant takes 이 before the particle.
_NICKNAME: Final = any_of("이가 이는 이를 이의 이와 이랑 이한테 이에게 이도 이네")
BEHIND_A_NAME: Final = re.compile(rf"(?:(?:{_TITLE})?(?:님|씨)?들?이?{ATTACHED})")
_BEHIND_A_PERSON: Final = re.compile(rf"(?: ?(?:{_TITLE})님?{ATTACHED}|(?:아|야|{_NICKNAME})(?![가-힣]))")


def find_occurrences(text: str, values: Iterable[tuple[str, EntityType]]) -> Iterator[Span]:
    """Yield a span of score 1 for each place where one of the values, or a person's given name, stands as a word.

    The longest one at each place; one pass over the text, whatever the number of values.
    """
    wanted = _wanted(values)
    lengths = _lengths(wanted)
    plain = canonical(text)
    at = 0
    while wanted and at < len(plain.text):
        for length in lengths.get(plain.text[at : at + _SHORTEST], ()):
            form = plain.text[at : at + length]
            if len(form) == length and form in wanted:
                start, end = plain.places[at], plain.places[at + length - 1] + 1
                if _stands_alone(text, start, end, form, wanted[form]):
                    yield Span(start, end, wanted[form], 1.0)
                    at += length - 1
                    break
        at += 1


def _wanted(values: Iterable[tuple[str, EntityType]]) -> dict[str, EntityType]:
    """Return the canonical forms to look for."""
    wanted: dict[str, EntityType] = {}
    for value, entity_type in values:
        plain = canonical(value).text
        given = given_name(plain) if entity_type is EntityType.PERSON else None
        for form in filter(None, (plain, given)):
            if _says_enough(form, entity_type):
                wanted.setdefault(form, entity_type)
    return wanted


def _says_enough(form: str, entity_type: EntityType) -> bool:
    if form in ORDINARY_WORDS and entity_type is EntityType.ORGANIZATION:
        return False
    return len(form) >= (_SHORTEST_NUMBER if form.isdigit() else _SHORTEST)


def _lengths(forms: Iterable[str]) -> dict[str, list[int]]:
    """Return, for each head that forms begin with, their lengths, the longest first."""
    lengths: dict[str, set[int]] = {}
    for form in forms:
        lengths.setdefault(form[:_SHORTEST], set()).add(len(form))
    return {head: sorted(found, reverse=True) for head, found in lengths.items()}


def _stands_alone(text: str, start: int, end: int, form: str, entity_type: EntityType) -> bool:
    if entity_type is EntityType.PERSON and form in ORDINARY_WORDS and not _BEHIND_A_PERSON.match(text, end):
        return False
    # In another spacing, the borders of words are all there is to tell a name from two words.
    distinct = len(form) >= _DISTINCT and all(map(_is_hangul, text[start:end]))
    return _is_free_before(text, start, distinct=distinct) and _is_free_behind(text, end, distinct=distinct)


def _is_free_before(text: str, start: int, *, distinct: bool) -> bool:
    first, before = text[start], text[start - 1 : start]
    if first.isascii() and first.isalnum():
        return not (before.isascii() and before.isalnum())
    return distinct or not (_is_hangul(first) and _is_hangul(before))


def _is_free_behind(text: str, end: int, *, distinct: bool) -> bool:
    last, behind = text[end - 1], text[end : end + 1]
    if last.isascii() and last.isalnum():
        return not (behind.isascii() and behind.isalnum())
    if distinct or not (_is_hangul(last) and _is_hangul(behind)):
        return True
    return BEHIND_A_NAME.match(text, end) is not None


def _is_hangul(character: str) -> bool:
    return "가" <= character <= "힣"
