"""What is said before an interview on a terminal."""

import os
import subprocess
import sys
from pathlib import Path


def test_a_missing_key_is_said_before_an_interview(tmp_path: Path) -> None:
    asks = [sys.executable, "-W", "ignore", "-m", "bots", "chat"]
    environment = os.environ | {"PROMPTGEN_DATA_DIR": str(tmp_path / "data"), "PROMPTGEN_LOCALE": "en"}
    for is_there in (True, False):
        if not is_there:
            (tmp_path / "data" / "vault.key").unlink()
        done = subprocess.run(asks, input="\n", capture_output=True, text=True, env=environment, check=False)
        assert ("vault.key" in done.stderr) is not is_there
