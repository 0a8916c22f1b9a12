"""Swapped copies: a sentence again, with another name of the same shape in each person's place."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from random import Random
from typing import Final

from core.adapters.presidio.names.lexicon import words
from core.adapters.presidio.names.shapes import DOUBLE, SINGLE, is_titled
from core.adapters.presidio.training import inventions
from core.adapters.presidio.training.corpus import Sentence

_HANGUL: Final = re.compile(r"[가-힣]+")
_FOREIGN: Final = re.compile(r"[가-힣]+(?: [가-힣]+){0,3}")
_ENGLISH: Final = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)?")
_ROMANISED: Final = frozenset(words("romanised"))
_GIVEN: Final = frozenset((*words("given_names"), *words("given_words")))
_FULL, _SHORT = 3, 2
_HALF: Final = 0.5


def swapped(sentences: Iterable[Sentence], rng: Random) -> Iterator[Sentence]:
    """Yield a copy of each sentence in which a name could be swapped."""
    sentences = list(sentences)
    pairs = zip(sentences, copies(sentences, rng), strict=True)
    return (copy for sentence, copy in pairs if copy.text != sentence.text)


def copies(sentences: Iterable[Sentence], rng: Random) -> Iterator[Sentence]:
    """Yield a copy of each sentence, its names swapped where it has some."""
    return (_swap(sentence, rng) for sentence in sentences)


def _swap(sentence: Sentence, rng: Random) -> Sentence:
    text, spans, last = "", [], 0
    names = [(start, end, kind) for start, end, kind in sorted(sentence.spans)]
    others = _others(sentence, rng)
    for start, end, kind in names:
        text += sentence.text[last:start]
        value = others.get(sentence.text[start:end], sentence.text[start:end]) if kind == "PS" else ""
        value = value or sentence.text[start:end]
        spans.append((len(text), len(text) + len(value), kind))
        text += value
        last = end
    return replace(sentence, text=text + sentence.text[last:], spans=tuple(spans))


def _others(sentence: Sentence, rng: Random) -> dict[str, str]:
    """Return another name for each; a given name follows the full name that it is part of."""
    others: dict[str, str] = {}
    places = {sentence.text[start:end]: end for start, end, kind in sentence.spans if kind == "PS"}
    for name in sorted(places, key=len, reverse=True):
        full = next((full for full in others if len(full) > len(name) and full.endswith(name)), None)
        if full is not None and _HANGUL.fullmatch(full) and len(others[full]) >= len(name):
            others[name] = others[full][-len(name) :]
        else:
            others[name] = _other(name, is_titled(sentence.text, places[name]), rng)
    return others


def _other(name: str, titled: bool, rng: Random) -> str:  # noqa: FBT001 - what stands behind the name
    """Return another name; a particle that asks for the sound before it keeps being right, or the name stays."""
    if _HANGUL.fullmatch(name):
        return _sounding_like(name, lambda: _korean(name, titled, rng))
    if _FOREIGN.fullmatch(name):
        parts = name.split(" ")
        if all(len(part) == 1 for part in parts):
            return name
        return _sounding_like(name, lambda: " ".join(inventions.foreign_part(rng) for _ in parts))
    if _ENGLISH.fullmatch(name):
        return _cased_like(name, _english(name, rng))
    return name


def _korean(name: str, titled: bool, rng: Random) -> str:  # noqa: FBT001 - as above
    if name.startswith(DOUBLE) and len(name) in (len("황보율"), len("황보인숙")):
        given = inventions.given(rng)
        return inventions.double(rng) + (given if len(name) > _FULL else given[1])
    if len(name) == _FULL and name[0] in SINGLE:
        return inventions.any_surname(rng)[:1] + inventions.given(rng)
    if len(name) == _SHORT:
        full = name[0] in SINGLE and name not in _GIVEN
        return inventions.any_surname(rng)[:1] + inventions.given(rng)[1] if full else inventions.given(rng)
    if len(name) == 1:
        return inventions.any_surname(rng)[:1] if titled and name in SINGLE else name
    return inventions.foreign_part(rng)


def _english(name: str, rng: Random) -> str:
    first, *rest = name.split(" ")
    if rest and not _ROMANISED.isdisjoint(part.casefold() for part in (first, *rest)):
        last, given = inventions.romanised_parts(rng)
        return f"{last} {given}" if first.casefold() in _ROMANISED else f"{given} {last}"
    given = inventions.english_given(rng) if rng.random() < _HALF else inventions.foreign_latin(rng)
    return f"{given} {inventions.english_surname(rng)}" if rest else given


def _cased_like(name: str, other: str) -> str:
    return other.lower() if name.islower() else other.upper() if name.isupper() and len(name) > 1 else other


def _sounding_like(name: str, make: Callable[[], str]) -> str:
    for _ in range(50):
        other = make()
        if _coda(other) == _coda(name):
            return other
    return name


def _coda(name: str) -> bool:
    return (ord(name[-1]) - ord("가")) % 28 > 0
