"""Advice: the lines of an intent that hold under the answers of a brief, each with its worth."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from core.privacy.korean.hangul import is_korean
from core.privacy.korean.particles import Particle, attach
from core.prompting.brief import Brief, said
from core.prompting.intents.catalogue import NEUTRAL, intent_at
from core.prompting.intents.intent import ConditionalLine, Product
from core.prompting.understanding.typos import mend, plain
from core.prompting.understanding.understanding import Demand, Understanding
from core.prompting.writing.line import Line, Origin
from core.prompting.writing.overruled_lines import contradicts, standing
from core.prompting.writing.placed_lines import gives_way, placed
from core.prompting.writing.sections import Heading
from core.values.locale import Locale

NEXT: Final = 6
"""What the next line of a kind is worth less."""
_SPECIFIC: Final = 30
# In a long introduction a word stands by the way: 수습 3개월 in a job advertisement, 5학년 of whoever asks. Such a line
# has its place among those that always hold, at the latest after the first four, and is worth no more than they are.
_BY_THE_WAY: Final = 4
_SHORT_INTRODUCTION: Final = 60  # characters in which every word is about the thing that is asked for
_ASKED, _ASSUMED = 90, 34  # what an assumption is worth where the person would be asked, and elsewhere
# What such a line builds on is not there where nothing was told.
_OF_WHAT_WAS_TOLD: Final = re.compile("주어진 (?:특징|이력|경험|것 가운데|것에서|일에서)|말해 준")


def advice(
    lines: tuple[ConditionalLine, ...], brief: Brief, understanding: Understanding, kind: tuple[Heading, Origin, int]
) -> Iterator[Line]:
    """Yield the lines of an intent that hold under these answers and contradict nothing, each worth a little less."""
    if understanding.recognition.is_certain:
        yield from _standing(lines, brief, understanding, kind, said(brief))


def of_texts(brief: Brief, understanding: Understanding, kind: tuple[Heading, Origin, int]) -> Iterator[Line]:
    """Yield what holds for any text of the kind that the request or its form names, where no intent is certain."""
    if not understanding.recognition.is_certain:
        asked = brief.purpose if isinstance(brief.form, StrEnum) else f"{brief.purpose}\n{brief.form}"
        yield from _standing(intent_at(NEUTRAL).moves, brief, understanding, kind, asked)


def _standing(
    lines: tuple[ConditionalLine, ...],
    brief: Brief,
    understanding: Understanding,
    kind: tuple[Heading, Origin, int],
    words: str,
) -> Iterator[Line]:
    heading, origin, worth = kind
    if not understanding.told:
        lines = tuple(line for line in lines if not _OF_WHAT_WAS_TOLD.search(line.line.ko))
    form, length, level = (str(answer) if isinstance(answer, StrEnum) else "" for answer in _choices(brief))
    holding = [line for line in lines if line.holds(words, form, length, level)]
    wanted = placed(understanding)
    for at, line in enumerate(
        standing(holding, understanding.requirements, understanding.introduction.said, understanding.locale)
    ):
        text = _filled(line, words, understanding.locale)
        if not text or gives_way(text, wanted):
            continue
        yield Line(
            heading,
            text,
            Origin.SPECIFIC if line.is_specific else origin,
            worth + _rank(line, at, brief),
        )


def _rank(line: ConditionalLine, at: int, brief: Brief) -> int:
    """Return what a line is worth for its place, and for what was said."""
    if not line.is_specific:
        return -at * NEXT
    is_short = len(brief.background or "") <= _SHORT_INTRODUCTION
    if line.quoting or is_short or line.is_about(brief.purpose):
        return _SPECIFIC - at * NEXT
    return -min(at, _BY_THE_WAY) * NEXT


def assumed(understanding: Understanding, *, is_short: bool) -> Iterator[Line]:
    """Say what is assumed where next to nothing was told; beside facts a default is empty or wrong."""
    told = understanding.introduction.facts or understanding.audience
    is_open = understanding.intent.product is Product.OTHER  # where nothing is known, what was assumed is said
    if told or not (understanding.recognition.is_certain or is_open):
        return
    settled = [each for each in understanding.requirements if each.demand is Demand.COMMENTS]
    open_gaps = [
        gap for gap in understanding.gaps if gap.assumed and not any(contradicts(gap.assumed, each) for each in settled)
    ]
    for at, gap in enumerate(open_gaps[: 1 if is_short else 2]):
        worth = _ASKED if gap.is_asked else _ASSUMED
        yield Line(Heading.ASSUMED, gap.assumed, Origin.ASSUMED, worth - at * NEXT)


_IT: Final = re.compile(r"\{it(?::(?P<particle>[a-z]+))?\}")
_MOST_WORDS: Final = 24  # characters that are quoted; a longer find is no name of a thing
_NOUN_END: Final = re.compile(r"[가-힣A-Za-z0-9)}%]$")
# Adverbs, verbs and what still has its particle are no name: 딱히, 없어서, 마음에.
_NO_NAME: Final = re.compile(
    r"(?:[가-힣](?:에|에서|한테|어서|아서|해서|으면|는데)|히|같은)$|^(?:마음|시간|그것|이것|무엇\S*)$"
)


def _filled(line: ConditionalLine, words: str, locale: Locale) -> str:
    """Return a line with the person's words in it, and the particle that fits them; empty where they are no name."""
    if not line.quoting:
        return line.line[locale]
    it = line.quoted(words)
    it = plain(mend(it)) if is_korean(it) else it
    if not it or len(it) > _MOST_WORDS or not _NOUN_END.search(it) or _NO_NAME.search(it):
        return ""

    def attached(found: re.Match[str]) -> str:
        return attach(it, Particle[found["particle"].upper()]) if found["particle"] else it

    return _IT.sub(attached, line.line[locale])


def _choices(brief: Brief) -> tuple[object, object, object]:
    return brief.form, brief.length, brief.level
