"""Chats, mails, forms and settings with structured items in them: each found exactly, and no other structured item.

Written as `serving/training/detector/short.txt` is. Names are left to their own tests.
"""

from pathlib import Path

from core.adapters.presidio.detector import PresidioDetector
from core.privacy.entities import EntityType
from core.privacy.text import RawText
from tests.core.adapters.presidio.test_office_korean import read

NAMES = (EntityType.PERSON, EntityType.ORGANIZATION)
ROWS = Path(__file__).with_name("structured.txt").read_text("utf-8").splitlines()


def test_structured_items_are_exact(detector: PresidioDetector) -> None:
    wrong = []
    for text, wanted in map(read, ROWS):
        found = [(span.start, span.end, span.type) for span in detector.detect(RawText(text)) if span.type not in NAMES]
        wrong += [(text, found)] if found != wanted else []
    assert wrong == []
