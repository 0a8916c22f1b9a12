"""Files that people send along, fetched from Discord."""

from dataclasses import dataclass
from typing import Final

from bots.discord.inbound import Upload
from bots.shared.download import Download
from core.messages import Place
from core.privacy.text import RawText

HOSTS: Final = ("cdn.discordapp.com", "media.discordapp.net")
"""Where Discord's files lie; their address makes a token needless."""


@dataclass(frozen=True, slots=True)
class DiscordFiles:
    """A `bots.platform.FileSource`."""

    download: Download

    def name_of(self, upload: Upload) -> RawText:
        """Return the name of a file."""
        return upload.name

    async def known(self, _place: Place, upload: Upload) -> Upload:
        """Return the file: Discord tells all of it."""
        return upload

    async def fetch(self, _place: Place, upload: Upload) -> bytes:
        """Return the content of a file."""
        return await self.download.fetch(upload.url, upload.size)
