"""Files that people send along: fetched from Discord, and read into what the conversation takes."""

from bots.discord.attachment import Attachments
from bots.discord.inbound import Upload
from bots.discord.interviews import Interviews
from bots.reading import ReadingRoom
from core.conversation.events import ReferenceRefused
from core.errors import FileUnusable
from core.incoming import FileRead, Place, Pressed, Typed
from core.privacy.text import RawText


class References:
    """Turns an upload into what a person did."""

    def __init__(self, room: ReadingRoom, attachments: Attachments, interviews: Interviews) -> None:
        self._room = room
        self._attachments = attachments
        self._interviews = interviews

    async def read(self, person: str, upload: Upload, place: Place, session: str = "") -> FileRead | Pressed:
        """Return the text of a reference file, or why it cannot be used."""
        try:
            about = await self._interviews.purpose_at(place, session)
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
