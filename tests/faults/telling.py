"""Whether a fault is told, by whom."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.faults.alerts import changed, firing, parse
from tests.faults.faults import Fault
from tests.faults.scene import PLANTED, Scene, scene

_LOGGED_WITHIN_S: Final = 60.0
_GOES_ON_S: Final = 3.0


@dataclass(frozen=True, slots=True)
class Told:
    """What told of a fault; empty where nothing did. `leaked` is what a person typed and log or figures hold."""

    doctor: str
    log: str
    metric: str
    alert: str
    leaked: str = ""

    @property
    def by_all(self) -> bool:
        """Whether none of the four was silent, and nothing that was typed came out."""
        return all((self.doctor, self.log, self.metric, self.alert)) and not self.leaked


async def observe(fault: Fault, folder: Path) -> Told:
    """Put a fault into a bot that runs, and look at it as its operator would."""
    async with scene(folder) as there, AsyncExitStack() as stack:
        if fault.prepare:
            await stack.enter_async_context(fault.prepare(there))
        before = parse("")
        await there.start()
        if fault.inject:
            await there.talk()
            before = await there.scrape()
            await stack.enter_async_context(fault.inject(there))
        log = await _logged(there, fault.log)
        await asyncio.sleep(_GOES_ON_S)
        during = await there.scrape()
        if fault.metric == "up":
            during = {key: value for key, value in during.items() if key[0] == "up"}
        checks = set(await there.doctor()) & set(fault.checks)
        alerts = firing(before, during)
        written = there.log.read_text("utf-8") + repr(during)
        return Told(
            doctor=", ".join(sorted(checks)),
            log=log,
            metric=next(changed(before, during, fault.metric), ""),
            alert=fault.alert if fault.alert in alerts else "",
            leaked=", ".join(each for each in PLANTED if each in written),
        )


async def _logged(there: Scene, words: str) -> str:
    """Wait for a log line of these words that says why, and return it."""
    until = time.monotonic() + _LOGGED_WITHIN_S
    while time.monotonic() < until:
        for line in _with_reason(there, words):
            return line
        await asyncio.sleep(0.5)
    return ""


def _with_reason(there: Scene, words: str) -> Iterator[str]:
    for line in there.lines():
        if line["event"] == words:
            named = [
                f"{name}={line[name]}" for name in ("code", "reason", "method", "days", "ahead_days") if line.get(name)
            ]
            if named or words == "vault locked":  # which is reason enough
                yield " ".join([words, *named])
