"""The twin: the same brief for a prompt in the other language of the interface."""

from dataclasses import replace

from core.locale import Locale
from core.prompting.brief import Brief


def twin(brief: Brief) -> Brief:
    """Return the brief whose prompt is the twin; what the person wrote, and the answer's language, stay as they are."""
    return replace(brief, locale=Locale.EN if brief.locale is Locale.KO else Locale.KO)
