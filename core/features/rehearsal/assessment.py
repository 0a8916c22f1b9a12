"""An assessment: how a rehearsal went as far as rules can tell, without a model."""

import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files
from typing import Final

from core.features.rehearsal.persona import Persona
from core.features.rehearsal.review import Point, Review
from core.features.rehearsal.sentences import quotable
from core.features.rehearsal.talk import TalkLine, Who, said_by
from core.privacy.text import MaskedText
from core.values.locale import Locale

_MOST: Final = 2

_Sign = tuple[re.Pattern[str], str]


def _read(locale: Locale, kind: str) -> tuple[_Sign, ...]:
    rows = tomllib.loads((files(__package__) / "assessment.toml").read_text("utf-8"))[locale][kind]
    return tuple((re.compile(row["sign"], re.IGNORECASE), row["remark"]) for row in rows)


_STRONG: Final = {locale: _read(locale, "strong") for locale in Locale}
_WEAK: Final = {locale: _read(locale, "weak") for locale in Locale}


def assess(persona: Persona, lines: Sequence[TalkLine], locale: Locale) -> Review:
    """Return what the rules find in what the person said; the advice is what works with this persona."""
    said = quotable(said_by(Who.PERSON, lines))
    weak = _remarks(said, _WEAK[locale])
    weakened = {point.quote for point in weak}
    strong = _remarks([sentence for sentence in said if sentence not in weakened], _STRONG[locale])
    return Review(strong, weak, tuple(Point(advice) for advice in persona.advice))


def _remarks(said: Sequence[MaskedText], signs: Sequence[_Sign]) -> tuple[Point, ...]:
    """Return a remark for each sign that some sentence shows, no sign and no sentence twice."""
    found: dict[MaskedText, Point] = {}
    for sign, remark in signs:
        quote = next((sentence for sentence in said if sentence not in found and sign.search(_bare(sentence))), None)
        if quote is not None:
            found[quote] = Point(MaskedText(remark), quote)
    return tuple(found.values())[:_MOST]


def _bare(sentence: str) -> str:
    """Return a sentence without its labels: the number in {이름1} is no figure."""
    return re.sub(r"\{[^{}]*\}", "○○", sentence)
