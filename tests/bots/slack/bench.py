"""Fifty interviews at once beside a bare Bolt echo bot: `python -m tests.bots.slack.bench [ROUNDS]`.

Each bot is a process of its own; the fake Slack and the fifty people are this one. The interview bot is the real one:
detector, database on disk, no model. A turn is a message of a person and the first message that answers it.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tests.fakes.slack import payloads
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack

_PEOPLE: Final = 50
_PACE_S: Final = 2.0
_TURNS: Final = (
    "주간 보고서를 한 쪽으로 요약해줘",
    "저는 한빛상사 기획팀 박지훈 과장입니다. 010-2345-6789",
    "표로 해줘",
    "보통이요",
    "한국어",
    "대학생",
    "건너뛰기",
    "길이는 짧게",
    "처음부터",
)


@dataclass
class Figures:
    """What was measured, in seconds."""

    name: str
    acknowledged: list[float] = field(default_factory=list)
    replied: list[float] = field(default_factory=list)
    lasted: float = 0

    @property
    def per_second(self) -> float:
        """Turns per second of all people together."""
        return len(self.replied) / self.lasted

    def line(self) -> str:
        """Return one row of the table."""
        acknowledged, replied = (_percentiles(values) for values in (self.acknowledged, self.replied))
        return f"{self.name:<11} {self.per_second:8.1f}   {acknowledged}   {replied}"


async def measure(name: str, module: str, rounds: int, *more: str) -> tuple[Figures, Figures]:
    """Run one bot and let fifty people talk to it: as fast as it answers, then at the pace of quick people."""
    async with FakeSlack.running() as slack:
        slack.api.is_strict = False
        process = await asyncio.create_subprocess_exec(sys.executable, "-m", module, slack.api_url, *more)
        try:
            await slack.connected()
            people = [Person(slack, f"U{number:03}") for number in range(_PEOPLE)]
            for person in people:
                slack.posted[person.channel] = asyncio.Queue()
            await asyncio.gather(*(_talk(person, Figures("warm-up"), 1, 0.01) for person in people))
            flat_out = await _crowd(people, Figures(name), rounds, pause_s=0.01)
            paced = await _crowd(people, Figures(f"{name} *"), 1, pause_s=_PACE_S)
        finally:
            process.terminate()
            await process.wait()
    return flat_out, paced


async def _crowd(people: Sequence[Person], figures: Figures, rounds: int, pause_s: float) -> Figures:
    began = time.perf_counter()
    await asyncio.gather(*(_talk(person, figures, rounds, pause_s) for person in people))
    figures.lasted = time.perf_counter() - began
    return figures


async def _talk(person: Person, figures: Figures, rounds: int, pause_s: float) -> None:
    await asyncio.sleep(pause_s * int(person.id[1:]) / _PEOPLE)  # people do not begin in the same instant
    answers = person.slack.posted[person.channel]
    for number in range(rounds * len(_TURNS)):
        posted = person.post(_TURNS[number % len(_TURNS)])
        event = payloads.event_callback(payloads.message(posted, "im"), f"Ev{posted.ts}")
        began = time.perf_counter()
        delivery = asyncio.create_task(person.slack.deliver("events_api", event))
        figures.replied.append(await answers.get() - began)
        figures.acknowledged.append((await delivery).seconds)
        await asyncio.sleep(pause_s)
        while not answers.empty():
            answers.get_nowait()  # a greeting is followed by a question


def _percentiles(values: Sequence[float]) -> str:
    ordered = sorted(values)
    shown = (ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1_000 for share in (0.5, 0.95, 0.99))
    return " ".join(f"{value:7.1f}" for value in shown)


async def main(rounds: int) -> None:
    """Measure both and print the table."""
    echo, echo_paced = await measure("echo", "tests.bots.slack.echo_process", rounds)
    with tempfile.TemporaryDirectory() as folder:
        ours, ours_paced = await measure("promptgen", "tests.bots.slack.real_process", rounds, folder)
    sys.stdout.write(f"{_PEOPLE} people, {rounds * len(_TURNS)} turns each; milliseconds as p50 p95 p99\n")
    sys.stdout.write("bot          turns/s       acknowledged              replied\n")
    sys.stdout.write(f"{echo.line()}\n{ours.line()}\n{echo_paced.line()}\n{ours_paced.line()}\n")
    sys.stdout.write(f"* each person sends a message, reads for {_PACE_S} s, sends the next\n")
    sys.stdout.write(f"ratio {ours.per_second / echo.per_second:.2f}\n")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3))
