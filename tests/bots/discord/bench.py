"""Fifty interviews at once beside a bare discord.py echo bot: `python -m tests.bots.discord.bench [ROUNDS]`.

Each bot is a process of its own; the fake Discord and the fifty people are this one. The interview bot is the real
one: detector, database on disk, no model. A turn is a message of a person and the first message that answers it; an
acknowledgement is the first answer to a pressed button.
"""

import asyncio
import sys
import tempfile
import time
from typing import Final

from tests.bots.bench import PEOPLE, TURNS, Figures, measure, report
from tests.fakes.discord.person import Person
from tests.fakes.discord.server import FakeDiscord

_BUTTON: Final = {"components": [{"components": [{"label": "x", "custom_id": "choose:form:table"}]}]}


async def run(name: str, module: str, rounds: int, folder: str) -> tuple[Figures, Figures]:
    """Start one bot and measure it."""
    async with FakeDiscord() as fake:
        command = [sys.executable, "-W", "ignore", "-m", module, fake.api_url, fake.gateway_url, folder]
        process = await asyncio.create_subprocess_exec(*command)
        try:
            await fake.gateway.ready(1)
            people = [fake.person(f"사람{number}") for number in range(PEOPLE)]
            return await measure(name, process, people, _talk, rounds)
        finally:
            process.terminate()
            await process.wait()


async def _talk(person: Person, figures: Figures, rounds: int, pause_s: float) -> None:
    for number in range(rounds * len(TURNS)):
        await _turn(person, TURNS[number % len(TURNS)], figures)
        await asyncio.sleep(pause_s)  # a greeting is followed by a question
    shown = person.dm.messages[-1] | _BUTTON | {"content": "x"}
    for _ in range(rounds):
        pressed = await person.press(shown, "x")
        figures.acknowledged.append((pressed.answered_at or 0) - pressed.sent_at)
        await asyncio.sleep(pause_s)


async def _turn(person: Person, text: str, figures: Figures) -> None:
    dm, bot = person.dm, str(person.record.world.bot)
    seen = len(dm.messages) + 1
    began = time.perf_counter()
    await person.say(text)
    await person.record.until(lambda: any(one["author"]["id"] == bot for one in dm.messages[seen:]), 60)
    figures.replied.append(time.perf_counter() - began)


async def main(rounds: int) -> None:
    """Measure both and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        echo = await run("echo", "tests.bots.discord.echo_process", rounds, folder)
        ours = await run("promptgen", "tests.bots.discord.bot_process", rounds, folder)
    report(rounds, echo, ours)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3))
