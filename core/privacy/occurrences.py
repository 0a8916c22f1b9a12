"""Occurrences: where values already known stand in a text, in whatever spacing."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from core.privacy.canonical_form import SMALL, canonical
from core.privacy.entities import EntityType
from core.privacy.korean import surnames
from core.privacy.korean.hangul import is_syllable
from core.privacy.korean.persons import ATTRIBUTES, ORDINARY_WORDS
from core.privacy.korean.suffix_pattern import ATTACHED, any_of
from core.privacy.korean.titles import RANKS, TITLES
from core.privacy.spans import Span
from core.privacy.value_forms import ValueForm, ValuePart, forms

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
_BEFORE_A_NOUN: Final = re.compile(r"는? [가-힣]")
_TITLED: Final = re.compile(rf"(?<![가-힣])(?P<surname>[가-힣]{{1,2}}?)(?P<blank> ?)(?:{any_of(*RANKS)})님?{ATTACHED}")
# Before a blank these are words: 이 과장 (this one), 전 대표 (the former one).
_DETERMINERS: Final = frozenset("이한전현신구고주")
# And these begin words without one: 이사장, 조교수, 부팀장.
_PREFIXES: Final = frozenset("이조부")
_GIVEN: Final = re.compile(r"[가-힣]{2}")
_SURNAME_BEFORE: Final = re.compile(rf"(?<![가-힣])({any_of(*surnames.DOUBLE)}|[{''.join(sorted(surnames.USUAL))}])\Z")
_ATTACHED: Final = re.compile(ATTACHED)
_HANGUL: Final = re.compile(r"[가-힣]+")
_DIGIT: Final = re.compile(r"[0-9]")


class Occurrences:
    """Values that are looked for, in all their forms: prepared once, for any number of texts."""

    def __init__(self, values: Iterable[tuple[str, EntityType]] = ()) -> None:
        self._surnames: set[str] = set()
        self._wanted: dict[str, ValueForm] = {}
        self._lengths: dict[str, list[int]] = {}
        self.learn(values)

    def learn(self, values: Iterable[tuple[str, EntityType]]) -> None:
        """Look for more values."""
        for value, entity_type in values:
            for form in forms(value, entity_type):
                self._want(form)

    def find(self, text: str) -> Iterator[Span]:
        """Yield a span of score 1 for each place where a value, or a form of it, stands as a word.

        The longest one at each place; one pass over the text, whatever the number of values.
        """
        yield from self._titled(text)
        yield from self._whole_words(text)

    def _want(self, form: ValueForm) -> None:
        if form.part is ValuePart.SURNAME:
            self._surnames.add(form.text)
        elif form.text not in self._wanted and _says_enough(form.text, form.type):
            self._wanted[form.text] = form
            lengths = self._lengths.setdefault(form.text[:_SHORTEST], [])
            if len(form.text) not in lengths:
                lengths.append(len(form.text))
                lengths.sort(reverse=True)

    def _titled(self, text: str) -> Iterator[Span]:
        for match in _TITLED.finditer(text) if self._surnames else ():
            surname, words = match["surname"], _DETERMINERS if match["blank"] else _PREFIXES
            if surname in self._surnames and surname not in words:
                yield Span(*match.span("surname"), EntityType.PERSON, 1.0)

    def _whole_words(self, text: str) -> Iterator[Span]:
        plain = canonical(text)
        small = plain.text.translate(SMALL)
        at = 0
        while self._wanted and at < len(small):
            for length in self._lengths.get(small[at : at + _SHORTEST], ()):
                form = self._wanted.get(small[at : at + length])
                if form and len(form.text) == length:
                    start, end = plain.places[at], plain.places[at + length - 1] + 1
                    start -= _surname_before(text, start, form)
                    if _stands_alone(text, start, end, form):
                        yield Span(start, end, form.type, 1.0)
                        at += length - 1
                        break
            at += 1


def _surname_before(text: str, start: int, form: ValueForm) -> int:
    """Return how many syllables of a surname stand glued before a given name: 김 of 김민준, where 민준 is known."""
    if form.type is not EntityType.PERSON or not _GIVEN.fullmatch(form.text):
        return 0
    before = _SURNAME_BEFORE.search(text, max(0, start - 3), start)
    return len(before[1]) if before else 0


def _says_enough(form: str, entity_type: EntityType) -> bool:
    if form in ORDINARY_WORDS and entity_type is EntityType.ORGANIZATION:
        return False
    return len(form) >= (_SHORTEST_NUMBER if form.isdigit() else _SHORTEST)


def _stands_alone(text: str, start: int, end: int, form: ValueForm) -> bool:
    if form.type is EntityType.PERSON and form.text in ORDINARY_WORDS and not _BEHIND_A_PERSON.match(text, end):
        return False
    if form.text in ATTRIBUTES and _BEFORE_A_NOUN.match(text, end) and not _BEHIND_A_PERSON.match(text, end):
        return False
    if form.capital and not text[start].isupper():
        return False
    if form.type is EntityType.PERSON and _is_another_word(text, end, form.text):
        return False
    # In another spacing, the borders of words are all there is to tell a name from two words.
    distinct = len(form.text) >= _DISTINCT and (_HANGUL.fullmatch(text, start, end) or _DIGIT.search(form.text))
    return _is_free_before(text, start, distinct=bool(distinct)) and _is_free_behind(text, end, distinct=bool(distinct))


def _is_another_word(text: str, end: int, name: str) -> bool:
    """Say whether the last syllable belongs to what is glued behind an ordinary word: 정보|라고, not 정보라|가."""
    glued = end < len(text) and is_syllable(text[end])
    return glued and name[:-1] in ORDINARY_WORDS and _ATTACHED.match(text, end - 1) is not None


def _is_free_before(text: str, start: int, *, distinct: bool) -> bool:
    first, before = text[start], text[start - 1 : start]
    if first.isascii() and first.isalnum():
        return not (before.isascii() and before.isalnum())
    return distinct or not (is_syllable(first) and is_syllable(before))


def _is_free_behind(text: str, end: int, *, distinct: bool) -> bool:
    last, behind = text[end - 1], text[end : end + 1]
    if last.isascii() and last.isalnum():
        return not (behind.isascii() and behind.isalnum())
    if distinct or not (is_syllable(last) and is_syllable(behind)):
        return True
    return BEHIND_A_NAME.match(text, end) is not None
