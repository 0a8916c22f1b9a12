"""What a text has lost of lines that it was to hold: by their content words, exactly by numbers and labels."""

from collections.abc import Iterable, Iterator
from typing import Final

from core.privacy.labels import find_labels
from core.prompting.checking.content import pieces, shared
from core.prompting.model.guard import numbers

_HELD: Final = 0.6  # of the content of a line


def lost(lines: Iterable[str], text: str) -> Iterator[str]:
    """Yield the lines whose content, numbers or labels are not in a text."""
    content, figures, labels = pieces(text), set(numbers(text)), set(find_labels(text))
    for line in lines:
        if not (
            set(numbers(line)) <= figures
            and set(find_labels(line)) <= labels
            and shared(pieces(line), content) >= _HELD
        ):
            yield line
