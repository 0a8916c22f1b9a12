"""A bot in a process of its own, to be killed: `python -m tests.bots.slack.bot_process API_URL FOLDER PAUSE`.

PAUSE is how many seconds a prompt takes.
"""

import asyncio
import sys
from contextlib import AsyncExitStack
from pathlib import Path

from bots.slack.app import start
from core.errors import ModelUnavailable
from core.prompting.brief import Brief
from core.prompting.compose import Composition
from core.prompting.polished import Polished
from tests.fakes.slack.parts import assembled, settings_for


class SlowPolisher:
    """A model that takes its time and then is not there."""

    def __init__(self, pause_s: float) -> None:
        self._pause_s = pause_s

    async def polish(self, brief: Brief, composition: Composition) -> Polished:
        await asyncio.sleep(self._pause_s)
        raise ModelUnavailable


async def main(api_url: str, folder: str, pause_s: str) -> None:
    with assembled(settings_for(Path(folder), api_url), SlowPolisher(float(pause_s))) as parts:
        async with AsyncExitStack() as stack:
            await start(parts, stack)
            await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
