"""Files that people send along: fetched from Discord, and read into what the conversation takes."""

from collections.abc import Sequence

from bots.discord.attachment import Attachments
from bots.discord.inbound import Upload
from bots.shared.file_queue import FileReadQueue, first_readable
from core.conversation.events import ReferenceRefused
from core.errors import FileUnusable
from core.messages import FileRead, Place, Pressed, Typed
from core.privacy.text import RawText


class References:
    """Turns an upload into what a person did."""

    def __init__(self, room: FileReadQueue, attachments: Attachments) -> None:
        self._room = room
        self._attachments = attachments

    async def read(self, person: str, place: Place, uploads: Sequence[Upload], about: str) -> FileRead | Pressed:
        """Return the text of the first of these files that can be used, or why none can be."""
        return await first_readable(
            uploads, lambda upload: upload.name, lambda upload: self._read(person, place, upload, about)
        )

    async def _read(self, person: str, place: Place, upload: Upload, about: str) -> FileRead | Pressed:
        try:
            reading = await self._room.read(
                person, place, lambda: self._attachments.fetch(upload.url, upload.size), about
            )
        except FileUnusable as error:
            return _refused(error)
        return FileRead(upload.name, reading.text, reading.pages, reading.pages_used)

    async def as_text(self, upload: Upload) -> Typed | Pressed:
        """Return a file as if its text had been typed: Discord makes one of what is too long for a message."""
        try:
            content = await self._attachments.fetch(upload.url, upload.size)
            return Typed(RawText(content.decode("utf-8-sig")))
        except FileUnusable as error:
            return _refused(error)
        except UnicodeDecodeError:
            return _refused(FileUnusable(reason="kind"))


def _refused(error: FileUnusable) -> Pressed:
    details = {name: value for name, value in error.details.items() if name != "reason"}
    return Pressed(ReferenceRefused(f"reference.{error.details['reason']}", details))
