"""Files that people send along: fetched from Discord, and read into what the conversation takes."""

from collections.abc import Sequence
from typing import Final

from bots.discord.inbound import Upload
from bots.shared.download import Download
from bots.shared.file_queue import FileReadQueue, read_all
from core.conversation.events import ReferenceRefused
from core.errors import FileUnusable
from core.messages import FilesRead, Place, Pressed, Typed
from core.privacy.text import RawText

HOSTS: Final = ("cdn.discordapp.com", "media.discordapp.net")
"""Where Discord's files lie; their address makes a token needless."""


class References:
    """Turns an upload into what a person did."""

    def __init__(self, queue: FileReadQueue, download: Download) -> None:
        self._queue = queue
        self._download = download

    async def read(self, person: str, place: Place, uploads: Sequence[Upload], about: str) -> FilesRead | Pressed:
        """Return what these files held that can be used, or why none can be."""
        return await read_all(
            uploads,
            lambda upload: upload.name,
            lambda upload: self._queue.extract(
                person, place, upload.name, lambda: self._download.fetch(upload.url, upload.size)
            ),
            about,
        )

    async def as_text(self, upload: Upload) -> Typed | Pressed:
        """Return a file as if its text had been typed: Discord makes one of what is too long for a message."""
        try:
            content = await self._download.fetch(upload.url, upload.size)
            return Typed(RawText(content.decode("utf-8-sig")))
        except FileUnusable as error:
            return _refused(error)
        except UnicodeDecodeError:
            return _refused(FileUnusable(reason="kind"))


def _refused(error: FileUnusable) -> Pressed:
    details = {name: value for name, value in error.details.items() if name != "reason"}
    return Pressed(ReferenceRefused(f"reference.{error.details['reason']}", details))
