"""The process in which a document is read: it may be killed, run out of memory or hang, and nothing else suffers.

Standard input is the document, the argument how its name ends. Standard output is one JSON object:
`{"parts": ["text", …], "read": {unit: count}, "unread": {unit: count}}`, or `{"refused": details}` with the details of
a `core.errors.FileUnusable`. Once what reads the format is loaded, nothing can be opened any more, neither a file nor a
connection.
"""

import codecs
import json
import logging
import resource
import struct
import sys
import time
import warnings
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType
from typing import Final
from xml.etree.ElementTree import ParseError

from core.adapters.documents.kinds import format_of
from core.errors import FileUnusable

_MEMORY: Final = 1024 * 2**20
_CPU_S: Final = 20
_READING_S: Final = 8.0
_MOST_CHARACTERS: Final = 2_000_000
_ENCODINGS: Final = (
    "utf-8-sig",
    "utf-16",
    "utf-16-be",
    "utf-16-le",
    "cp949",
    "cp932",
    "cp950",
    "gbk",
    "gb2312",
    "gb18030",
)
# What libraries raise on a broken document. Their own errors are all kinds of these, or are told apart in `pdf`.
_BROKEN: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    ParseError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)


def main() -> None:
    """Read the document on standard input."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_S, _CPU_S))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    logging.disable()  # a library's warnings may quote the document
    warnings.simplefilter("ignore")
    try:
        answer = _answer(sys.stdin.buffer.read(), sys.argv[1])
    except FileUnusable as refused:
        answer = {"refused": refused.details}
    except _BROKEN:
        answer = {"refused": {"reason": "damaged"}}
    json.dump(answer, sys.stdout)


def _answer(content: bytes, suffix: str) -> dict[str, object]:
    reader = _loaded(format_of(content, suffix))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    read, unread = Counter[str](), Counter[str]()
    parts = list(_bounded(reader.read(content, read, unread), unread))
    return {"parts": parts, "read": dict(read), "unread": dict(unread)}


def _loaded(name: str) -> ModuleType:
    """Load what reads a format with all that it would load only later, when nothing can be loaded any more."""
    reader = import_module(f"core.adapters.documents.{name}")
    for encoding in _ENCODINGS:
        codecs.lookup(encoding)
    if name == "pdf":
        package = import_module("pypdf")
        for part in walk_packages(package.__path__, "pypdf."):
            with suppress(ImportError):  # of its two providers of ciphers one is there
                import_module(part.name)
    return reader


def _bounded(parts: Iterator[str], unread: Counter[str]) -> Iterator[str]:
    """Yield the parts for as long as there is time and room."""
    until, room = time.monotonic() + _READING_S, _MOST_CHARACTERS
    for part in parts:
        if time.monotonic() > until or len(part) > room:
            unread["rest"] = 1
            return
        room -= len(part)
        yield part


if __name__ == "__main__":
    main()
