"""The most bytes that an answer may have: a server that does not stop is cut off as it sends."""

from collections.abc import AsyncIterator
from typing import Final

from httpx2 import AsyncByteStream, Response

from core.adapters.vllm.fault import AnswerTooLong

MOST_BYTES: Final = 8 * 2**20
"""Ten times a streamed answer that fills Mixtral's context, each token in an event of its own."""


class _Counted(AsyncByteStream):
    """A body that is counted as it comes."""

    def __init__(self, body: AsyncByteStream, most: int) -> None:
        self._body: Final = body
        self._most: Final = most

    async def __aiter__(self) -> AsyncIterator[bytes]:
        left = self._most
        async for piece in self._body:
            left -= len(piece)
            if left < 0:
                raise AnswerTooLong
            yield piece

    async def aclose(self) -> None:
        await self._body.aclose()


async def count_bytes(response: Response, most: int = MOST_BYTES) -> None:
    """Let a response end with an error where it grows too long, or where it is packed: nobody knows how long that is.

    Raises:
        AnswerTooLong: It is packed, though it was asked for as it is.
    """
    if response.headers.get("Content-Encoding", "identity") != "identity" or not isinstance(
        response.stream, AsyncByteStream
    ):
        await response.aclose()
        raise AnswerTooLong
    response.stream = _Counted(response.stream, most)
