"""A sentence that is said again with another value, which takes the place of the one it was said with."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from core.conversation.corrections.correction import corrections_in
from core.conversation.corrections.replacement import Replacement
from core.conversation.questions import Key
from core.conversation.session import Answer
from core.privacy.text import MaskedText

_IN: Final = (Key.BACKGROUND, Key.CONSTRAINTS)
_LONGEST: Final = 200
"""Characters of a text that may be such a sentence."""
_WORD: Final = re.compile(r"\S+")
_SENTENCE: Final = re.compile(r"[^\n.!?]+(?:[.!?](?!\s|$)[^\n.!?]*)*")
_OPENING: Final = re.compile(
    r"^\s*(?:(?:actually|sorry|no|wait|oh|아니|아|참|사실|정정)[,:.]?\s+)*(?:the\s+)?", re.IGNORECASE
)
_VALUE: Final = re.compile(r"\d|^\{|[월화수목금토일]요일")
_LEAST: Final = 3  # words that stay the same
_MOST: Final = 3  # words of a value


def restated(answers: Mapping[Key, Answer], wish: MaskedText) -> Replacement | None:
    """Return the answer with the one value that a wish says anew: … until May, where … until June was said.

    All words before and behind it are the same, and it is no longer than they are. Where little stays the same, it is a
    number or a day: another value of another thing is another fact.
    """
    if len(wish) > _LONGEST or any(each.old for each in corrections_in(wish)):
        return None
    said = _WORD.findall(_OPENING.sub("", wish).rstrip(" .!?"))
    texts = {key: str(answers[key].text) for key in _IN if key in answers}
    found = [
        (key, text[:start] + new + text[end:])
        for key, text in texts.items()
        for sentence in _SENTENCE.finditer(text)
        for start, end, new in _differing(sentence, said)
    ]
    return (
        Replacement({key: Answer(MaskedText(text)) for key, text in found}, MaskedText("")) if len(found) == 1 else None
    )


def _differing(sentence: re.Match[str], said: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where a value stands in a sentence, and what is said in its place."""
    opening = _OPENING.match(sentence.group())
    places = list(_WORD.finditer(sentence.group(), opening.end() if opening else 0))
    words = [place.group() for place in places]
    before = _shared(words, said)
    behind = _shared(words[before:][::-1], said[before:][::-1])
    old, new = words[before : len(words) - behind], said[before : len(said) - behind]
    same = before + behind
    if not (before and old and new and max(len(old), len(new)) <= min(_MOST, same)):
        return
    if all(any(map(_VALUE.search, value)) for value in (old, new)) or (before > 1 and same >= _LEAST):
        start = sentence.start()
        yield start + places[before].start(), start + places[before + len(old) - 1].end(), " ".join(new)


def _shared(words: list[str], others: list[str]) -> int:
    """Return how many words two lists have in common from their beginning."""
    pairs = enumerate(zip(words, others, strict=False))
    return next((at for at, (one, other) in pairs if one.casefold() != other.casefold()), min(len(words), len(others)))
