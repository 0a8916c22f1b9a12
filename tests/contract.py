"""The contract that holds for every prompt the composer writes."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.prompting.brief import Brief
from core.prompting.fenced_blocks import unfence
from core.prompting.substance import Substance
from core.prompting.understanding.long_texts import split_purpose
from core.prompting.understanding.sentences import marked_sentences
from core.prompting.understanding.understand import understand, with_material
from core.prompting.writing.line import MUST
from core.prompting.writing.section_lines import labels_in, lines_of
from core.prompting.writing.sections import Heading, title, titles
from tests.kept import content, share

_WORDS: Final = 3  # content words of a sentence: shorter ones are read into a choice, a count or a courtesy
_HALF: Final = 0.5  # of the words of a sentence, which may be put into other words
_ALWAYS: Final = (Heading.TASK, Heading.FORMAT, Heading.LENGTH, Heading.LIMITS)


class Clause(StrEnum):
    """What is promised."""

    HEADINGS = "headings"  # the sections that are always there, in their order
    ANSWERS = "answers"  # every choice, requirement and fact has its line
    PURPOSE = "purpose"  # every sentence of the purpose is there, in whatever words
    LABELS = "labels"  # every label of the brief is in the prompt
    ONCE = "once"  # nothing is said twice
    DATA = "data"  # the texts given are fenced, unchanged


@dataclass(frozen=True, slots=True)
class Violation:
    """A clause that a prompt breaks. It holds no text."""

    clause: Clause


def check(prompt: str, brief: Brief) -> tuple[Violation, ...]:
    """Return what a prompt for a brief breaks; nothing for every prompt that `compose` writes."""
    return tuple(Violation(clause) for clause in dict.fromkeys(_broken(prompt, brief)))


def _broken(prompt: str, brief: Brief) -> Iterator[Clause]:
    brief = with_material(brief)
    understanding = understand(brief)
    outside, blocks = unfence(prompt)
    headings = [*titles(understanding.locale).values()]
    found = [line for line in outside if line in headings]
    always = [title(heading, understanding.locale) for heading in _ALWAYS]
    if found != sorted(set(found), key=headings.index) or not set(always) <= set(found):
        yield Clause.HEADINGS
    lines = set(outside)
    promised = [line for line in lines_of(brief, understanding, Substance()) if line.worth >= MUST]
    if any(line.written not in lines for line in promised if line.heading is not Heading.REFERENCE):
        yield Clause.ANSWERS
    if any(share(sentence, prompt) < _HALF for sentence in _asked(brief)):
        yield Clause.PURPOSE
    if any(label not in prompt for label in labels_in(brief)):
        yield Clause.LABELS
    if any(number > 1 for line, number in Counter(outside).items() if line.startswith("- ")):
        yield Clause.ONCE
    if brief.reference and brief.reference not in blocks.values():
        yield Clause.DATA


def _asked(brief: Brief) -> Iterator[str]:
    """Yield the sentences of the purpose that say enough to be missed; whoever has left one out does not miss it."""
    for part in split_purpose(brief.purpose):
        yield from (each for each in marked_sentences(part) if len(content(each)) >= _WORDS and not brief.left_out)
