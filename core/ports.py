"""The roles that the use case needs filled; each has adapters named after their vendor."""

from typing import Protocol

from core.privacy.spans import Span
from core.privacy.text import RawText


class Detector(Protocol):
    """Finds personal items."""

    def detect(self, text: RawText) -> tuple[Span, ...]:
        """Return what is personal in `text`: sorted, not overlapping.

        Raises:
            DetectorError: The detector cannot work; the text must then not be accepted.
        """
        ...
