"""One of several bots in HTTP mode: `python -m tests.bots.slack.http_process API_URL FOLDER DATABASE PORT MASKING`.

MASKING is how many seconds it takes to mask a text.
"""

import asyncio
import sys
import time
from pathlib import Path

from bots.shared.lifecycle import run_until_signal
from bots.slack.app import SLACK
from core.privacy.spans import Span
from core.privacy.text import RawText
from tests.fakes.detector import FakeDetector
from tests.fakes.slack.parts import build_container, settings_for
from tests.fakes.slack.server import SIGNING_SECRET


class SlowDetector(FakeDetector):
    """A detector that takes its time."""

    def __init__(self, masking_s: float) -> None:
        super().__init__()
        self._masking_s = masking_s

    def detect(self, text: RawText) -> tuple[Span, ...]:
        time.sleep(self._masking_s)
        return super().detect(text)


def main(api_url: str, folder: str, database: str, port: str, masking_s: str) -> None:
    settings = settings_for(
        Path(folder),
        api_url,
        SLACK_APP_TOKEN=None,
        SLACK_SIGNING_SECRET=SIGNING_SECRET,
        database_url=database,
        http_port=int(port),
        drain_s=2,
    )
    with build_container(settings, load=lambda: SlowDetector(float(masking_s))) as parts:
        asyncio.run(run_until_signal(SLACK, parts))


if __name__ == "__main__":
    main(*sys.argv[1:])
