"""The editor of the operator's list: fulfils `core.ports.mask_list.MaskList` with the file that `lists.py` reads."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from core.adapters.presidio.lists import SETTING, read_rule
from core.errors import SettingsError
from core.privacy.canonical_form import identity
from core.privacy.entities import EntityType
from core.privacy.text import RawText


class ListEditor:
    """Adds words to the file; `on_added` is told the verb of the rule."""

    def __init__(self, path: Path, on_added: Callable[[str], None] = lambda _: None) -> None:
        self._path = path
        self._on_added = on_added

    def add(self, word: RawText, entity_type: EntityType, *, masks: bool) -> bool:
        """Have a word masked from now on, or never; False where it is so already.

        Raises:
            SettingsError: The file cannot be read or written, or a rule in it cannot be read.
        """
        verb = "deny" if masks else "allow"
        head = f"deny {entity_type}" if masks and entity_type is not EntityType.CUSTOM else verb
        try:
            path = self._path.resolve(strict=True)  # a link stays one
            with _locked(path.parent):
                before = path.read_bytes().decode("utf-8-sig")
                after = _with_rule(before, verb, f"{head}: {word.reveal()}\n", identity(word.reveal()))
                if after == before:
                    return False
                _write(path, after)
        except (OSError, UnicodeError):
            raise SettingsError(names=SETTING) from None
        self._on_added(verb)
        return True


def _with_rule(text: str, verb: str, line: str, word: str) -> str:
    """Return the file's text with one more rule, and without one that says the contrary of the same word."""
    kept, is_there = [], False
    for number, each in enumerate(text.splitlines(keepends=True), 1):
        rule = read_rule(each, number)
        said = rule.verb if rule and rule.verb != "regex" and identity(rule.value) == word else None
        is_there |= said == verb
        if said in {None, verb}:
            kept.append(each)
    if is_there:
        return "".join(kept)
    ends = not kept or kept[-1].endswith("\n")
    return "".join((*kept, "" if ends else "\n", line))


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Let one thread of one process at a time change what lies in a folder."""
    fd = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX)
        yield
    finally:
        os.close(fd)


def _write(path: Path, text: str) -> None:
    """Put a text into the place of a file, with its mode; a crash leaves the old one or the new one."""
    fd, draft = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(fd, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(fd)
        shutil.copymode(path, draft)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
