"""The twin: the same brief for a prompt in the other language of the interface."""

from dataclasses import replace

from core.locale import Locale
from core.prompting.brief import Brief
from core.prompting.understanding.understand import written_in


def twin(brief: Brief) -> Brief:
    """Return the brief whose prompt is the twin; what the person wrote, and the answer's language, stay as they are."""
    language = brief.prompt_language or written_in(brief)
    return replace(brief, prompt_language=Locale.EN if language is Locale.KO else Locale.KO)
