"""The reader of reference files."""

import json
import subprocess
import sys
import unicodedata
from pathlib import Path, PurePath
from signal import SIGXCPU
from threading import BoundedSemaphore
from typing import Any, Final, NoReturn

from core.adapters.documents.kinds import DELIMITED, OLE_MARK, PDF_MARK, SAVED_AS, ZIP_MARKS, refuse_older
from core.adapters.documents.plain import read
from core.conversation.session import Unit
from core.errors import FileUnusable
from core.ports import Extract
from core.privacy.text import RawText

LARGEST_MB: Final = 20
_TIMEOUT_S: Final = 25.0
_CHILDREN: Final = 2
_ROOT: Final = Path(__file__).parents[3]  # where `core` is found, installed or not
_OLDER_MARKS: Final = {b"{\\rtf": ".rtf", b"HWP Document File V": ".hwp"}  # HWP 3.0 and before


class FileReader:
    """Fulfils `core.ports.ReferenceReader`; at most two documents are read at once, the others wait."""

    def __init__(self, largest_mb: int = LARGEST_MB, timeout_s: float = _TIMEOUT_S) -> None:
        self._largest_mb: Final = largest_mb
        self._timeout_s: Final = timeout_s
        self._children: Final = BoundedSemaphore(_CHILDREN)

    def extract(self, content: bytes, name: RawText) -> Extract:
        """Return the text of a document or a text file, of which `name` may tell the kind.

        Raises:
            FileUnusable: The file is of another kind, too big, encrypted, damaged, without text, or takes too long.
        """
        if len(content) > self._largest_mb * 2**20:
            raise FileUnusable(reason="size", max=self._largest_mb)
        suffix = PurePath(name.reveal()).suffix.lower()
        if PDF_MARK in content[:1024] or content.startswith((*ZIP_MARKS, OLE_MARK)) or suffix in DELIMITED:
            answer = self._ask_child(content, suffix if suffix in DELIMITED else "")
        else:
            _refuse_if_misnamed(content, suffix)
            answer = {"parts": list(read(content)), "read": {}, "unread": {}}
        parts = tuple(RawText(part) for part in map(_tidy, answer["parts"]))
        if not any(part.reveal() for part in parts):
            raise FileUnusable(reason="no_text")
        return Extract(parts, _units(answer["read"]), _units(answer["unread"]))

    def _ask_child(self, content: bytes, suffix: str) -> dict[str, Any]:
        command = [sys.executable, "-m", "core.adapters.documents.child", suffix]
        with self._children:
            try:
                done = subprocess.run(  # noqa: S603 - our own module, without our secrets in its environment
                    command,
                    input=content,
                    capture_output=True,
                    timeout=self._timeout_s,
                    check=False,
                    env={},
                    cwd=_ROOT,
                )
            except subprocess.TimeoutExpired:
                raise FileUnusable(reason="slow") from None
        if done.returncode:
            raise FileUnusable(reason="slow" if done.returncode == -SIGXCPU else "damaged")
        answer: dict[str, Any] = json.loads(done.stdout)
        if "refused" in answer:
            if answer["refused"]["reason"] == "kind" and suffix:  # in another encoding, a page, a program
                _refuse_as_misnamed(suffix)
            raise FileUnusable(**answer["refused"])
        return answer


def _refuse_if_misnamed(content: bytes, suffix: str) -> None:
    """Refuse what is of an older format, and what is not the document that its name says.

    Raises:
        FileUnusable: It is; an HTML page saved as .pdf or .xls among them.
    """
    if not content:
        raise FileUnusable(reason="no_text")
    for mark, old in _OLDER_MARKS.items():
        if content.startswith(mark):
            refuse_older(old)
    if suffix in SAVED_AS:
        _refuse_as_misnamed(suffix)


def _refuse_as_misnamed(suffix: str) -> NoReturn:
    raise FileUnusable(reason="misnamed", old=suffix, new=SAVED_AS[suffix])


def _units(counts: dict[str, int]) -> dict[Unit, int]:
    return {Unit(unit): int(count) for unit, count in counts.items() if count}


def _tidy(text: str) -> str:
    """Return the text composed, without control characters, with no more than one empty line in a row."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(one for one in composed if one in "\n\t" or unicodedata.category(one)[0] != "C")
    lines = [" ".join(line.split()) for line in kept.split("\n")]
    return "\n".join(line for at, line in enumerate(lines) if line or (at and lines[at - 1])).strip()
