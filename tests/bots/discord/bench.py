"""Fifty interviews at once beside a bare discord.py echo bot: `python -m tests.bots.discord.bench [ROUNDS]`.

Each bot is a process of its own; the fake Discord and the fifty people are this one. The interview bot is the real
one: detector, database on disk, no model. A turn is a message of a person and the first message that answers it; an
acknowledgement is the first answer to a pressed button.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tests.fakes.discord.person import Person
from tests.fakes.discord.server import FakeDiscord

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
_BUTTON: Final = {"components": [{"components": [{"label": "x", "custom_id": "choose:form:table"}]}]}


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


async def measure(name: str, module: str, rounds: int, folder: str) -> tuple[Figures, Figures]:
    """Run one bot and let fifty people talk to it: at the pace of quick people, then as fast as it answers."""
    async with FakeDiscord() as fake:
        command = [sys.executable, "-W", "ignore", "-m", module, fake.api_url, fake.gateway_url, folder]
        process = await asyncio.create_subprocess_exec(*command)
        try:
            await fake.gateway.ready(1)
            people = [fake.person(f"사람{number}") for number in range(_PEOPLE)]
            await _talk(people[0], Figures("warm-up"), 1, 0.1)
            # What piles up flat out would still be worked off behind it, so the pace of people comes first.
            paced = await _crowd(people, Figures(f"{name} *"), 1, pause_s=_PACE_S)
            flat_out = await _crowd(people, Figures(name), rounds, pause_s=0.01)
        finally:
            process.terminate()
            await process.wait()
    return flat_out, paced


async def _crowd(people: Sequence[Person], figures: Figures, rounds: int, pause_s: float) -> Figures:
    began = time.perf_counter()
    await asyncio.gather(
        *(
            _delayed(pause_s * number / _PEOPLE, person, figures, rounds, pause_s)
            for number, person in enumerate(people)
        )
    )
    figures.lasted = time.perf_counter() - began
    return figures


async def _delayed(delay_s: float, person: Person, figures: Figures, rounds: int, pause_s: float) -> None:
    await asyncio.sleep(delay_s)  # people do not begin in the same instant
    await _talk(person, figures, rounds, pause_s)
    shown = person.dm.messages[-1] | _BUTTON | {"content": "x"}
    for _ in range(rounds):
        pressed = await person.press(shown, "x")
        figures.acknowledged.append((pressed.answered_at or 0) - pressed.sent_at)
        await asyncio.sleep(pause_s)


async def _talk(person: Person, figures: Figures, rounds: int, pause_s: float) -> None:
    dm, bot = person.dm, str(person.record.world.bot)
    for number in range(rounds * len(_TURNS)):
        seen = len(dm.messages) + 1
        began = time.perf_counter()
        await person.say(_TURNS[number % len(_TURNS)])
        await person.record.until(lambda seen=seen: any(one["author"]["id"] == bot for one in dm.messages[seen:]), 60)  # type: ignore[misc]
        figures.replied.append(time.perf_counter() - began)
        await asyncio.sleep(pause_s)  # a greeting is followed by a question


def _percentiles(values: Sequence[float]) -> str:
    ordered = sorted(values)
    shown = (ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1_000 for share in (0.5, 0.95, 0.99))
    return " ".join(f"{value:7.1f}" for value in shown)


async def main(rounds: int) -> None:
    """Measure both and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        echo, echo_paced = await measure("echo", "tests.bots.discord.echo_process", rounds, folder)
        ours, ours_paced = await measure("promptgen", "tests.bots.discord.bot_process", rounds, folder)
    sys.stdout.write(f"{_PEOPLE} people, {rounds * len(_TURNS)} turns each; milliseconds as p50 p95 p99\n")
    sys.stdout.write("bot          turns/s       acknowledged              replied\n")
    sys.stdout.write(f"{echo.line()}\n{ours.line()}\n{echo_paced.line()}\n{ours_paced.line()}\n")
    sys.stdout.write(f"* each person sends a message, reads for {_PACE_S} s, sends the next\n")
    sys.stdout.write(f"ratio {ours.per_second / echo.per_second:.2f}\n")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3))
