"""The other language: which one is meant where somebody says only that it is neither Korean nor English."""

from collections.abc import Iterable

from core.prompting.languages import ENGLISH, KOREAN, NamedLanguage, languages_in
from core.prompting.understanding.wanted_language import wanted_language


def other_language(texts: Iterable[str]) -> NamedLanguage | None:
    """Return the language in which the first text that says so wants the answer, or the only one that texts name."""
    said = tuple(texts)
    wanted = next(filter(None, map(wanted_language, said)), None)
    if wanted is not None:
        return wanted
    named = {language for text in said for language in languages_in(text)} - {KOREAN, ENGLISH}
    return next(iter(named)) if len(named) == 1 else None
