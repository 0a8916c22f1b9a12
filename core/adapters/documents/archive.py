"""Zipped documents, with bounds on what they inflate to."""

import io
import zipfile
from typing import Final

from core.errors import FileUnusable

_MOST_ENTRIES: Final = 10_000
_MOST_BYTES: Final = 300 * 2**20
_MOST_BYTES_OF_TEXT: Final = 100 * 2**20
_ENCRYPTED: Final = 0x1  # general purpose bit 0, APPNOTE 4.4.4


def opened(content: bytes) -> zipfile.ZipFile:
    """Open a zipped document.

    What an entry says of its size binds: no more than that is ever read of it.

    Raises:
        FileUnusable: It is encrypted, or would inflate beyond all measure.
        BadZipFile: It is damaged.
    """
    archive = zipfile.ZipFile(io.BytesIO(content))
    entries = archive.infolist()
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise FileUnusable(reason="encrypted")
    size = sum(entry.file_size for entry in entries)
    text = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    if len(entries) > _MOST_ENTRIES or size > _MOST_BYTES or text > _MOST_BYTES_OF_TEXT:
        raise FileUnusable(reason="inflates")
    return archive
