"""A bot process: `python -m tests.bots.discord.bot_process API GATEWAY FOLDER [PAUSE [DRAIN [MASKING]]]`.

PAUSE is how many seconds a prompt takes; without it the bot is the real one, detector and all. DRAIN is how many
seconds a stop waits for what is under way, MASKING how many it takes to mask a text. The environment may name more
settings.
"""

import asyncio
import sys
import time
from pathlib import Path

from discord import AutoShardedClient
from pydantic import SecretStr

from bots import container
from bots.discord.app import DISCORD
from bots.shared.lifecycle import run_until_signal
from core.errors import ModelUnavailable
from core.privacy.spans import Span
from core.privacy.text import RawText
from core.prompting.brief import Brief
from core.prompting.compose import Composition
from core.prompting.model.advised_prompt import Advised
from core.prompting.model.streamed_draft import OnDraft, unseen
from core.settings import Settings
from tests.fakes.detector import FakeDetector
from tests.fakes.discord.server import TOKEN
from tests.fakes.slack import parts as fake_parts


class SlowAdvisor:
    """A model that takes its time and then is not there."""

    def __init__(self, pause_s: float) -> None:
        self._pause_s = pause_s

    async def advise(self, brief: Brief, composition: Composition) -> Advised:
        await asyncio.sleep(self._pause_s)
        raise ModelUnavailable

    async def write(self, brief: Brief, advised: Advised, on_draft: OnDraft = unseen) -> Advised:
        return advised


class SlowDetector(FakeDetector):
    """A detector that takes its time."""

    def __init__(self, masking_s: float) -> None:
        super().__init__()
        self._masking_s = masking_s
        self._is_warm = False

    def detect(self, text: RawText) -> tuple[Span, ...]:
        if self._is_warm:  # the first text is that of the start, before anybody can write
            time.sleep(self._masking_s)
        self._is_warm = True
        return super().detect(text)


async def _soon(_client: object, _shard: int | None, *, initial: bool = False) -> None:
    """Wait less than Discord asks for between two identifications, which no test is about."""
    await asyncio.sleep(0 if initial else 0.1)


def main(api_url: str, gateway_url: str, folder: str, *seconds: str) -> None:
    AutoShardedClient.before_identify_hook = _soon  # type: ignore[assignment,method-assign]
    pause_s, drain_s, masking_s = (*seconds, *("", "25", "0")[len(seconds) :])
    settings = Settings(
        discord_api_url=api_url,
        discord_gateway_url=gateway_url,
        discord_token=SecretStr(TOKEN),
        data_dir=Path(folder),
        drain_s=float(drain_s),
    )
    if pause_s:
        detector = SlowDetector(float(masking_s))
        with fake_parts.build_container(settings, SlowAdvisor(float(pause_s)), load=lambda: detector) as parts:
            asyncio.run(run_until_signal(DISCORD, parts))
    else:
        with container.build_container(settings, limited=False) as parts:
            asyncio.run(run_until_signal(DISCORD, parts))


if __name__ == "__main__":
    main(*sys.argv[1:])
