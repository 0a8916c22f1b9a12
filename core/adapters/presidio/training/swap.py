"""Swapped copies: a sentence again, with another name of the same shape in each person's place."""

import re
from collections.abc import Iterable, Iterator
from random import Random
from typing import Final

from core.adapters.presidio.names.lexicon import lexicon
from core.adapters.presidio.training import inventions
from core.adapters.presidio.training.corpus import Sentence

_KOREAN: Final = re.compile(r"[가-힣]{3}")
_ENGLISH: Final = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)?")


def swapped(sentences: Iterable[Sentence], rng: Random) -> Iterator[Sentence]:
    """Yield a copy of each sentence in which a name could be swapped."""
    for sentence in sentences:
        copy = _swap(sentence, rng)
        if copy.text != sentence.text:
            yield copy


def _swap(sentence: Sentence, rng: Random) -> Sentence:
    text, spans, last = "", [], 0
    others: dict[str, str] = {}
    for start, end, kind in sorted(sentence.spans):
        text += sentence.text[last:start]
        name = sentence.text[start:end]
        value = others.setdefault(name, _other(name, rng)) if kind == "PS" else name
        spans.append((len(text), len(text) + len(value), kind))
        text += value
        last = end
    return Sentence(text + sentence.text[last:], tuple(spans), sentence.persons_only)


def _other(name: str, rng: Random) -> str:
    """Return another name; a particle that asks for the sound before it keeps being right, or the name stays."""
    if _KOREAN.fullmatch(name) and name[0] in lexicon().surnames:
        return _closing_like(name, rng)
    if _ENGLISH.fullmatch(name):
        first, last = inventions.english_given(rng), inventions.english_surname(rng)
        other = f"{first} {last}" if " " in name else first
        return other.lower() if name.islower() else other.upper() if name.isupper() and len(name) > 1 else other
    return name


def _closing_like(name: str, rng: Random) -> str:
    for _ in range(50):
        other = inventions.surname(rng)[:1] + inventions.given(rng)
        if _closed(other) == _closed(name):
            return other
    return name


def _closed(name: str) -> bool:
    return (ord(name[-1]) - ord("가")) % 28 > 0
