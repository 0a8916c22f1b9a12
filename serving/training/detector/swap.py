"""Swapped copies: a sentence again, with another name of the same shape in the place of persons or organizations."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import Final

from core.adapters.presidio.gazetteer import words
from core.adapters.presidio.ner.shapes import DOUBLE, SINGLE, is_titled
from core.privacy.korean.hangul import final
from serving.training.detector import name_generator
from serving.training.detector.corpus import Sentence

_Look = tuple[tuple[bool, ...], bool | None]

_HANGUL: Final = re.compile(r"[가-힣]+")
_FOREIGN: Final = re.compile(r"[가-힣]+(?: [가-힣]+){0,3}")
_ENGLISH: Final = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)?")
_ROMANISED: Final = words("given.romanised", "surname.romanised")
_GIVEN: Final = words("given", "given.word")
_WRITTEN: Final = tuple(map(re.compile, ("[가-힣]", "[A-Za-z]", "[0-9(㈜]", " ")))
_FULL, _SHORT = 3, 2
_HALF: Final = 0.5


def swapped(sentences: Iterable[Sentence], rng: Random) -> Iterator[Sentence]:
    """Yield a copy of each sentence in which a name could be swapped."""
    sentences = list(sentences)
    pairs = zip(sentences, copies(sentences, rng), strict=True)
    return (copy for sentence, copy in pairs if copy.text != sentence.text)


def copies(sentences: Iterable[Sentence], rng: Random) -> Iterator[Sentence]:
    """Yield a copy of each sentence, its persons swapped where it has some."""
    return (_swap(sentence, "PS", _others(sentence, rng)) for sentence in sentences)


def with_other_companies(sentences: Sequence[Sentence], rng: Random) -> Iterator[Sentence]:
    """Yield the sentences with organizations of one another in the place of their own."""
    alike: defaultdict[_Look, list[str]] = defaultdict(list)
    for sentence in sentences:
        for name in _names(sentence, "OG"):
            alike[_look(name)].append(name)
    return (_swap(sentence, "OG", _other_companies(sentence, alike, rng)) for sentence in sentences)


def _swap(sentence: Sentence, swapped_kind: str, others: Mapping[str, str]) -> Sentence:
    text, spans, last = "", [], 0
    for start, end, kind in sorted(sentence.spans):
        text += sentence.text[last:start]
        written = sentence.text[start:end]
        value = (others.get(written) if kind == swapped_kind else "") or written
        spans.append((len(text), len(text) + len(value), kind))
        text += value
        last = end
    return replace(sentence, text=text + sentence.text[last:], spans=tuple(spans))


def _names(sentence: Sentence, kind: str) -> list[str]:
    """Return the names of a kind, the longest first, for shorter ones may be parts of them."""
    return sorted({sentence.text[start:end] for start, end, of in sentence.spans if of == kind}, key=len, reverse=True)


def _other_companies(sentence: Sentence, alike: Mapping[_Look, Sequence[str]], rng: Random) -> dict[str, str]:
    """Return another name for each organization; a short form follows the long one that it begins."""
    others: dict[str, str] = {}
    for name in _names(sentence, "OG"):
        full = next((full for full in others if full.startswith(name)), None)
        other = others[full][: len(name)] if full else rng.choice(alike[_look(name)])
        others[name] = other if _look(other) == _look(name) else name
    return others


def _look(name: str) -> _Look:
    """Return what another name has to share: its letters, whether it has blanks, the sound at its end."""
    ends = bool(final(name[-1])) if _HANGUL.match(name[-1]) else None
    return tuple(pattern.search(name) is not None for pattern in _WRITTEN), ends


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
        return _sounding_like(name, lambda: " ".join(name_generator.foreign_part(rng) for _ in parts))
    if _ENGLISH.fullmatch(name):
        return _cased_like(name, _english(name, rng))
    return name


def _korean(name: str, titled: bool, rng: Random) -> str:  # noqa: FBT001 - as above
    if name.startswith(DOUBLE) and len(name) in (len("황보율"), len("황보인숙")):
        given = name_generator.given(rng)
        return name_generator.double(rng) + (given if len(name) > _FULL else given[1])
    if len(name) == _FULL and name[0] in SINGLE:
        return name_generator.any_surname(rng)[:1] + name_generator.given(rng)
    if len(name) == _SHORT:
        full = name[0] in SINGLE and name not in _GIVEN
        return name_generator.any_surname(rng)[:1] + name_generator.given(rng)[1] if full else name_generator.given(rng)
    if len(name) == 1:
        return name_generator.any_surname(rng)[:1] if titled and name in SINGLE else name
    return name_generator.foreign_part(rng)


def _english(name: str, rng: Random) -> str:
    first, *rest = name.split(" ")
    if rest and not _ROMANISED.isdisjoint(part.casefold() for part in (first, *rest)):
        last, given = name_generator.romanised_parts(rng)
        return f"{last} {given}" if first.casefold() in _ROMANISED else f"{given} {last}"
    given = name_generator.english_given(rng) if rng.random() < _HALF else name_generator.foreign_latin(rng)
    return f"{given} {name_generator.english_surname(rng)}" if rest else given


def _cased_like(name: str, other: str) -> str:
    return other.lower() if name.islower() else other.upper() if name.isupper() and len(name) > 1 else other


def _sounding_like(name: str, make: Callable[[], str]) -> str:
    for _ in range(50):
        other = make()
        if bool(final(other[-1])) == bool(final(name[-1])):
            return other
    return name
