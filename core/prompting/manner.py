"""The manner of a text that a person likes: what can be told of its form and style (reverse prompting)."""

import re
from enum import StrEnum
from itertools import islice
from typing import Final


class Trait(StrEnum):
    """A trait of form or style."""

    HAEYO = "haeyo"
    HAPNIDA = "hapnida"
    PLAIN = "plain"
    SHORT_SENTENCES = "short_sentences"
    LONG_SENTENCES = "long_sentences"
    BULLETS = "bullets"
    HEADINGS = "headings"
    QUESTION_FIRST = "question_first"
    EMOJI = "emoji"
    EXCLAIMING = "exclaiming"
    ONE_PARAGRAPH = "one_paragraph"
    PARAGRAPHS = "paragraphs"


_SENTENCE: Final = re.compile(r"[^.!?。\n]+[.!?。]*")
_REGISTERS: Final = (
    (Trait.HAPNIDA, re.compile(r"니다[.!]")),
    (Trait.HAEYO, re.compile(r"[가-힣]요[.!?~]")),
    (Trait.PLAIN, re.compile(r"[가-힣]다\.")),
)
_BULLET: Final = re.compile(r"^[^\S\n]*(?:[-*•▪·]|[0-9]{1,2}[.)])\s", re.MULTILINE)
_HEADING: Final = re.compile(r"^(?:#{1,4} .+|\[[^\]\n]{1,30}\]|[■●▶].+)$", re.MULTILINE)
_EMOJI: Final = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
_READ: Final = 4_000  # characters that are looked at
_SOME: Final = 3
_SHORT, _LONG = 30, 70  # characters of a sentence


def traits_of(text: str) -> tuple[Trait, ...]:
    """Return the traits of a text, most telling first."""
    sample = text[:_READ]
    sentences = [sentence.strip() for sentence in _SENTENCE.findall(sample) if sentence.strip()]
    if not sentences:
        return ()
    average = sum(map(len, sentences)) / len(sentences)
    tests = {
        Trait.BULLETS: len(list(islice(_BULLET.finditer(sample), _SOME))) == _SOME,
        Trait.HEADINGS: bool(_HEADING.search(sample)),
        Trait.QUESTION_FIRST: sentences[0].endswith("?"),
        Trait.SHORT_SENTENCES: average <= _SHORT,
        Trait.LONG_SENTENCES: average >= _LONG,
        Trait.EXCLAIMING: sample.count("!") >= _SOME,
        Trait.EMOJI: bool(_EMOJI.search(sample)),
        Trait.PARAGRAPHS: "\n\n" in sample,
        Trait.ONE_PARAGRAPH: "\n" not in sample,
    }
    return (*_register(sample), *(trait for trait, shown in tests.items() if shown))


def _register(sample: str) -> tuple[Trait, ...]:
    counts = {trait: len(ending.findall(sample)) for trait, ending in _REGISTERS}
    # Every 니다 ends in 다 as well.
    counts[Trait.PLAIN] -= counts[Trait.HAPNIDA]
    most = max(counts, key=counts.__getitem__)
    return (most,) if counts[most] > 0 else ()
