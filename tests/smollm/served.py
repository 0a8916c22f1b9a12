"""SmolLM2 on this machine's CPU, behind llama.cpp's OpenAI-compatible server."""

import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.free_port import free_port

NAME: Final = "smollm2"
_SERVE: Final = Path(__file__).with_name("serve.py")
_START_S: Final = 120.0


@contextmanager
def served(python: Path, log: Path) -> Iterator[str]:
    """Serve it until the block ends, and return where its API begins; the log is what the server prints."""
    port = free_port()
    with log.open("wb") as output:
        command: list[str | Path] = [python, _SERVE, str(port)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.STDOUT) as process:
            try:
                _wait(process, f"http://127.0.0.1:{port}/health", log)
                yield f"http://127.0.0.1:{port}/v1"
            finally:
                process.kill()


def _wait(process: subprocess.Popen[bytes], health: str, log: Path) -> None:
    ends = time.monotonic() + _START_S
    while time.monotonic() < ends and process.poll() is None:
        try:
            with urllib.request.urlopen(health, timeout=5):  # noqa: S310 - loopback
                return
        except (OSError, urllib.error.HTTPError):
            time.sleep(0.3)
    raise RuntimeError(log.read_text(errors="replace")[-4_000:])
