"""A real vLLM on this machine's CPU, started the way operators start it."""

import os
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.free_port import free_port

REPOSITORY: Final = Path(__file__).parents[2]
NAME: Final = "tiny-mixtral"
QUEUE: Final = 6
DRAIN: Final = 20  # seconds
_START: Final = 300.0  # seconds
# A whole prompt is read at once: vLLM's CPU worker dies of a request with a seed that it has to read in parts.
_OPTIONS: Final = ("--enforce-eager", "--max-num-seqs=4", "--max-num-batched-tokens=32768")
_CPU: Final = {
    "VLLM_CPU_KVCACHE_SPACE": "1",
    "VLLM_CPU_OMP_THREADS_BIND": "nobind",
    "OMP_NUM_THREADS": "1",
    "HF_HUB_OFFLINE": "1",
}


@dataclass(frozen=True)
class Served:
    """A running server."""

    process: subprocess.Popen[bytes]
    root: str
    log: Path

    @property
    def url(self) -> str:
        """Where the OpenAI-compatible API begins."""
        return f"{self.root}/v1"

    def metric(self, name: str) -> float:
        """Return the sum of a metric over its labels."""
        with urllib.request.urlopen(f"{self.root}/metrics", timeout=10) as answer:  # noqa: S310 - loopback
            lines = answer.read().decode().splitlines()
        return sum(float(line.rsplit(" ", 1)[1]) for line in lines if line.startswith((f"{name}{{", f"{name} ")))

    def wait_until(self, *, running: bool) -> None:
        """Return as soon as a request is running, or none is."""
        while bool(self.metric("vllm:num_requests_running")) is not running:
            time.sleep(0.02)

    def stop(self) -> None:
        """Ask it to stop, and do not wait."""
        self.process.send_signal(signal.SIGTERM)


def make_model(python: Path, folder: Path, *kind: str) -> Path:
    """Make the tiny model."""
    command: list[str | Path] = [python, REPOSITORY / "tests/vllm_cpu/make_model.py", folder, *kind]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@contextmanager
def served(python: Path, model: Path, log: Path, **more: str) -> Iterator[Served]:
    """Serve a model until the block ends, with `more` settings; the log is what the server prints."""
    port = free_port()
    settings = _settings(model, port) | more
    environment = os.environ | _CPU | {f"PROMPTGEN_SERVE_{name}": value for name, value in settings.items()}
    command: list[str | Path] = [python, "-m", "serving", "--", *_OPTIONS]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=REPOSITORY, env=environment, stdout=output, stderr=subprocess.STDOUT)
        server = Served(process, f"http://127.0.0.1:{port}", log)
        try:
            _wait(server)
            yield server
        finally:
            process.terminate()
            process.wait(DRAIN + 30)


def _settings(model: Path, port: int) -> dict[str, str]:
    return {
        "MODEL": str(model),
        "SERVED_NAME": NAME,
        "PORT": str(port),
        "CONTEXT": "8192",
        "QUEUE": str(QUEUE),
        "DRAIN_SECONDS": str(DRAIN),
        "GPUS": "1",  # described, not looked for: the model is made to fit any machine
        "GPU_MEMORY_GIB": "140",
    }


def _wait(server: Served) -> None:
    ends = time.monotonic() + _START
    while time.monotonic() < ends:
        if server.process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{server.root}/health", timeout=2):  # noqa: S310 - loopback
                return
        except OSError:
            time.sleep(0.5)
    raise RuntimeError(server.log.read_text(errors="replace")[-4_000:])
