"""The frame of the platforms' benches: fifty people talk to a bot, at their own pace and as fast as it answers."""

import asyncio
import os
import sys
import time
from asyncio.subprocess import Process
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

PEOPLE: Final = 50
TURNS: Final = (
    "주간 보고서를 한 쪽으로 요약해줘",
    "저는 한빛상사 기획팀 박지훈 과장입니다. 010-2345-6789",
    "표로 해줘",
    "보통이요",
    "한국어",
    "대학생",
    "건너뛰기",
    "길이는 짧게",
    "처음부터",
    "네",
)
_PACE_S: Final = 2.0
_FLAT_OUT_S: Final = 0.01
_Person = TypeVar("_Person")


@dataclass
class Figures:
    """What was measured, in seconds."""

    name: str
    acknowledged: list[float] = field(default_factory=list)
    replied: list[float] = field(default_factory=list)
    lasted: float = 0
    cpu: float = 0

    @property
    def per_second(self) -> float:
        """Turns per second of all people together."""
        return len(self.replied) / self.lasted

    def line(self) -> str:
        """Return one row of the table."""
        acknowledged, replied = (percentiles(values) for values in (self.acknowledged, self.replied))
        cpu = self.cpu / len(self.replied) * 1_000
        return f"{self.name:<11} {self.per_second:8.1f} {cpu:8.2f}   {acknowledged}   {replied}"


async def measure(
    name: str,
    bot: Process,
    people: Sequence[_Person],
    talk: Callable[[_Person, Figures, int, float], Awaitable[None]],
    rounds: int,
) -> tuple[Figures, Figures]:
    """Let people talk to one bot; `talk` holds so many rounds of one person's turns with a pause after each.

    What piles up flat out would still be worked off behind it, so the pace of people comes first.
    """

    async def crowd(figures: Figures, rounds: int, pause_s: float) -> Figures:
        async def person(number: int) -> None:
            await asyncio.sleep(pause_s * number / len(people))  # people do not begin in the same instant
            await talk(people[number], figures, rounds, pause_s)

        began, spent = time.perf_counter(), _cpu(bot)
        await asyncio.gather(*map(person, range(len(people))))
        figures.lasted, figures.cpu = time.perf_counter() - began, _cpu(bot) - spent
        return figures

    await crowd(Figures("warm-up"), 1, _FLAT_OUT_S)
    paced = await crowd(Figures(f"{name} *"), 1, _PACE_S)
    return await crowd(Figures(name), rounds, _FLAT_OUT_S), paced


def percentiles(values: Sequence[float]) -> str:
    """Return the median, the 95th and the 99th, in milliseconds."""
    ordered = sorted(values)
    shown = (ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1_000 for share in (0.5, 0.95, 0.99))
    return " ".join(f"{value:7.1f}" for value in shown)


def report(rounds: int, *bots: tuple[Figures, Figures]) -> None:
    """Print the table, and how the last bot compares to each of the others."""
    flat_out, paced = zip(*bots, strict=True)
    *others, ours = flat_out
    lines = [
        f"{PEOPLE} people, {rounds * len(TURNS)} turns each; milliseconds, of CPU a turn and as p50 p95 p99",
        "bot          turns/s      CPU       acknowledged              replied",
        *(figures.line() for figures in (*flat_out, *paced)),
        f"* each person sends a message, reads for {_PACE_S} s, sends the next",
        "ratio " + ", ".join(f"{ours.per_second / other.per_second:.2f} of {other.name}" for other in others),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def _cpu(bot: Process) -> float:
    """Return the seconds of CPU that a bot has used."""
    _, _, fields = Path(f"/proc/{bot.pid}/stat").read_text().rpartition(") ")
    return sum(map(int, fields.split()[11:13])) / os.sysconf("SC_CLK_TCK")
