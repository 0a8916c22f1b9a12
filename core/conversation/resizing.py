"""Resizing: a wish for a shorter or longer text, and what it makes of each length."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from core.conversation.length_words import scaled
from core.conversation.session import Answer
from core.privacy.text import MaskedText
from core.values.choices import Length
from core.values.locale import Locale


@dataclass(frozen=True, slots=True)
class Resizing:
    """A wish for a shorter or longer text: its words, and what it makes of each length.

    The choices go on to the `following` one, and the `last` of them to the `end`. A length in numbers is multiplied by
    `factor`; any other of the person's own gives way to the `last` choice.
    """

    words: re.Pattern[str]
    following: Mapping[Length, Length]
    last: Length
    end: Mapping[Locale, str]
    factor: float


_LENGTHS: Final = tuple(Length)  # the shortest first
RESIZINGS: Final = (
    Resizing(
        re.compile(
            r"(?:(?:더|좀|조금|훨씬)\s*|(?<!\s)\s+)?(?:짧게|짧고|줄여|간단히|간단하게|간결하게|간략하게)"
            r"|\bshorter\b|\bmore concise\b|\bbriefer\b"
        ),
        MappingProxyType(dict(pairwise(_LENGTHS[::-1]))),
        _LENGTHS[0],
        MappingProxyType({Locale.KO: "50자 정도", Locale.EN: "about 50 characters"}),
        0.65,
    ),
    Resizing(
        re.compile(
            r"(?:(?:더|좀|조금|훨씬)\s*|(?<!\s)\s+)?(?:길게|늘려|자세히|자세하게|상세하게)"
            r"|\blonger\b|\bmore detail(?:ed)?\b"
        ),
        MappingProxyType(dict(pairwise(_LENGTHS))),
        _LENGTHS[-1],
        MappingProxyType({Locale.KO: "2000자 정도", Locale.EN: "about 2000 characters"}),
        1.5,
    ),
)


def stepped(current: Answer, resizing: Resizing, wish: MaskedText, locale: Locale) -> Answer:
    """Return the next length in the direction of a resizing."""
    if current.choice:
        following = resizing.following.get(Length(current.choice))
        return Answer(wish, following) if following else Answer(MaskedText(resizing.end[locale]))
    own = scaled(current.text, resizing.factor)
    return Answer(MaskedText(own)) if own else Answer(wish, resizing.last)
