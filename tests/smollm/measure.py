"""Print what of its proposals the guard lets through (asserts nothing): `python -m tests.smollm.measure PYTHON`."""

import asyncio
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from core.adapters.vllm.client import connect
from core.adapters.vllm.prompt_advisor import VllmAdvisor
from core.prompting.compose import compose
from core.prompting.model.advised_prompt import Advised
from core.prompting.model.mode import Mode
from tests.smollm.briefs import BRIEFS
from tests.smollm.served import NAME, served

_PATIENCE = 600.0


async def proposals(url: str) -> None:
    """Ask for substance and for a whole prompt for each brief, and print what was kept and why the rest was not."""
    client = connect(url, model=NAME)
    advisor = VllmAdvisor(client, Mode.WHOLE, None, _PATIENCE, _PATIENCE)
    counted: Counter[str] = Counter()
    for brief in BRIEFS:
        composed, began = compose(brief), time.monotonic()
        advised = await advisor.advise(brief, composed)
        asked_s = time.monotonic() - began
        written = await advisor.write(brief, Advised(composed, NAME))
        print(f"\n{brief.purpose} ({asked_s:.0f} s, then {time.monotonic() - began - asked_s:.0f} s)")  # noqa: T201
        for each in (*advised.proposals, *written.proposals):
            became = ", ".join(map(str, each.reasons)) or "kept"
            counted[f"{each.part}: {became}"] += 1
            print(f"  {each.part} [{became}] {each.text[:160]!r}")  # noqa: T201
    await client.close()
    print()  # noqa: T201
    for name, count in sorted(counted.items()):
        print(f"{count:3} {name}")  # noqa: T201


def main(python: Path) -> None:
    """Serve it and print."""
    with tempfile.TemporaryDirectory() as folder, served(python, Path(folder) / "smollm.log") as url:
        asyncio.run(proposals(url))


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
