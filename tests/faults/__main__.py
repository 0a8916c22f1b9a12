"""`python -m tests.faults [WORDS]`: which fault is told by whom.

WORDS choose the faults whose names hold them. It takes some minutes, needs no network, and leaves nothing behind.
Without `PROMPTGEN_TEST_POSTGRESQL_URL`, or an administrator's rights for a small disk, it says what it left out.

It ends with 1 where a fault is not told by all, or what was typed came out; with 2 where none was tried.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.faults.faults import FAULTS, can_be_injected
from tests.faults.telling import observe


async def main(words: str) -> int:
    """Try the faults one after another, and say of each who told of it."""
    tried = silent = 0
    for fault in (each for each in FAULTS if words in each.name):
        if not can_be_injected(fault):
            sys.stdout.write(f"- {fault.name}: cannot be injected here\n")
            continue
        with tempfile.TemporaryDirectory() as folder:
            told = await observe(fault, Path(folder))
        tried += 1
        silent += not told.by_all
        sys.stdout.write(f"{'✓' if told.by_all else '✗'} {fault.name}\n")
        for who in ("doctor", "log", "metric", "alert"):
            sys.stdout.write(f"    {who:7}{getattr(told, who) or 'SILENT'}\n")
        if told.leaked:
            sys.stdout.write(f"    LEAKED {told.leaked}\n")
        sys.stdout.flush()
    if not tried:
        sys.stderr.write(f"None of the faults whose names hold {words!r} was tried.\n")
        return 2
    return 1 if silent else 0


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main(" ".join(sys.argv[1:]))))
