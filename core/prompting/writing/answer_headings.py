"""Headings: the names of sections and columns, ours in the language of the answer."""

import re
from collections.abc import Iterable
from typing import Final

from core.prompting.intents.intent import Texts
from core.prompting.languages import ENGLISH, KOREAN, NamedLanguage
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.phrases import phrase
from core.values.locale import Locale

_NOTE: Final = re.compile(r"\s?\([^()]*\)$")
_HANGUL: Final = re.compile(r"[가-힣]")
_LATIN: Final = re.compile(r"[a-z]{3}")  # CPU and A/S are the same in any language


def bare(name: str) -> str:
    """Return a name without the note behind it on what belongs there: 결과(표 하나)."""
    return _NOTE.sub("", name)


def locale_of(understanding: Understanding, language: NamedLanguage | None) -> Locale:
    """Return in which of the two languages we name what stands in the answer."""
    locales = {KOREAN: Locale.KO, ENGLISH: Locale.EN}
    return locales.get(language, understanding.locale) if language else understanding.locale


def in_answer(
    names: tuple[str, ...], ours: Iterable[Texts], understanding: Understanding, language: NamedLanguage | None
) -> tuple[str, ...]:
    """Return names with those that are `ours` in the language of the answer; the notes behind them stay."""
    locale, answer = understanding.locale, locale_of(understanding, language)
    if answer is locale:
        return names
    others = {
        here: there for each in ours for here, there in zip(each[locale], each[answer], strict=True) if here != there
    }
    return tuple(_noted(bare(others[name]), name) if name in others else name for name in names)


def _noted(name: str, ours: str) -> str:
    """Return a name with the note that stands behind another."""
    note = ours[len(bare(ours)) :].strip()
    return f"{name} {note}".strip() if name.isascii() else f"{name}{note}"


def language_of(kind: str, names: tuple[str, ...], understanding: Understanding, language: NamedLanguage | None) -> str:
    """Say that names are written in the language of the answer; empty where they are in it as they stand."""
    locale = understanding.locale
    if language in (None, KOREAN if locale is Locale.KO else ENGLISH):
        return ""
    is_foreign = {KOREAN: _LATIN, ENGLISH: _HANGUL}.get(language)
    if is_foreign and not any(map(is_foreign.search, map(bare, names))):
        return ""
    return phrase(locale, f"format.language_of_{kind}", language=language.name(locale))
