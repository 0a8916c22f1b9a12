"""The process in which a PDF is read: it may be killed, run out of memory or hang, and nothing else suffers.

Standard input is the PDF. Standard output is one JSON object: `{"pages": ["text", …], "total": int}`, or
`{"refused": reason}` with a reason of `core.errors.FileUnusable`.
"""

import io
import json
import logging
import resource
import sys
import time
from collections.abc import Iterator
from typing import Final

from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError, PyPdfError

_MEMORY: Final = 1024 * 2**20
_CPU_S: Final = 20
_READING_S: Final = 8.0
_MOST_PAGES: Final = 1_000
_LONGEST_PAGE: Final = 20_000


def main() -> None:
    """Read the PDF on standard input."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_S, _CPU_S))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    logging.disable()  # pypdf's warnings may quote the document
    json.dump(_answer(sys.stdin.buffer.read()), sys.stdout)


def _answer(content: bytes) -> dict[str, object]:
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"refused": "encrypted"}
        return {"pages": list(_pages(reader)), "total": len(reader.pages)}
    except FileNotDecryptedError:
        return {"refused": "encrypted"}
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, MemoryError):
        return {"refused": "damaged"}


def _pages(reader: PdfReader) -> Iterator[str]:
    """Yield the pages' texts for as long as there is time; a page that cannot be read is empty."""
    until = time.monotonic() + _READING_S
    for page in reader.pages[:_MOST_PAGES]:
        if time.monotonic() > until:
            return
        try:
            yield page.extract_text()[:_LONGEST_PAGE]
        except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
            yield ""


if __name__ == "__main__":
    main()
