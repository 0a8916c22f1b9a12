"""The real bot with all its parts, and without limits: `python -m tests.bots.slack.real_process API_URL FOLDER`."""

import asyncio
import sys
from contextlib import AsyncExitStack
from pathlib import Path

from bots.container import build_container
from bots.slack.app import start
from tests.fakes.slack.parts import settings_for


async def main(api_url: str, folder: str) -> None:
    with build_container(settings_for(Path(folder), api_url), limited=False) as parts:
        parts.detector.ready()
        async with AsyncExitStack() as stack:
            await start(parts, stack)
            await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
