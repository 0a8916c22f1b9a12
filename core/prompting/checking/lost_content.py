"""What a text has lost of what was promised: by content words, exactly by numbers and labels."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from core.privacy.labels import find_labels
from core.prompting.checking.content_words import pieces, shared
from core.prompting.compose import Composition
from core.prompting.guard.violations import numbers
from core.prompting.writing.line import MUST, Origin
from core.prompting.writing.phrases import phrase
from core.prompting.writing.sections import Heading
from core.values.choices import Form
from core.values.locale import Locale

_HELD: Final = 0.6  # of the content of a line
_EXPLAINED: Final = re.compile(r"\s{0,9}\([^()]{0,400}\)$")
"""What a level means is anybody's to word: 전문가 수준(기초 설명은 뺍니다)."""
# 5월 17일 밤에 아니 18일 새벽에: what was said by mistake need not be there.
_TAKEN_BACK: Final = re.compile(
    r"(?<!\S)[^\s0-9]{0,8}[0-9]\S{0,12}(?:\s\S{1,12}){0,2}\s(?:아,?\s)?아니(?:다|고|라)?[,\s]"
)
# The words of the intent are anybody's to choose; these are the person's own matter, or what they have approved.
_PROMISED: Final = frozenset(
    {Origin.TASK, Origin.FACT, Origin.READER, Origin.SHAPE, Origin.LENGTH, Origin.REQUIREMENT, Origin.MODEL}
)


def lost(lines: Iterable[str], text: str) -> Iterator[str]:
    """Yield the lines whose content, numbers or labels are not in a text."""
    content, figures, labels = pieces(text), set(numbers(text)), set(find_labels(text))
    dense = "".join(text.split())  # 몇 개 is 몇개
    for line in lines:
        said = line.partition(": ")[2] or line  # what it is called there is anybody's to choose
        of_line = pieces(said)
        there = content | {piece for piece in of_line if piece in dense}
        held = shared(of_line, there) >= _HELD if of_line else said in text
        if not (held and set(numbers(line)) <= figures and set(find_labels(line)) <= labels):
            yield line


def promised(composition: Composition) -> Iterator[str]:
    """Yield the lines that every prompt for a brief holds, in whatever words.

    Of the layout, these are the form and what the person has named of it.
    """
    named = [value for each in composition.understanding.requirements for value in each.values]
    form = next((line for line in composition.lines if line.heading is Heading.FORMAT), None)
    for line in composition.lines:
        is_own = line.origin is not Origin.SHAPE or line is form or any(value in line.text for value in named)
        if line.worth >= MUST and line.origin in _PROMISED and line.heading is not Heading.REFERENCE and is_own:
            text = _EXPLAINED.sub("", line.text) if line.key == "level" else line.text
            text = _TAKEN_BACK.sub("", text)
            yield _name_of_form(text, composition.understanding.locale) if line is form else text


def _name_of_form(line: str, locale: Locale) -> str:
    """Return what the form is called in a line about it: that must be there, however it is explained."""
    names = (phrase(locale, f"choice.{form}") for form in Form)
    return next((name for name in names if name in line), line)
