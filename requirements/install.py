"""Installs what a lock file pins: one line that counts, and pip's own words only where it fails.

`python requirements/install.py requirements/runtime.txt`, with the interpreter of the environment that it is for.
"""

import re
import subprocess
import sys
from collections import deque
from pathlib import Path

_TOLD = 30  # of pip's last lines, where it fails
_COUNTED = ("Collecting ", "Ignoring ", "Requirement already satisfied: ")


def main(lock: Path) -> int:
    """Install it, and return pip's exit status."""
    count = len(re.findall(r"^[\w.-]+(?:\[[\w,-]+\])?==", lock.read_text(encoding="utf-8"), re.MULTILINE))
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--progress-bar", "off")
    last: deque[str] = deque(maxlen=_TOLD)
    seen = 0
    with subprocess.Popen(  # noqa: S603 - pip of this very environment
        [*pip, "--require-hashes", "-r", str(lock)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as running:
        for line in running.stdout or ():
            last.append(line)
            seen += line.startswith(_COUNTED)
            _show(f"{min(seen, count)}/{count}" if not line.startswith("Installing") else f"{count}/{count} …")
    _show("")
    if running.returncode:
        sys.stderr.writelines(last)
    return running.returncode


def _show(words: str) -> None:
    """Show on a terminal how far it is, in the place of what stood there."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{words}")
        sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
