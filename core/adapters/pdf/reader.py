"""The reader of reference files."""

import json
import subprocess
import sys
import unicodedata
from threading import BoundedSemaphore
from typing import Any, Final

from core.adapters.pdf.relevance import choose
from core.errors import FileUnusable
from core.ports import Reading
from core.privacy.text import RawText

LARGEST_MB: Final = 20
_ROOM: Final = 16_000
_CHUNK: Final = 2_000
_PATIENCE_S: Final = 25.0
_CHILDREN: Final = 2
_ENCODINGS: Final = ("utf-8-sig", "cp949")


class FileReader:
    """Fulfils `core.ports.ReferenceReader`; at most two PDFs are read at once, the others wait."""

    def __init__(self, largest_mb: int = LARGEST_MB, room: int = _ROOM, patience_s: float = _PATIENCE_S) -> None:
        self._largest_mb: Final = largest_mb
        self._room: Final = room
        self._patience_s: Final = patience_s
        self._children: Final = BoundedSemaphore(_CHILDREN)

    def read(self, content: bytes, about: str) -> Reading:
        """Return the text of a PDF or a text file; of a long one, the pages that have to do with `about`.

        Raises:
            FileUnusable: The file is of another kind, too big, encrypted, damaged, without text, or takes too long.
        """
        if len(content) > self._largest_mb * 2**20:
            raise FileUnusable(reason="size", max=self._largest_mb)
        if b"%PDF-" in content[:1024]:
            return self._pdf(content, about)
        return self._plain(_decoded(content), about)

    def _pdf(self, content: bytes, about: str) -> Reading:
        answer = self._ask_child(content)
        if "refused" in answer:
            raise FileUnusable(reason=str(answer["refused"]))
        pages = [_tidy(page) for page in answer["pages"]]
        used = choose(pages, about, self._room)
        if not used:
            raise FileUnusable(reason="no_text")
        return Reading(self._joined(pages, used), int(answer["total"]), len(used))

    def _plain(self, text: str, about: str) -> Reading:
        chunks = _chunks(_tidy(text))
        used = choose(chunks, about, self._room)
        if not used:
            raise FileUnusable(reason="no_text")
        return Reading(self._joined(chunks, used))

    def _joined(self, pages: list[str], used: tuple[int, ...]) -> RawText:
        return RawText("\n\n".join(pages[place].strip() for place in used)[: self._room])

    def _ask_child(self, content: bytes) -> dict[str, Any]:
        command = [sys.executable, "-m", "core.adapters.pdf.child"]
        with self._children:
            try:
                done = subprocess.run(  # noqa: S603 - our own module, without our secrets in its environment
                    command, input=content, capture_output=True, timeout=self._patience_s, check=False, env={}
                )
            except subprocess.TimeoutExpired:
                raise FileUnusable(reason="slow") from None
        if done.returncode != 0:
            raise FileUnusable(reason="damaged")
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if b"\0" in content:
        raise FileUnusable(reason="kind")
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileUnusable(reason="kind")


def _tidy(text: str) -> str:
    """Return the text composed, without control characters, with no more than one empty line in a row."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(one for one in composed if one in "\n\t" or unicodedata.category(one)[0] != "C")
    lines = [" ".join(line.split()) for line in kept.split("\n")]
    return "\n".join(line for at, line in enumerate(lines) if line or (at and lines[at - 1])).strip()


def _chunks(text: str) -> list[str]:
    chunks: list[str] = []
    for line in text.splitlines():
        if chunks and len(chunks[-1]) + len(line) < _CHUNK:
            chunks[-1] += f"\n{line}"
        else:
            chunks.extend(line[at : at + _CHUNK] for at in range(0, max(1, len(line)), _CHUNK))
    return chunks
