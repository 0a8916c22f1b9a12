"""Topical lines: what is known of the subjects that a person speaks of, where it is about what else they said.

A subject alone says little of a case: of lines that were said wherever their subject was named, readers found as many
in the way as helped. A line speaks of the case where the request itself names its subject, and where it shares a rare
word with what was said beside.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from core.prompting.brief import Brief, said
from core.prompting.intents.intent import ConditionalLine
from core.prompting.topics.catalogue import catalogue
from core.prompting.topics.stems import are_alike, stems
from core.prompting.topics.topic import SearchText, Topic
from core.prompting.understanding.understanding import Demand, Understanding
from core.prompting.writing.line import Line, Origin
from core.prompting.writing.overruled_lines import standing
from core.prompting.writing.sections import Heading
from core.values.locale import Locale

_MOST: Final = 1  # line: of those behind the best, fresh readers found eleven in the way and seven of help
_MOST_RELATED: Final = 8
_LEAST: Final = 6.4  # of support: a word that one line in 600 has
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


def topical(brief: Brief, understanding: Understanding) -> Iterator[Line]:
    """Yield the lines on the subjects of a brief that are about its case and contradict nothing, the best first."""
    locale, told = understanding.locale, _told(brief, understanding)
    support: dict[ConditionalLine, float] = {}
    for each in (found for found in _found(brief, understanding) if found.is_asked):
        for line in each.topic.lines:
            support[line] = catalogue().support(line.line[locale], each.topic, told)
    supported = sorted((line for line in support if support[line] >= _LEAST), key=lambda line: -support[line])
    lines = standing(supported, understanding.requirements, understanding.introduction.said, locale)
    done = _done(understanding)
    lines = [line for line in lines if not stems(line.line[locale]) & done]
    for at, line in enumerate(list(_unlike(lines, locale))[:_MOST]):
        yield Line(Heading.TASK, line.line[locale], Origin.TOPIC, _WORTH - at * _NEXT)


_CLAUSES: Final = re.compile(r"[,.]\s|(?<=[가-힣]고)\s|(?<=며)\s|(?<=데)\s")
_DONE: Final = re.compile(
    r"이미|벌써|정했|정해[졌뒀놨]|잡았|잡음|붙었|합격했|끝[났냈남]|마쳤|(?:자료|데이터)가?\s없|지어내지|확인 ?필요"
    r"|\b(?:already|have booked|is booked|passed)\b"
)


def _done(understanding: Understanding) -> frozenset[str]:
    """Return the rare stems of what is done or settled already: 숙소는 이미 잡음 asks for no advice on it."""
    told = (*understanding.introduction.told, *(each.said for each in understanding.requirements))
    clauses = (clause for each in told for clause in _CLAUSES.split(each) if _DONE.search(clause))
    return frozenset(stem for clause in clauses for stem in stems(clause) if catalogue().is_rare(stem))


def _told(brief: Brief, understanding: Understanding) -> frozenset[str]:
    """Return the stems of what was said, without what is banned: 영어 말고 asks for no advice on English."""
    banned = (each.said for each in understanding.requirements if each.demand is Demand.LEAVE_OUT)
    return stems(said(brief)) - stems(" ".join(banned))


def related(brief: Brief, understanding: Understanding) -> tuple[str, ...]:
    """Return what else is known of the subjects of a brief, for somebody who can tell what of it fits."""
    lines = [
        line for each in _found(brief, understanding) for line in each.topic.lines if line.line[understanding.locale]
    ]
    holding = standing(lines, understanding.requirements, understanding.introduction.said, understanding.locale)
    return tuple(line.line[understanding.locale] for line in _unlike(holding, understanding.locale))[:_MOST_RELATED]


def _found(brief: Brief, understanding: Understanding) -> list[_Found]:
    """Return the topics of a brief; of what a long introduction tells, those that are spoken of first."""
    found = list(_spoken_of(brief, understanding))
    if len(brief.background) <= _LONG:
        return found
    aside = sorted((each for each in found if not each.is_asked), key=lambda each: each.at)
    return [each for each in found if each.is_asked or each in aside[:_FIRST]]


def _spoken_of(brief: Brief, understanding: Understanding) -> Iterator[_Found]:
    text = said(brief)
    told, asked = SearchText(text), SearchText(brief.purpose)
    for topic, word in catalogue().spoken_of(told):
        is_asked = asked.has_any(topic.words)
        if topic.is_for(understanding.intent) and (is_asked or understanding.recognition.is_certain):
            yield _Found(topic, word, is_asked, text.find(word))


def _unlike(lines: Iterable[ConditionalLine], locale: Locale) -> Iterator[ConditionalLine]:
    """Yield the lines but those that say nearly what one before them says."""
    before: list[frozenset[str]] = []
    for line in lines:
        words = stems(line.line[locale])
        if not any(are_alike(words, other) for other in before):
            before.append(words)
            yield line
