"""Topical lines: what is known of the subjects that a person speaks of, the best of it first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from core.locale import Locale
from core.prompting.brief import Brief, said
from core.prompting.intents.intent import Advice
from core.prompting.topics.catalogue import catalogue
from core.prompting.topics.topic import Told, Topic
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.alike import are_alike, words_of
from core.prompting.writing.line import Heading, Line, Origin
from core.prompting.writing.ruling import standing

_MOST: Final = 4  # lines; more is a lecture
_LONG: Final = 100  # characters of an introduction in which a subject may stand by the way
_FIRST: Final = 2  # subjects of a long one that count: what it is about is said early
_WORTH, _NEXT = 118, 4
"""What the first line is worth, and the next is worth less."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A topic with the word that tells it, whether the request itself has it, and where it stands in what was said."""

    topic: Topic
    word: str
    is_asked: bool
    at: int

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """What comes first: subjects of the request, those told by two words, those told by a longer one."""
        return (not self.is_asked, not self.topic.beside, -len(self.word))


def topical(brief: Brief, understanding: Understanding) -> Iterator[Line]:
    """Yield the lines on the subjects of a brief that nothing in it contradicts."""
    found = list(_found(brief, understanding))
    if len(brief.background) > _LONG:
        aside = sorted((each for each in found if not each.is_asked), key=lambda each: each.at)
        found = [each for each in found if each.is_asked or each in aside[:_FIRST]]
    locale = understanding.locale
    words = {line: word for line, word in _by_turns(sorted(found, key=lambda each: each.rank)) if line.line[locale]}
    lines = standing(words, understanding.requirements, understanding.all_told, locale)
    for at, line in enumerate(list(_unlike(lines, locale))[:_MOST]):
        yield Line(Heading.TASK, line.line[locale], Origin.TOPIC, _WORTH - at * _NEXT, told=words[line])


def _found(brief: Brief, understanding: Understanding) -> Iterator[_Found]:
    text = said(brief)
    told, asked = Told(text), Told(brief.purpose)
    for topic, word in catalogue().spoken_of(told):
        is_asked = asked.has_any(topic.words)
        if topic.is_for(understanding.intent) and (is_asked or understanding.recognition.is_certain):
            yield _Found(topic, word, is_asked, text.find(word))


def _unlike(lines: Iterable[Advice], locale: Locale) -> Iterator[Advice]:
    """Yield the lines but those that say nearly what one before them says."""
    before: list[frozenset[str]] = []
    for line in lines:
        words = words_of(line.line[locale])
        if not any(are_alike(words, other) for other in before):
            before.append(words)
            yield line


def _by_turns(found: Iterable[_Found]) -> Iterator[tuple[Advice, str]]:
    """Yield the first line of each topic, then the second of each: two subjects are worth more than much of one."""
    columns = [[(line, each.word) for line in each.topic.lines] for each in found]
    for turn in zip_longest(*columns):
        yield from filter(None, turn)
