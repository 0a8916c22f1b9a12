"""Topical lines: what is known of the subjects that a person speaks of, the best of it first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from core.prompting.brief import Brief, said
from core.prompting.intents.intent import Advice
from core.prompting.topics.catalogue import catalogue
from core.prompting.topics.topic import Told, Topic
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.line import Heading, Line, Origin
from core.prompting.writing.ruling import standing

_ASKED, _BY_THE_WAY, _NEXT = 118, 84, 4
"""What the first line is worth, of what is asked for and of what is only spoken of, and the next is worth less."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A topic with the word that tells it, and how near it is to what is asked for."""

    topic: Topic
    word: str
    closeness: int


def topical(brief: Brief, understanding: Understanding) -> Iterator[Line]:
    """Yield the lines on the subjects of a brief that nothing in it contradicts."""
    found = sorted(_found(brief, understanding), key=lambda each: (-each.closeness, -len(each.word)))
    main = [each for each in found if each.closeness]
    aside = [each for each in found if not each.closeness]
    locale = understanding.locale
    for some, worth in ((main, _ASKED), (aside, _BY_THE_WAY)):
        words = {line: word for line, word in _by_turns(some) if line.line[locale]}
        lines = standing(words, understanding.requirements, understanding.all_told, locale)
        for at, line in enumerate(lines):
            yield Line(Heading.TASK, line.line[locale], Origin.TOPIC, worth - at * _NEXT, told=words[line])


def _found(brief: Brief, understanding: Understanding) -> Iterator[_Found]:
    told, asked, intent = Told(said(brief)), Told(brief.purpose), understanding.intent
    for topic, word in catalogue().spoken_of(told):
        is_asked = asked.has_any(topic.words)
        if topic.is_for(intent) and (is_asked or understanding.recognition.is_certain):
            # Named in the request, told by two words, of this very intent.
            yield _Found(topic, word, 2 * is_asked + bool(topic.beside) + (intent.id in topic.kinds))


def _by_turns(found: Iterable[_Found]) -> Iterator[tuple[Advice, str]]:
    """Yield the first line of each topic, then the second of each: two subjects are worth more than much of one."""
    columns = [[(line, each.word) for line in each.topic.lines] for each in found]
    for turn in zip_longest(*columns):
        yield from filter(None, turn)
