"""Fetching a file that somebody sent from the platform's own hosts."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from aiohttp import ClientError, ClientSession, ClientTimeout
from yarl import URL

from core.errors import FileUnusable

_PATIENCE: Final = ClientTimeout(total=60, sock_connect=5, sock_read=15)
_PIECE: Final = 2**16


@dataclass(frozen=True, slots=True)
class Download:
    """Fetches from `hosts` and those below them, and from the configured API's; `largest_mb` is the most it takes."""

    session: ClientSession
    hosts: tuple[str, ...]
    api_url: str | None
    largest_mb: int

    async def fetch(
        self, address: str, size: int, headers: Mapping[str, str] | None = None, *, may_be_html: bool = True
    ) -> bytes:
        """Return the content of a file; unless it `may_be_html`, HTML is a page for signing in, in place of the file.

        Raises:
            FileUnusable: It is too large, does not arrive, lies elsewhere, or is kept from us.
        """
        if size > self.largest_mb * 2**20:
            raise self._too_large()
        if not self._is_trusted(URL(address)):
            raise FileUnusable(reason="unreachable")
        content = bytearray()
        try:
            # A redirect is not followed: a token would go with it.
            async with self.session.get(address, headers=headers, timeout=_PATIENCE, allow_redirects=False) as response:
                if response.status != HTTPStatus.OK:
                    raise FileUnusable(reason="unreachable")
                if response.content_type == "text/html" and not may_be_html:
                    raise FileUnusable(reason="forbidden")
                async for piece in response.content.iter_chunked(_PIECE):
                    content += piece
                    if len(content) > self.largest_mb * 2**20:
                        raise self._too_large()
        except (ClientError, TimeoutError):
            raise FileUnusable(reason="unreachable") from None
        return bytes(content)

    def _is_trusted(self, url: URL) -> bool:
        """Say whether a file may be fetched from there, a token with the request: by https, or from the API's host."""
        if self.api_url and url.is_absolute() and url.origin() == URL(self.api_url).origin():
            return True
        host = url.host or ""
        return url.scheme == "https" and any(host == one or host.endswith(f".{one}") for one in self.hosts)

    def _too_large(self) -> FileUnusable:
        return FileUnusable(reason="size", max=self.largest_mb)
