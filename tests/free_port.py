"""A port of this machine that nobody listens on."""

import socket


def free_port() -> int:
    """Return one that the system has just given and got back."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port
