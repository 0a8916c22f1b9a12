"""The lines about how long an answer is, in which language, and how hard its words may be."""

from collections.abc import Iterator

from core.prompting.brief import Brief
from core.prompting.languages import NamedLanguage
from core.prompting.understanding.part_languages import part_languages
from core.prompting.understanding.understanding import ConflictKind, Understanding
from core.prompting.writing.answer_length import Amount, length_of
from core.prompting.writing.answer_level import level_of
from core.prompting.writing.line import Line, Origin
from core.prompting.writing.phrases import phrase
from core.prompting.writing.sections import Heading
from core.prompting.writing.settled_conflicts import instead_of, settled_as
from core.values.locale import Locale


def length_lines(
    brief: Brief, understanding: Understanding, amount: Amount, language: NamedLanguage | None
) -> Iterator[Line]:
    """Say length and language in one line, unless one of them had to be settled."""
    locale = understanding.locale
    name = f"{language.name(locale) if language else brief.language}{_of_parts(brief, language, locale)}"
    length = length_of(brief, understanding, amount, language)
    room = settled_as(understanding, ConflictKind.SECTIONS_LENGTH)
    length = settled_as(understanding, ConflictKind.LENGTH) or room or length
    in_language = (
        settled_as(understanding, ConflictKind.LANGUAGE)
        or instead_of(understanding, ConflictKind.LANGUAGE)
        or phrase(locale, "length.language", language=name)
    )
    kinds = (ConflictKind.LENGTH, ConflictKind.LANGUAGE, ConflictKind.SECTIONS_LENGTH)
    if any(settled_as(understanding, kind) or instead_of(understanding, kind) for kind in kinds):
        if length:
            yield Line(Heading.LENGTH, length, Origin.LENGTH, key="length")
        for kind in (ConflictKind.LENGTH, ConflictKind.SECTIONS_LENGTH):
            if instead := instead_of(understanding, kind):
                yield Line(Heading.LENGTH, instead, Origin.LENGTH, key="length")
        if in_language:
            yield Line(Heading.LENGTH, in_language, Origin.LENGTH, key="language")
    else:
        both = phrase(locale, "length.both", length=length, language=name)
        yield Line(Heading.LENGTH, both, Origin.LENGTH, key="length")
    if amount.is_short:
        yield level_line(brief, locale, Heading.LENGTH)  # a section of its own is more than a few words earn


def _of_parts(brief: Brief, language: NamedLanguage | None, locale: Locale) -> str:
    """Say which parts are in another language than the whole: (뜻: 한국어)."""
    said = "\n".join(filter(None, (brief.purpose, brief.background, brief.constraints)))
    parts = [each for line in said.splitlines() for each in part_languages(line)]
    whole = {language.korean, language.english} if language else {str(brief.language)}
    if not any(name not in whole for _, name in parts):
        return ""
    listed = ", ".join(phrase(locale, "length.part", part=part, language=name) for part, name in dict.fromkeys(parts))
    return f"({listed})" if locale is Locale.KO else f" ({listed})"


def level_line(brief: Brief, locale: Locale, heading: Heading) -> Line:
    """Return the line that says how hard the words may be."""
    text = phrase(locale, "audience.level", level=level_of(brief, locale))
    return Line(heading, text, Origin.READER, key="level")
