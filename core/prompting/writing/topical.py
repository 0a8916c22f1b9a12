"""Topical lines: what is known of the subjects that a person speaks of, the best of it first."""

from collections.abc import Iterator
from itertools import chain, zip_longest
from typing import Final

from core.prompting.brief import Brief, said
from core.prompting.intents.intent import Advice
from core.prompting.topics.catalogue import topics
from core.prompting.topics.topic import Told, Topic
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.line import Heading, Line, Origin
from core.prompting.writing.ruling import standing

_MOST: Final = 4  # lines
_ASKED, _BY_THE_WAY, _NEXT = 118, 84, 4
"""What the first line is worth: of what is asked for more than any other advice, else less than what always holds."""


def topical(brief: Brief, understanding: Understanding) -> Iterator[Line]:
    """Yield the lines on the subjects of a brief that nothing in it contradicts."""
    told, asked = Told(said(brief)), Told(brief.purpose)
    intent = understanding.intent
    found = [topic for topic in topics() if topic.is_for(intent) and topic.is_told(told)]
    if not understanding.recognition.is_certain:
        found = [topic for topic in found if not topic.kinds]
    found.sort(key=lambda topic: _closeness(topic, asked, intent.id), reverse=True)
    main = [topic for topic in found if _closeness(topic, asked, intent.id)]
    aside = [topic for topic in found if topic not in main]
    for topics_, worth in ((main, _ASKED), (aside, _BY_THE_WAY)):
        lines = [line for line in _by_turns(topics_) if line.line[understanding.locale]]
        holding = standing(lines, understanding.requirements, understanding.all_told, understanding.locale)
        for at, line in enumerate(holding[:_MOST]):
            yield Line(Heading.TASK, line.line[understanding.locale], Origin.TOPIC, worth - at * _NEXT)


def _closeness(topic: Topic, asked: Told, intent: str) -> int:
    """Return how near a topic is to what is asked for: named in the request, told by two words, of this very intent."""
    return 2 * asked.has_any(topic.words) + bool(topic.beside) + (intent in topic.kinds)


def _by_turns(found: list[Topic]) -> Iterator[Advice]:
    """Yield the first line of each topic, then the second of each: two subjects are worth more than much of one."""
    turns = zip_longest(*(topic.lines for topic in found))
    return (line for line in chain.from_iterable(turns) if line is not None)
