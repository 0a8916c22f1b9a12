"""Files that people send along, fetched from Slack."""

from typing import Final

from aiohttp import ClientError, ClientSession
from slack_sdk.errors import SlackApiError

from bots.shared.download import Download
from bots.slack.payload import Payload
from bots.slack.workspace_clients import Clients
from core.errors import FileUnusable
from core.messages import Place
from core.privacy.text import RawText

_HOSTS: Final = ("slack.com", "slack-edge.com", "slack-files.com", "slack-gov.com")


class SlackFiles:
    """A `bots.platform.FileSource`; `api_url` names a host that is trusted like Slack's own."""

    def __init__(self, session: ClientSession, clients: Clients, api_url: str, largest_mb: int) -> None:
        self._download = Download(session, _HOSTS, api_url, largest_mb)
        self._clients = clients

    def name_of(self, upload: Payload) -> RawText:
        """Return the name of a file."""
        return RawText(str(upload.get("name") or upload.get("title") or "…"))

    async def known(self, place: Place, upload: Payload) -> Payload:
        """Return the whole file object, which Slack Connect and some events withhold.

        Raises:
            FileUnusable: Slack does not tell it, or it is a link to Google Drive, OneDrive or the like: what that leads
                to is not Slack's.
        """
        found = upload
        if not upload.get("url_private") or upload.get("file_access") == "check_file_info":
            client = await self._clients.of(place.workspace)
            try:
                found = (await client.files_info(file=upload["id"]))["file"]
            except (SlackApiError, ClientError, TimeoutError):
                raise FileUnusable(reason="unreachable") from None
        if found.get("is_external"):
            raise FileUnusable(reason="link")
        return found

    async def fetch(self, place: Place, upload: Payload) -> bytes:
        """Return the content of a file."""
        address = str(upload.get("url_private_download") or upload.get("url_private") or "")
        headers = {"Authorization": f"Bearer {(await self._clients.of(place.workspace)).token}"}
        may_be_html = upload.get("filetype") in {"html", "htm"}
        return await self._download.fetch(address, upload.get("size", 0), headers, may_be_html=may_be_html)
