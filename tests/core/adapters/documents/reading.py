"""What the reader makes of a document, for the tables of each kind."""

from core.adapters.documents.reader import FileReader
from core.errors import FileUnusable
from core.privacy.text import RawText

Row = tuple[str, dict[str, int], dict[str, int]]
"""The text, and what was counted as read and as unread."""


def read(content: bytes, name: str) -> Row:
    """Return what was read."""
    extract = FileReader().extract(content, RawText(name))
    text = "\n\n".join(part.reveal() for part in extract.parts)
    return text, _counts(extract.read), _counts(extract.unread)


def refused(content: bytes, name: str) -> str:
    """Return why it cannot be read; fails where it can."""
    try:
        FileReader().extract(content, RawText(name))
    except FileUnusable as error:
        return str(error.details["reason"])
    raise AssertionError(name)


def _counts(counts: object) -> dict[str, int]:
    assert isinstance(counts, dict)
    return {str(unit): count for unit, count in counts.items()}
