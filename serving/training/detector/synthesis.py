"""Sentences made from templates, with the spans of the names put into them."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Final

from core.privacy.korean.hangul import final, is_syllable
from serving.training.detector import name_generator
from serving.training.detector.corpus import Sentence, Span
from serving.training.detector.name_generator import vocabulary


def sentences(count: int, rng: Random) -> Iterator[Sentence]:
    """Yield sentences: some with names, some with nothing to find."""
    lines = (line.replace("\\n", "\n") for line in _TEMPLATES.read_text("utf-8").splitlines())
    templates = [line for line in lines if line and line[0] != "#"]
    for _ in range(count):
        yield fill(rng.choice(templates), rng)


def fill(template: str, rng: Random) -> Sentence:
    """Put a value into each slot of a template."""
    text, last = "", 0
    spans: list[Span] = []
    for slot in _SLOT.finditer(template):
        text += template[last : slot.start()]
        last = slot.end()
        if "/" in slot[1]:
            text += _particle(text, slot[1])
            continue
        make, kind = _SLOTS[slot[1]]
        value = make(rng)
        if kind:
            spans.append((len(text), len(text) + len(value), kind))
        text += value
    return Sentence(text + template[last:], tuple(spans))


def _particle(before: str, pair: str) -> str:
    """Return the one of two particles that the sound before it asks for."""
    closed, opened = pair.split("/")
    last = before[-1:]
    if not is_syllable(last):
        return opened or closed
    if pair == "으로/로" and final(last) == "ㄹ":
        return opened
    return closed if final(last) else opened


def _one_of(name: str) -> Callable[[Random], str]:
    return lambda rng: rng.choice(vocabulary()[name])


def _listed(*kinds: str) -> Callable[[Random], str]:
    return lambda rng: name_generator.one_of(rng, *kinds)


_SLOT: Final = re.compile(r"\{([^{}]*)\}")
_TEMPLATES: Final = Path(__file__).with_name("templates.txt")
_SLOTS: Final[dict[str, tuple[Callable[[Random], str], str]]] = {
    "full": (name_generator.full, "PS"),
    "given": (name_generator.given, "PS"),
    "sur": (name_generator.surname, "PS"),
    "spaced": (name_generator.spaced, "PS"),
    "hidden": (name_generator.hidden, "PS"),
    "foreign": (name_generator.foreign, "PS"),
    "roman": (name_generator.romanised, "PS"),
    "english": (name_generator.english, "PS"),
    "english_first": (name_generator.english_given, "PS"),
    "english_last": (name_generator.english_surname, "PS"),
    "org": (name_generator.organization, "OG"),
    "school": (name_generator.school, "OG"),
    "place": (_listed("place"), "LC"),
    "title": (_listed("title.rank"), ""),
    "word": (_listed("word.noun", "word.frequent"), ""),
    "common": (_listed("word.common"), ""),
    "term": (_listed("word.term"), ""),
    "company": (_listed("organization"), "OG"),
    "dept": (_one_of("departments"), ""),
    "job": (_one_of("jobs"), ""),
    "work": (_one_of("works"), ""),
    "brand": (_one_of("brands"), ""),
}
