"""A bot in a process of its own, to be killed: `python -m tests.bots.slack.bot_process API_URL FOLDER PAUSE [DRAIN]`.

PAUSE is how many seconds a prompt takes, DRAIN how many a stop waits for one.
"""

import asyncio
import sys
from pathlib import Path

from bots.shared.lifecycle import run_until_signal
from bots.slack.app import SLACK
from core.errors import ModelUnavailable
from core.prompting.brief import Brief
from core.prompting.compose import Composition
from core.prompting.model.advised_prompt import Advised
from core.prompting.model.streamed_draft import OnDraft, unseen
from tests.fakes.slack.parts import build_container, settings_for


class SlowAdvisor:
    """A model that takes its time and then is not there."""

    def __init__(self, pause_s: float) -> None:
        self._pause_s = pause_s

    async def advise(self, brief: Brief, composition: Composition) -> Advised:
        await asyncio.sleep(self._pause_s)
        raise ModelUnavailable

    async def write(self, brief: Brief, advised: Advised, on_draft: OnDraft = unseen) -> Advised:
        return advised


def main(api_url: str, folder: str, pause_s: str, drain_s: str = "25") -> None:
    settings = settings_for(Path(folder), api_url, drain_s=float(drain_s))
    with build_container(settings, SlowAdvisor(float(pause_s))) as parts:
        asyncio.run(run_until_signal(SLACK, parts))


if __name__ == "__main__":
    main(*sys.argv[1:])
