"""The request: a brief in its person's own words, as a model is asked to make a prompt of it."""

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.telling import TOLD, told


def request_of(brief: Brief) -> MaskedText:
    """Return the line that the person wrote, and beneath it what else they answered; a reference is left out."""
    return MaskedText("\n".join([brief.purpose, *(f"- {name}: {answer}" for name, answer in told(brief, TOLD))]))
