"""Files that somebody at the terminal names or drags there: which they are, and what they hold."""

import asyncio
import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from bots.shared.interview_lookup import Interviews
from bots.shared.reference_files import References
from bots.terminal.outbox import TerminalOutbox
from core.conversation.questions import Key
from core.conversation.replies import Ask
from core.conversation.texts import t
from core.errors import FileUnusable
from core.messages import Incoming, Place, Typed
from core.privacy.text import RawText

_STARTS: Final = ("/", "~/", "./", "../", "file://")
_SUFFIX: Final = re.compile(r"\.[A-Za-z][0-9A-Za-z]{1,4}")


@dataclass(frozen=True, slots=True)
class TerminalFiles:
    """Fetches the files of this machine that the person names, up to `largest_mb`; a `bots.platform.FileSource`."""

    largest_mb: int

    def name_of(self, upload: Path) -> RawText:
        """Return the name of a file."""
        return RawText(upload.name)

    async def known(self, _place: Place, upload: Path) -> Path:
        """Return the path."""
        return upload

    async def fetch(self, _place: Place, upload: Path) -> bytes:
        """Return the content of a file."""
        return await asyncio.to_thread(self._content, upload)

    def _content(self, path: Path) -> bytes:
        try:
            if not path.is_file():
                raise FileUnusable(reason="no_file")
            if path.stat().st_size > self.largest_mb * 2**20:
                raise FileUnusable(reason="size", max=self.largest_mb)
            return path.read_bytes()
        except OSError:
            raise FileUnusable(reason="no_file") from None


class DraggedFiles:
    """Turns a line that names files into what was read of them."""

    def __init__(self, references: References[Path], outbox: TerminalOutbox, interviews: Interviews) -> None:
        self._references = references
        self._outbox = outbox
        self._interviews = interviews

    async def split_message(self, typed: Incoming, line: str) -> Sequence[Incoming]:
        """Return the line as it was typed, or its words and the files that it names.

        Where a reference is asked for, a path is one though no file is there: that is then told.
        """
        (paths, words), last = paths_in(line), self._outbox.last
        is_asked = isinstance(last, Ask) and last.key is Key.REFERENCE
        if not paths or not (is_asked or are_there(paths)):
            return (typed,)

        async def note() -> None:
            self._outbox.note(t(typed.locale, "reference.reading"))

        said = replace(typed, action=Typed(RawText(words)))
        return await self._references.split(said, paths, await self._interviews.held(typed.place), note)


def paths_in(line: str) -> tuple[Sequence[Path], str]:
    """Return the files that a line names, as terminals write them when files are dragged there, and its other words.

    Beside other words a file is one only if its path is written out and it is there.
    """
    words = [line.strip()] if _is_there(_path(line.strip())) else _words(line)
    if words and all(map(_is_like_path, words)):
        return tuple(map(_path, words)), ""
    named = [word for word in words if word.startswith(_STARTS) and _is_there(_path(word))]
    if not named or "\n" in line.strip():
        return (), line
    return tuple(map(_path, named)), " ".join(word for word in words if word not in named)


def are_there(paths: Sequence[Path]) -> bool:
    """Say whether any of these files is there: what only looks like a path is a text."""
    return any(map(_is_there, paths))


def _words(line: str) -> Sequence[str]:
    try:
        return shlex.split(line)
    except ValueError:  # a quotation mark that is not closed
        return ()


def _is_like_path(word: str) -> bool:
    return word.startswith(_STARTS) or bool(_SUFFIX.fullmatch(Path(word).suffix))


def _path(word: str) -> Path:
    if word.startswith("file://"):
        return Path(unquote(urlsplit(word).path))
    return Path(word).expanduser() if word.startswith("~/") else Path(word)


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # too long for a name, or a character that none can hold
        return False
