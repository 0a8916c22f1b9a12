"""A detector for tests: it finds the words it was given, and can be out of order."""

import re
from collections.abc import Mapping

from core.errors import DetectorError
from core.privacy.entities import EntityType
from core.privacy.spans import Span
from core.privacy.text import RawText

PLANTED: Mapping[str, EntityType] = {
    "김서연": EntityType.PERSON,
    "박지훈": EntityType.PERSON,
    "한빛상사": EntityType.ORGANIZATION,
    "010-2345-6789": EntityType.PHONE,
    "seoyeon.kim@hanbit.example": EntityType.EMAIL,
}
"""Invented people and numbers, planted in tests."""


class FakeDetector:
    """Fulfils `core.ports.Detector`."""

    def __init__(self, words: Mapping[str, EntityType] = PLANTED) -> None:
        self.words = words
        self.broken = False

    def detect(self, text: RawText) -> tuple[Span, ...]:
        if self.broken:
            raise DetectorError
        found = (
            Span(match.start(), match.end(), kind, 1.0)
            for word, kind in self.words.items()
            for match in re.finditer(re.escape(word), text.reveal())
        )
        return tuple(sorted(found, key=lambda span: span.start))
