"""Naming: which intent is meant by the name of a thing (메일, 사과문, 보고서), whole or its last word."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from core.prompting.intents.catalogue import NEUTRAL, family_of
from core.prompting.intents.intent import Intent
from core.prompting.intents.loading import families

_WHOLE, _WITHIN, _HEAD = 1.0, 0.75, 0.5
_FIGURES: Final = re.compile(r" ?(?:한 통|한 줄|한 편|글)$")
_JOINT: Final = re.compile(r" ?(?:[·,/()]|\bor\b|\band\b) ?")
_ARTICLE: Final = re.compile(r"^(?:an?|the|your|my)\s+", re.IGNORECASE)
_LEAST: Final = 2  # characters of a word that names anything
_ALSO: Final = {
    "e-mail": "mail",
    "email": "mail",
    "letter of apology": "apology",
    "ppt": "발표자료",
    "공지사항": "공지",
    "레포트": "보고서",
    "리포트": "보고서",
    "메세지": "문자",
    "메시지": "문자",
    "문자메시지": "문자",
    "이메일": "메일",
    "자소서": "자기소개서",
    "피피티": "발표자료",
}
"""How people also call what a name of the catalogue says."""


@cache
def paths() -> tuple[str, ...]:
    """Return the ids of all intents (`family.id`), family by family, the neutral one last."""
    named = [f"{family}.{intent}" for family in families() for intent in family_of(family)]
    return (*(path for path in named if path != NEUTRAL), NEUTRAL)


def is_intent(path: str) -> bool:
    """Say whether there is such an intent."""
    family, _, name = path.partition(".")
    return family in families() and name in family_of(family)


def named_like(words: str) -> Mapping[str, float]:
    """Return the intents that such words could name, each with how well they do, from 0 to 1."""
    wanted = _plain(words)
    wanted = " ".join(_ALSO.get(word, word) for word in _ALSO.get(wanted, wanted).split())
    found = {path: max((_likeness(wanted, name) for name in names), default=0.0) for path, names in _names().items()}
    return {path: likeness for path, likeness in found.items() if likeness}


def heads_of(intent: Intent) -> tuple[str, ...]:
    """Return the words that say what the thing is: 메일 and 사과문 of 사과 메일·사과문; the longest first."""
    names = [*_parts(intent.name.ko), *_parts(intent.name.en)]
    heads = {name.split()[-1] for name in names} | set(names)
    heads |= {word for word, name in _ALSO.items() if name in heads}
    return tuple(sorted((head for head in heads if len(head) >= _LEAST), key=lambda head: (-len(head), head)))


@cache
def all_heads() -> frozenset[str]:
    """Return the single words that say what a thing is, of all intents."""
    return frozenset(
        name.split()[-1] for names in _names().values() for name in names if len(name.split()[-1]) >= _LEAST
    )


def verb_for(noun: str) -> str:
    """Return the verb that makes a thing of such a name, in whatever intent: 계획 → 짭니다.; "" for what has none.

    A table of it is made in the same way: 계획표.
    """
    return next((verb for head, verb in _verbs().items() if noun.endswith((head, f"{head}표"))), "")


@cache
def _verbs() -> Mapping[str, str]:
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for path in paths():
        intent = family_of(path.partition(".")[0])[path.partition(".")[2]]
        for head in heads_of(intent):
            if " " not in head:
                counted[head][intent.task.ko.split()[-1]] += 1
    return {head: counted[head].most_common(1)[0][0] for head in sorted(counted, key=lambda head: -len(head))}


def _likeness(wanted: str, name: str) -> float:
    if len(wanted) < _LEAST:
        return 0.0
    if wanted == name:
        return _WHOLE
    if (
        _is_same(wanted, name)
        or any(f" {each} " in f" {name} " for each in (wanted, wanted.removesuffix("서")))
        or f" {name} " in f" {wanted} "
    ):
        return _WITHIN
    return _HEAD if wanted.rsplit(maxsplit=1)[-1] == name.rsplit(maxsplit=1)[-1] else _within(wanted, name)


def _is_same(one: str, other: str) -> bool:
    """Say whether one only says besides that it is a text: 공지문 and 공지, 보고서 and 보고."""
    return any(f"{one}{ending}" == other or f"{other}{ending}" == one for ending in ("문", "서", "글", "장"))


def _within(wanted: str, name: str) -> float:
    """Korean writes 업무보고 for 업무 보고, and 보고서 for 보고."""
    one, other = wanted.replace(" ", ""), name.replace(" ", "")
    if one == other:
        return _WHOLE
    if min(len(one), len(other)) < _LEAST:
        return 0.0  # the 책 (book) of 책임자, the 시 (poem) of 시안
    near = one.endswith(other) or other.endswith(one) or one.startswith(other) or other.startswith(one)
    return _HEAD if near else 0.0


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    return {
        path: tuple({*_parts(intent.name.ko), *_parts(intent.name.en)})
        for path, intent in ((path, family_of(path.partition(".")[0])[path.partition(".")[2]]) for path in paths())
        if path != NEUTRAL
    }


def _parts(name: str) -> Iterator[str]:
    """Yield each name that one consists of: 부탁 메일 and 요청 메일 of 부탁·요청 메일."""
    parts = [part for part in (_plain(part) for part in _JOINT.split(name)) if part]
    last = parts[-1].split() if parts else []
    for part in parts:
        yield part
        if part is not parts[-1] and len(last) > 1 and len(part.split()) < len(last):
            yield " ".join([part, *last[1:]])
    if len(parts) > 1:
        yield _plain(name)


def _plain(words: str) -> str:
    return _FIGURES.sub("", _ARTICLE.sub("", " ".join(words.casefold().strip(" .,!?‘’'\"“”").split())))
