"""A bot in a process of its own: `python -m tests.bots.discord.bot_process API_URL GATEWAY_URL FOLDER [PAUSE [DRAIN]]`.

PAUSE is how many seconds a prompt takes; without it the bot is the real one, detector and all. DRAIN is how many
seconds a stop waits for what is under way.
"""

import asyncio
import sys
from pathlib import Path

from bots import wiring
from bots.discord.app import until_told
from core.errors import ModelUnavailable
from core.prompting.brief import Brief
from core.prompting.compose import Composition
from core.prompting.model.advised import Advised
from core.settings import Settings
from tests.fakes.discord.server import TOKEN
from tests.fakes.slack import parts as fake_parts


class SlowAdvisor:
    """A model that takes its time and then is not there."""

    def __init__(self, pause_s: float) -> None:
        self._pause_s = pause_s

    async def advise(self, brief: Brief, composition: Composition) -> Advised:
        await asyncio.sleep(self._pause_s)
        raise ModelUnavailable


def main(api_url: str, gateway_url: str, folder: str, pause_s: str = "", drain_s: str = "25") -> None:
    settings = Settings(
        discord_api_url=api_url, discord_gateway_url=gateway_url, data_dir=Path(folder), drain_s=float(drain_s)
    )
    if pause_s:
        with fake_parts.assembled(settings, SlowAdvisor(float(pause_s))) as parts:
            asyncio.run(until_told(parts, TOKEN))
    else:
        with wiring.assembled(settings, limited=False) as parts:
            parts.detector.ready()
            asyncio.run(until_told(parts, TOKEN))


if __name__ == "__main__":
    main(*sys.argv[1:])
