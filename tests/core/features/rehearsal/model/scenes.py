"""Scenes that tests share."""

from core.features.rehearsal.cast import CAST
from core.features.rehearsal.talk import RehearsalContext, TalkLine, Who
from core.privacy.text import MaskedText
from core.values.locale import Locale

LEAD = CAST[Locale.KO]["team_lead"]


def scene(
    *texts: str, persona: str = "team_lead", goal: str = "마감을 이틀 미루기", locale: Locale = Locale.KO
) -> RehearsalContext:
    """Return a scene in which the person speaks first and the two take turns."""
    lines = (TalkLine((Who.PERSON, Who.PERSONA)[number % 2], MaskedText(text)) for number, text in enumerate(texts))
    return RehearsalContext(CAST[locale][persona], MaskedText(goal), tuple(lines), locale)
