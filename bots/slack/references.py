"""Reference files: fetched from Slack and read, or refused in one sentence."""

from collections.abc import Sequence
from typing import Final

from aiohttp import ClientError, ClientSession
from slack_sdk.errors import SlackApiError

from bots.shared.download import Download
from bots.shared.file_queue import FileReadQueue, read_all
from bots.slack.clients import Clients
from bots.slack.payload import Payload
from core.errors import FileUnusable
from core.messages import FilesRead, Place, Pressed
from core.ports import Extract
from core.privacy.text import RawText

_HOSTS: Final = ("slack.com", "slack-edge.com", "slack-files.com", "slack-gov.com")


class References:
    """Fetches and reads files; `api_url` names a host that is trusted like Slack's own."""

    def __init__(self, session: ClientSession, clients: Clients, queue: FileReadQueue, api_url: str) -> None:
        self._download = Download(session, _HOSTS, api_url, queue.largest_mb)
        self._clients = clients
        self._queue = queue

    async def read(self, person: str, place: Place, files: Sequence[Payload], about: str) -> FilesRead | Pressed:
        """Return what these files held that can be used, or why none can be."""
        return await read_all(files, _name_of, lambda file: self._extract(person, place, file), about)

    async def _extract(self, person: str, place: Place, file: Payload) -> tuple[RawText, Extract]:
        known = await self._known(place.workspace, file)
        if known.get("is_external"):  # a link to Google Drive, OneDrive or the like: what it leads to is not Slack's
            raise FileUnusable(reason="link")
        return await self._queue.extract(person, place, _name_of(known), lambda: self._fetch(place.workspace, known))

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
        address = str(file.get("url_private_download") or file.get("url_private") or "")
        headers = {"Authorization": f"Bearer {(await self._clients.of(workspace)).token}"}
        may_be_html = file.get("filetype") in {"html", "htm"}
        return await self._download.fetch(address, file.get("size", 0), headers, may_be_html=may_be_html)


def _name_of(file: Payload) -> RawText:
    return RawText(str(file.get("name") or file.get("title") or "…"))
