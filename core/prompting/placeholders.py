"""The sentence of a prompt that says what its labels are."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from core.privacy.labels import LABEL
from core.privacy.text import MaskedText
from core.prompting.wording import FRAMES

_SENTENCES: Final = tuple(
    re.compile(rf"(?:- )?{LABEL.pattern.join(map(re.escape, frame.placeholders.split('{label}')))}")
    for frame in FRAMES.values()
)


def about_labels(prompt: MaskedText, left: Sequence[str]) -> MaskedText:
    """Return a prompt of which only the labels `left` will stay: the sentence names one of them, or is left out."""
    return MaskedText("\n".join(_lines(prompt, next((label for label in left if LABEL.fullmatch(label)), None))))


def _lines(prompt: MaskedText, label: str | None) -> Iterator[str]:
    for line in prompt.split("\n"):
        if not any(sentence.fullmatch(line) for sentence in _SENTENCES):
            yield line
        elif label is not None:
            yield LABEL.sub(label, line)
