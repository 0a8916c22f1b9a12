"""Fetching a file from Discord's own hosts."""

from collections.abc import AsyncIterator
from typing import Final

import aiohttp
import yarl

from core.errors import FileUnusable

_HOSTS: Final = frozenset({"cdn.discordapp.com", "media.discordapp.net"})
_PIECE: Final = 64 * 1024
_PATIENCE: Final = aiohttp.ClientTimeout(total=30, sock_connect=5, sock_read=10)


class Attachments:
    """Downloads; without the token, which the address makes needless, and without following it elsewhere."""

    def __init__(self, session: aiohttp.ClientSession, api_url: str | None, largest_mb: int) -> None:
        self._session = session
        self._largest_mb = largest_mb
        self._api = yarl.URL(api_url) if api_url else None

    async def fetch(self, address: str, size: int) -> bytes:
        """Return the content of a file.

        Raises:
            FileUnusable: It is too large, does not arrive, or lies elsewhere.
        """
        url = yarl.URL(address)
        if not self._is_own(url):
            raise FileUnusable(reason="forbidden")
        if size > self._largest_mb * 2**20:
            raise FileUnusable(reason="size", max=self._largest_mb)
        try:
            return b"".join([piece async for piece in self._pieces(url)])
        except (aiohttp.ClientError, TimeoutError):
            raise FileUnusable(reason="unreachable") from None

    async def _pieces(self, url: yarl.URL) -> AsyncIterator[bytes]:
        arrived = 0
        async with self._session.get(url, timeout=_PATIENCE, allow_redirects=False) as response:
            if response.status != 200:  # noqa: PLR2004 - HTTP's OK
                raise FileUnusable(reason="unreachable")
            async for piece in response.content.iter_chunked(_PIECE):
                arrived += len(piece)
                if arrived > self._largest_mb * 2**20:
                    raise FileUnusable(reason="size", max=self._largest_mb)
                yield piece

    def _is_own(self, url: yarl.URL) -> bool:
        own = url.scheme == "https" and url.host in _HOSTS
        configured = self._api is not None and url.origin() == self._api.origin()
        return own or configured
