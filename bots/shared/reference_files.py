"""Files that people send along, as what the conversation takes."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final, Generic, TypeVar

from bots.platform import FileSource
from bots.shared.file_queue import FileReadQueue
from bots.shared.slow_notice import noticing
from bots.shared.split_message import split_message
from core.conversation.events import ReferenceRefused
from core.errors import FileUnusable
from core.messages import FilesRead, Incoming, Place, Pressed, Typed, UnreadFile
from core.ports import Extract, StoredSession
from core.privacy.text import RawText
from core.usecases.reference_text import gathered

_MOST: Final = 10
"""So many files come with one message at most on the platforms there are."""

_Upload = TypeVar("_Upload")


class References(Generic[_Upload]):
    """Fetches files from where they lie, and reads them in their turn."""

    def __init__(self, source: FileSource[_Upload], queue: FileReadQueue) -> None:
        self._source = source
        self._queue = queue

    async def read(self, person: str, place: Place, uploads: Sequence[_Upload], about: str) -> FilesRead | Pressed:
        """Return the text of files, each by its name, with those that cannot be read; where none can, why.

        `about` is what the interview is about: what fits that best is taken of texts that are too long.
        """
        extracts, unread = [], []
        for number, upload in enumerate(uploads):
            try:
                if number >= _MOST:
                    raise FileUnusable(reason="many", max=_MOST)  # noqa: TRY301 - told like all the others
                extracts.append(await self._extract(person, place, upload))
            except FileUnusable as error:
                unread.append(UnreadFile(self._source.name_of(upload), str(error.details["reason"]), _details(error)))
        if extracts:
            return gathered(extracts, unread, about)
        return Pressed(ReferenceRefused(f"reference.{unread[0].reason}", unread[0].details))

    async def as_text(self, place: Place, upload: _Upload) -> Typed | Pressed:
        """Return a file as if its text had been typed: a client makes one of what is too long for a message."""
        try:
            content = await self._source.fetch(place, upload)
            return Typed(RawText(content.decode("utf-8-sig")))
        except FileUnusable as error:
            return Pressed(ReferenceRefused(f"reference.{error.details['reason']}", _details(error)))
        except UnicodeDecodeError:
            return Pressed(ReferenceRefused("reference.kind", {}))

    async def split(
        self,
        said: Incoming,
        uploads: Sequence[_Upload],
        held: StoredSession | None,
        begin: Callable[[], Awaitable[None]],
        end: Callable[[], Awaitable[None]] | None = None,
    ) -> list[Incoming]:
        """Return a message with files as what it says, in order; `begin` and `end` tell its person that it is read.

        `held` is the interview that is meant: files that somebody else sends there are not fetched.
        """
        async with noticing(begin, end):
            return await split_message(said, held, lambda about: self.read(said.person, said.place, uploads, about))

    async def _extract(self, person: str, place: Place, upload: _Upload) -> tuple[RawText, Extract]:
        known = await self._source.known(place, upload)
        name = self._source.name_of(known)
        return await self._queue.extract(person, place, name, lambda: self._source.fetch(place, known))


def _details(error: FileUnusable) -> dict[str, str | int]:
    return {name: value for name, value in error.details.items() if name != "reason"}
