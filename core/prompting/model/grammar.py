"""The grammar of a model's strings: regular expressions that let it write the prompt's language alone."""

import re
from typing import Final

from core.privacy.labels import find_labels
from core.prompting.guard.violations import latin_words, numbers
from core.values.locale import Locale

LONGEST: Final = {Locale.KO: 90, Locale.EN: 200}
"""Characters of one sentence."""
LONGEST_NAME: Final = {Locale.KO: 20, Locale.EN: 40}
"""Characters of the name of a part."""
_SHORTEST: Final = 8
_SHORTEST_NAME: Final = 2
_LETTERS: Final = {Locale.KO: "가-힣 ,·:()‘’“”~→%-", Locale.EN: "A-Za-z ,;:'()‘’“”%—-"}
_ENDING: Final = {Locale.KO: r"니다\.", Locale.EN: r"\."}
_ASKING: Final = {Locale.KO: r"(?:요|까)\?", Locale.EN: r"\?"}
_SPECIAL: Final = re.compile(r"([\\.^$*+?{}\[\]|()/-])")


def sentence_pattern(known: str, locale: Locale) -> str:
    """Return the expression of one sentence: an instruction, within its length.

    Letters are those of the language. Numbers, foreign words and labels stand in it as whole words, and only those that
    were known before: a model cannot spell another. The bounds are in the expression, for xgrammar refuses a pattern
    beside `maxLength`.
    """
    return f"^(?:{_unit(known, locale)}){{{_SHORTEST},{LONGEST[locale] - 3}}}{_ENDING[locale]}$"


def question_pattern(known: str, locale: Locale) -> str:
    """Return the expression of one question."""
    return f"^(?:{_unit(known, locale)}){{{_SHORTEST},{LONGEST[locale] - 3}}}{_ASKING[locale]}$"


def name_pattern(known: str, locale: Locale) -> str:
    """Return the expression of the name of a part."""
    return f"^(?:{_unit(known, locale)}){{{_SHORTEST_NAME},{LONGEST_NAME[locale]}}}$"


def _unit(known: str, locale: Locale) -> str:
    words = {*find_labels(known), *numbers(known), *(latin_words(known) if locale is Locale.KO else ())}
    return "|".join([f"[{_LETTERS[locale]}]", *map(_literal, sorted(words, key=lambda word: (-len(word), word)))])


def _literal(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
