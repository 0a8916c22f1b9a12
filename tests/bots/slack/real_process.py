"""The real bot with all its parts, and without limits: `python -m tests.bots.slack.real_process API_URL FOLDER`."""

import asyncio
import sys
from pathlib import Path

from bots.container import build_container
from bots.shared.lifecycle import run_until_signal
from bots.slack.app import SLACK
from tests.fakes.slack.parts import settings_for


def main(api_url: str, folder: str) -> None:
    with build_container(settings_for(Path(folder), api_url), limited=False) as parts:
        asyncio.run(run_until_signal(SLACK, parts))


if __name__ == "__main__":
    main(*sys.argv[1:])
