"""Commands that run in the process of the tests, with one detector for all of them."""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Final, Protocol

import pytest

from bots.cli import main
from core.ports import Detector

OURS: Final = ("PROMPTGEN_", "SLACK_", "DISCORD_")
"""How the names of our settings begin."""

Done = subprocess.CompletedProcess[bytes]


class Command(Protocol):
    def __call__(self, *arguments: str, given: bytes | str = b"", folder: Path, **environment: str) -> Done: ...


@pytest.fixture
def promptgen(loaded_detector: Detector, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run a command in this process."""

    def run(*arguments: str, given: bytes | str = b"", folder: Path, **environment: str) -> Done:
        given = given.encode() if isinstance(given, str) else given
        read, out, err = (io.TextIOWrapper(io.BytesIO(begun), "utf-8") for begun in (given, b"", b""))
        with monkeypatch.context() as patch:
            patch.setattr("bots.container.PresidioDetector", lambda *_: loaded_detector)
            for name in os.environ:
                if name.startswith(OURS):
                    patch.delenv(name)
            for name, value in {"PROMPTGEN_DATA_DIR": str(folder), **environment}.items():
                patch.setenv(name, value)
            for name, stream in (("stdin", read), ("stdout", out), ("stderr", err)):
                patch.setattr(sys, name, stream)
            status = main(arguments)
        out.flush()
        err.flush()
        return subprocess.CompletedProcess(arguments, status, out.buffer.getvalue(), err.buffer.getvalue())

    return run
