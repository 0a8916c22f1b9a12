"""Files that are dragged to the terminal, or named by their paths, while the interview goes on."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bots.shared.noticing import noticing
from bots.shared.split_message import split_message
from bots.terminal.files import TerminalFiles, are_there, paths_in
from bots.terminal.outbox import TerminalOutbox
from core.conversation.questions import Key
from core.conversation.replies import Ask
from core.conversation.texts import say
from core.messages import Incoming, Place, Typed
from core.ports import StoredSession
from core.privacy.text import RawText


class DraggedFiles:
    """Turns a line that names files into what was read of them."""

    def __init__(
        self, files: TerminalFiles, outbox: TerminalOutbox, held: Callable[[Place], StoredSession | None]
    ) -> None:
        """Take ready parts; `held` returns the interview at a place."""
        self._files = files
        self._outbox = outbox
        self._held = held

    async def split_message(self, typed: Incoming, line: str) -> Sequence[Incoming]:
        """Return the line as it was typed, or its words and the files that it names.

        Where a reference is asked for, a path is one though no file is there: that is then told.
        """
        (paths, words), last = paths_in(line), self._outbox.last
        is_asked = isinstance(last, Ask) and last.key is Key.REFERENCE
        if not paths or not (is_asked or are_there(paths)):
            return (typed,)

        async def note() -> None:
            self._outbox.note(say(typed.locale, "reference.reading"))

        said = replace(typed, action=Typed(RawText(words)))
        async with noticing(note):
            return await split_message(said, self._held(typed.place), lambda about: self._files.read(paths, about))
