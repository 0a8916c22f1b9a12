"""PDF, read by pypdf: the text of each page."""

import io
from collections import Counter
from collections.abc import Iterator
from typing import Final

from pypdf import PageObject, PdfReader
from pypdf.errors import FileNotDecryptedError, PyPdfError

from core.errors import FileUnusable

_MOST_PAGES: Final = 1_000
_LONGEST_PAGE: Final = 20_000


def read(content: bytes, found: Counter[str], unread: Counter[str]) -> Iterator[str]:
    """Yield the pages; one that cannot be read is empty."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileUnusable(reason="encrypted")
        found["pages"] = len(reader.pages)
        for page in reader.pages[:_MOST_PAGES]:
            text = _text(page)
            unread["scans"] += not text.strip()
            yield text
    except FileNotDecryptedError:
        raise FileUnusable(reason="encrypted") from None
    except PyPdfError:
        raise FileUnusable(reason="damaged") from None
    if len(reader.pages) > _MOST_PAGES:
        unread["rest"] = 1


def _text(page: PageObject) -> str:
    try:
        return page.extract_text()[:_LONGEST_PAGE]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        return ""
