"""Explanation: why a text is masked as it is, by the rule that found each item and the reason that refused another."""

from dataclasses import dataclass
from enum import StrEnum

from core.privacy.spans import Span


class Refusal(StrEnum):
    """Why what looks like an item stays as it is."""

    CHECK = "check"
    """A check of its digits or its words fails: no such day, no issuer, a form to fill in."""
    SURROUNDINGS = "surroundings"
    """What stands beside it says that it is something else: a version, the host of an address, a word with a number."""
    UNANNOUNCED = "unannounced"
    """Other things are written so, and no word nearby says that it is one."""
    FAMOUS = "famous"
    """Everybody knows who or what is called so."""
    PUBLIC = "public"
    """Everybody knows what is called so, or it is the state's."""
    WORD = "word"
    """It is a word of the language."""
    UNSURE = "unsure"
    """The model finds it too unlikely."""
    OPERATOR = "operator"
    """The operator's list says that it stays."""


@dataclass(frozen=True, slots=True)
class ExplainedSpan:
    """A span with the rule that found it, and the kinds of the gazetteer that the words in it are of."""

    span: Span
    rule: str
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A span that a rule offers and that stays, with why; `kinds` as in `ExplainedSpan`."""

    span: Span
    rule: str
    refusal: Refusal
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was found in a text, and the near misses, each in the order of the text."""

    found: tuple[ExplainedSpan, ...]
    refused: tuple[NearMiss, ...]
