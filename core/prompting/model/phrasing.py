"""Phrasing: a model's sentence in the manner of the prompt, as an instruction in -ㅂ니다 form or an imperative."""

import re
from typing import Final

from core.privacy.korean.hangul import final, with_final
from core.privacy.korean.particles import Particle, agree, attach, settle
from core.privacy.labels import find_labels
from core.prompting.understanding.object_particles import is_bare_noun
from core.prompting.understanding.predicates import Mood, read_predicate
from core.prompting.understanding.restated_request import instruct
from core.prompting.understanding.verbs import formal, is_intransitive
from core.values.locale import Locale

_EDGES: Final = re.compile(r"^(?:\d+[.)]\s+|[-•*]\s+)|(?<![\s.。])[\s.。]+$")
_FORMAL: Final = re.compile(r"니다$")
# What states instead of telling what to do: it is, there is, it was, it becomes, I hereby.
_STATES: Final = re.compile(
    r"[없같싶]습니다$|됩니다$|드립니다$|바랍니다$|생각합니다$"
    r"|(?<![을를게히로] )(?<![가-힣])[가-힣]*입니다$"
)
_NEGATED: Final = re.compile(r"지(?:는|도)? 않습니다$|(?:게|지 않게|도록|려고) 합니다$")
_PLAIN_REQUESTS: Final = frozenset({Mood.REQUEST, Mood.IMPERATIVE, Mood.MUST})
_LEAST: Final = 4  # characters of a sentence in Korean
_ENGLISH_STATES: Final = re.compile(
    r"^(?:i|we|you|he|she|it|this|that|these|those|there|they|the|a|an|our|my|your|its|his|her|dear|hello|thank)\b",
    re.IGNORECASE,
)
_ENGLISH_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may)\b", re.IGNORECASE
)
_ENGLISH_NOUN: Final = re.compile(r"^(?:the|a|an)\b", re.IGNORECASE)
_ENGLISH_CLAUSE: Final = re.compile(
    r"^(?:how|why|what|which|when|where|who)\s(?!(?:is|are|was|were|do|does|did|will|would|can|could|should)\b)",
    re.IGNORECASE,
)


def phrased(text: str, locale: Locale) -> str:
    """Return a sentence as an instruction with a full stop, the particles behind its labels right."""
    text = _EDGES.sub("", text.strip())
    if not text:
        return ""
    return f"{_korean(text)}." if locale is Locale.KO else f"{_english(text)}."


def is_instruction(text: str, locale: Locale) -> bool:
    """Whether a sentence tells what to do, and not how something is."""
    text = text.rstrip(" .")
    if locale is Locale.EN:
        return _ENGLISH_STATES.match(text) is None and not text.endswith("?")
    if _FORMAL.search(text) is None or _STATES.search(text) or _is_past(text):
        return False
    predicate = read_predicate(text)
    return bool(_NEGATED.search(text)) or predicate is None or not is_intransitive(predicate.stem)


def _is_past(text: str) -> bool:
    """Whether a sentence in -ㅂ니다 says what was, what there is or what will be: 했습니다, 있습니다, 하겠습니다."""
    return text.endswith("습니다") and len(text) >= _LEAST and final(text[-4]) == "ㅆ"


def _korean(text: str) -> str:
    text = settle(text)
    for label in find_labels(text):
        before, *behind = text.split(label)
        text = before + "".join(label + agree(part, label) for part in behind)
    text = _as_formal(text)
    if _FORMAL.search(text):
        return text
    predicate = read_predicate(text)
    if predicate is None:
        return f"{attach(text, Particle.OBJECT)} 다룹니다" if is_bare_noun(text.split()[-1]) else text
    if predicate.mood in _PLAIN_REQUESTS:
        return f"{predicate.before}{formal(predicate.stem)}"
    if predicate.mood is Mood.BAN:
        return f"{predicate.before}{predicate.stem}지 않습니다"
    return instruct(text) if predicate.mood.demands else text


def _as_formal(text: str) -> str:
    """Return a sentence in -다 in the form of the prompt: 적는다 → 적습니다, 밝힌다 → 밝힙니다."""
    if not text.endswith("다") or len(text) < _LEAST or _FORMAL.search(text):
        return text
    stem = text[:-2] if text.endswith("는다") else text[:-1]
    if text.endswith("는다") and final(stem[-1]):
        return f"{stem}습니다"
    return f"{stem[:-1]}{with_final(stem[-1], 'ㅂ')}니다" if final(stem[-1]) == "ㄴ" else text


def _english(text: str) -> str:
    if _ENGLISH_CLAUSE.match(text) or (_ENGLISH_NOUN.match(text) and not _ENGLISH_VERB.search(text)):
        return f"Cover {text[0].lower()}{text[1:]}"
    return f"{text[0].upper()}{text[1:]}"
