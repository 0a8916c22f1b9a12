"""Reference files: fetched from Slack and read, or refused in one sentence."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout, StreamReader
from slack_sdk.errors import SlackApiError

from bots.shared.file_queue import FileReadQueue, read_all
from bots.slack.clients import Clients
from bots.slack.payload import Payload
from core.errors import FileUnusable
from core.messages import FilesRead, Place, Pressed
from core.ports import Extract
from core.privacy.text import RawText

_WHOLE_S: Final = 60
_SILENCE_S: Final = 15
_HOSTS: Final = ("slack.com", "slack-edge.com", "slack-files.com", "slack-gov.com")
_OK: Final = 200


class References:
    """Fetches and reads files; `api_url` names a host that is trusted like Slack's own."""

    def __init__(self, session: ClientSession, clients: Clients, room: FileReadQueue, api_url: str) -> None:
        self._session = session
        self._clients = clients
        self._room = room
        self._own = urlsplit(api_url)

    async def read(self, person: str, place: Place, files: Sequence[Payload], about: str) -> FilesRead | Pressed:
        """Return what these files held that can be used, or why none can be."""
        return await read_all(files, _name_of, lambda file: self._extract(person, place, file), about)

    async def _extract(self, person: str, place: Place, file: Payload) -> tuple[RawText, Extract]:
        known = await self._known(place.workspace, file)
        if known.get("is_external"):  # a link to Google Drive, OneDrive or the like: what it leads to is not Slack's
            raise FileUnusable(reason="link")
        return await self._room.extract(person, place, _name_of(known), lambda: self._fetch(place.workspace, known))

    async def _known(self, workspace: str, file: Payload) -> Payload:
        """Return the whole file object, which Slack Connect and some events withhold."""
        if file.get("url_private") and file.get("file_access") != "check_file_info":
            return file
        client = await self._clients.of(workspace)
        try:
            answer = await client.files_info(file=file["id"])
        except (SlackApiError, ClientError, TimeoutError):
            raise FileUnusable(reason="unreachable") from None
        found: Payload = answer["file"]
        return found

    async def _fetch(self, workspace: str, file: Payload) -> bytes:
        if file.get("size", 0) > self._room.largest_mb * 2**20:
            raise FileUnusable(reason="size", max=self._room.largest_mb)
        url = str(file.get("url_private_download") or file.get("url_private") or "")
        if not self._is_trusted(url):
            raise FileUnusable(reason="unreachable")
        token = (await self._clients.of(workspace)).token
        limits = ClientTimeout(total=_WHOLE_S, sock_read=_SILENCE_S)
        headers = {"Authorization": f"Bearer {token}"}
        try:
            # A redirect is not followed: the token would go with it.
            async with self._session.get(url, headers=headers, timeout=limits, allow_redirects=False) as response:
                if response.status != _OK:
                    raise FileUnusable(reason="unreachable")
                if response.content_type == "text/html" and file.get("filetype") not in {"html", "htm"}:
                    raise FileUnusable(reason="forbidden")
                return await _whole(response.content, self._room.largest_mb)
        except (ClientError, TimeoutError):
            raise FileUnusable(reason="unreachable") from None

    def _is_trusted(self, url: str) -> bool:
        """Say whether the token may go there: Slack's own hosts by https, or the configured Web API's."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if (parts.scheme, parts.netloc) == (self._own.scheme, self._own.netloc):
            return True
        return parts.scheme == "https" and any(host == one or host.endswith(f".{one}") for one in _HOSTS)


def _name_of(file: Payload) -> RawText:
    return RawText(str(file.get("name") or file.get("title") or "…"))


async def _whole(stream: StreamReader, largest_mb: int) -> bytes:
    content = bytearray()
    async for chunk in stream.iter_chunked(2**16):
        content += chunk
        if len(content) > largest_mb * 2**20:
            raise FileUnusable(reason="size", max=largest_mb)
    return bytes(content)
