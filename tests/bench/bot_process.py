"""A bot without a platform: the real parts behind the real relay, and people who type without a pause.

`python -m tests.bench.bot_process FOLDER DATABASE_URL NAME PEOPLE CONVERSATIONS`: recovers, says how many seconds after
its start that was done, and waits for a line on standard input. Then each of the people holds so many conversations,
one after another. Last it prints, as JSON, how long each turn took and its memory in MB after each tenth of the whole.
"""

import asyncio
import itertools
import json
import os
import sys
import time
from pathlib import Path
from typing import Final

from bots.container import build_container
from bots.relay import Relay
from core.messages import Incoming, Outgoing, Place, Revealed, Typed
from core.privacy.text import RawText
from core.settings import Settings
from core.values.locale import Locale
from tests.bots.bench import TURNS

_PAGE: Final = os.sysconf("SC_PAGE_SIZE")


class NowhereOutbox:
    """Takes every reply at once."""

    async def send(self, outgoing: Outgoing, _revealed: Revealed) -> str:
        return str(outgoing.id)


class Crowd:
    """The people of one process; each conversation is with somebody new."""

    def __init__(self, relay: Relay, name: str, conversations: int) -> None:
        self._relay = relay
        self._name = name
        self._to_come = itertools.count()
        self._conversations = conversations
        self.seconds: list[float] = []
        self.megabytes: list[float] = []

    async def talk(self) -> None:
        while (number := next(self._to_come)) < self._conversations:
            if number % max(1, self._conversations // 10) == 0:
                self.megabytes.append(_resident())
            await self._converse(f"{self._name}-{number}")
        self.megabytes[10:] = [_resident()]

    async def _converse(self, name: str) -> None:
        for number, text in enumerate(TURNS):
            place = Place("bench", "T1", name)
            began = time.perf_counter()
            await self._relay.handle(Incoming(f"{name}.{number}", place, name, Locale.KO, Typed(RawText(text))))
            self.seconds.append(time.perf_counter() - began)


def _resident() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE / 2**20


async def main(folder: str, url: str, name: str, people: str, conversations: str) -> None:
    began = time.perf_counter()
    settings = Settings(data_dir=Path(folder), database_url=url or None, _env_file=None)  # type: ignore[call-arg]  # pydantic's own
    with build_container(settings, limited=False) as parts:
        relay = Relay("bench", parts.chat, parts.generation, NowhereOutbox())
        await relay.resend_pending()
        recovered = time.perf_counter() - began
        parts.detector.ready()
        sys.stdout.write(f"{recovered}\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.readline)
        crowd = Crowd(relay, name, int(conversations))
        await asyncio.gather(*(crowd.talk() for _ in range(int(people))))
        sys.stdout.write(json.dumps([crowd.seconds, crowd.megabytes]) + "\n")


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
