"""A real PgBouncer in transaction mode, before a server."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

import psycopg
from sqlalchemy import URL

from tests.free_port import free_port

PROGRAM: Final = shutil.which("pgbouncer", path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin")
_SESSIONS: Final = 4
# PgBouncer's default gives the session back that it gave before, which hides what was left there.
_SETTINGS: Final = """
[databases]
* = {server}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = {sessions}
server_round_robin = 1
"""


@contextmanager
def pgbouncer(url: URL) -> Iterator[int]:
    """Start it, have it open its sessions of a database, and give the port where it listens."""
    assert PROGRAM is not None
    port = free_port()
    parts = url.translate_connect_args(username="user", database="dbname")
    server = " ".join(f"{name}='{part}'" for name, part in parts.items())
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pgbouncer.ini"
        file.write_text(_SETTINGS.format(server=server, port=port, sessions=_SESSIONS), "utf-8")
        user = "nobody" if os.geteuid() == 0 else None  # it will not run as root
        if user:
            shutil.chown(folder, user)
        with subprocess.Popen([PROGRAM, str(file)], user=user, cwd="/") as process:
            try:
                _wait_for(process, port)
                _open_sessions(f"host=127.0.0.1 port={port} user={url.username} dbname={url.database}")
                yield port
            finally:
                process.kill()


def _wait_for(process: "subprocess.Popen[bytes]", port: int) -> None:
    while process.poll() is None:
        with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    message = "PgBouncer has ended"
    raise RuntimeError(message)


def _open_sessions(address: str) -> None:
    """Hold as many transactions open at once as there are to be sessions."""
    with ExitStack() as stack:
        for _ in range(_SESSIONS):
            stack.enter_context(psycopg.connect(address)).execute("SELECT 1")
