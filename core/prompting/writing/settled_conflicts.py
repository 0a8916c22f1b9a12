"""How contradictions are settled in a prompt: as the composer does, or the other way."""

from core.prompting.brief import Brief
from core.prompting.languages import NamedLanguage, read_language
from core.prompting.understanding.understanding import ConflictKind, Understanding
from core.prompting.understanding.wanted_language import wanted_language


def settled_as(understanding: Understanding, kind: ConflictKind) -> str:
    """Return how a contradiction of this kind is settled, empty where there is none."""
    return next((conflict.settled for conflict in understanding.conflicts if conflict.kind is kind), "")


def instead_of(understanding: Understanding, kind: ConflictKind) -> str:
    """Return what stands for a contradiction that was settled the other way, empty where there is none."""
    return next((conflict.instead for conflict in understanding.turned if conflict.kind is kind), "")


def answer_language(brief: Brief, understanding: Understanding) -> NamedLanguage | None:
    """Return the language of the answer: the one that was chosen, unless the request names another."""
    if settled_as(understanding, ConflictKind.LANGUAGE):
        return wanted_language(brief.purpose) or read_language(brief.language)
    return read_language(brief.language)
