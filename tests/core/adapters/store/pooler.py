"""A pooler as PgBouncer is in transaction mode, but for its luck: each transaction gets another session of the server.

What PgBouncer keeps and loses: https://www.pgbouncer.org/features.html; the messages:
https://www.postgresql.org/docs/current/protocol-message-formats.html.
"""

import asyncio
import contextlib
import struct
import threading
from asyncio import StreamReader, StreamWriter
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import URL

_SESSIONS: Final = 4
_ENCRYPTED: Final = {80877103, 80877104}  # what asks for TLS, or for GSS
_TAKEN: Final = {b"user", b"database", b"application_name", b"client_encoding"}
_TOLD: Final = b"RSK"  # logged in, a setting, how to cancel
_CANCEL: Final = b"K" + struct.pack("!iii", 12, 0, 0)  # a pooler has keys of its own for that


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a connection."""

    reader: StreamReader
    writer: StreamWriter

    async def message(self, kind: int = 1) -> bytes:
        """Return a message whole; the first that a client sends has no kind."""
        head = await self.reader.readexactly(kind + 4)
        return head + await self.reader.readexactly(struct.unpack("!i", head[kind:])[0] - 4)


@dataclass(slots=True)
class Pooler:
    """Listens on loopback."""

    host: str
    port: int
    listens_at: int = 0
    _idle: "asyncio.Queue[_End]" = field(default_factory=asyncio.Queue)
    _greeting: bytes = b""
    _opening: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def serve(self, started: "Future[Callable[[], object]]") -> None:
        """Serve until what `started` is given is called."""
        ended, loop = asyncio.Event(), asyncio.get_running_loop()
        async with await asyncio.start_server(self._client, "127.0.0.1", 0) as server:
            self.listens_at = server.sockets[0].getsockname()[1]
            started.set_result(lambda: loop.call_soon_threadsafe(ended.set))
            await ended.wait()
        while not self._idle.empty():
            writer = self._idle.get_nowait().writer
            writer.close()
            await writer.wait_closed()

    async def _client(self, reader: StreamReader, writer: StreamWriter) -> None:
        client = _End(reader, writer)
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError), contextlib.closing(writer):
            startup = await client.message(kind=0)
            while struct.unpack("!i", startup[4:8])[0] in _ENCRYPTED:
                writer.write(b"N")
                startup = await client.message(kind=0)
            named = startup[8:].split(b"\0")
            if refused := set(named[:-2:2]) - _TAKEN:
                text = b"SFATAL\0C08P01\0Munsupported startup parameter: " + b", ".join(refused) + b"\0\0"
                writer.write(b"E" + struct.pack("!i", len(text) + 4) + text)
                return
            async with self._opening:
                if not self._greeting:
                    for _ in range(_SESSIONS):
                        await self._open(startup)
            writer.write(self._greeting)
            await self._transactions(client)

    async def _open(self, startup: bytes) -> None:
        server = _End(*await asyncio.open_connection(self.host, self.port))
        server.writer.write(startup)
        greeting = b""
        while not greeting.endswith(b"Z\0\0\0\5I"):
            message = await server.message()
            assert message[:1] in _TOLD + b"Z", message
            greeting += _CANCEL if message[:1] == b"K" else message
        self._greeting = greeting
        await self._idle.put(server)

    async def _transactions(self, client: _End) -> None:
        """Give each transaction of a client the session that has been idle for longest."""
        asked = asyncio.create_task(client.message())
        while (await asked)[:1] != b"X":
            server = await self._idle.get()
            asked = await _transact(client, server, asked)
            await self._idle.put(server)


async def _transact(client: _End, server: _End, asked: "asyncio.Task[bytes]") -> "asyncio.Task[bytes]":
    """Pass a transaction on, both ways, to its end; return what waits for the client's next message."""
    waited_for = 0
    answered = asyncio.create_task(server.message())
    while True:
        await asyncio.wait({asked, answered}, return_when=asyncio.FIRST_COMPLETED)
        if answered.done():
            message = answered.result()
            client.writer.write(message)
            if message[:1] == b"Z":
                waited_for -= 1
                if message[5:] == b"I" and not waited_for:
                    return asked
            answered = asyncio.create_task(server.message())
        elif asked.done():
            message = asked.result()
            server.writer.write(message)
            waited_for += message[:1] in {b"Q", b"S"}
            asked = asyncio.create_task(client.message())


@contextlib.contextmanager
def pooler(url: URL) -> Iterator[int]:
    """Put a pooler before a server, and give the port where it listens; its clients are to be gone before its end."""
    made, started = Pooler(url.host or "", url.port or 5432), Future[Callable[[], object]]()
    thread = threading.Thread(target=lambda: asyncio.run(made.serve(started)), daemon=True)
    thread.start()
    end = started.result(10)
    try:
        yield made.listens_at
    finally:
        end()
        thread.join(10)
