"""Fifty interviews at once beside three plain Bolt bots: `python -m tests.bots.slack.bench [ROUNDS]`.

Each bot is a process of its own; the fake Slack and the fifty people are this one. The interview bot is the real one:
detector, database on disk, no model. Of the others `echo` says back what it hears, `durable` has it on the disk first,
and `masked` masks it by stock Presidio before that: what lies between them is what each of the two costs. A turn is a
message of a person and the first message that answers it.
"""

import asyncio
import sys
import tempfile
import time
from typing import Final

from tests.bots.bench import PEOPLE, TURNS, Figures, measure, report
from tests.fakes.slack import payloads
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack

_BOTS: Final = (
    ("echo", "echo_process"),
    ("durable", "plain_process"),
    ("masked", "plain_process", "--masked"),
    ("promptgen", "real_process"),
)


async def run(name: str, module: str, rounds: int, *more: str) -> tuple[Figures, Figures]:
    """Start one bot and measure it."""
    async with FakeSlack.running() as slack:
        slack.api.is_strict = False
        process = await asyncio.create_subprocess_exec(sys.executable, "-m", module, slack.api_url, *more)
        try:
            await slack.connected()
            people = [Person(slack, f"U{number:03}") for number in range(PEOPLE)]
            for person in people:
                slack.posted[person.channel] = asyncio.Queue()
            return await measure(name, process, people, _talk, rounds)
        finally:
            process.terminate()
            await process.wait()


async def _talk(person: Person, figures: Figures, rounds: int, pause_s: float) -> None:
    answers = person.slack.posted[person.channel]
    for number in range(rounds * len(TURNS)):
        posted = person.post(TURNS[number % len(TURNS)])
        event = payloads.event_callback(payloads.message(posted, "im"), f"Ev{posted.ts}")
        began = time.perf_counter()
        delivery = asyncio.create_task(person.slack.deliver("events_api", event))
        figures.replied.append(await answers.get() - began)
        figures.acknowledged.append((await delivery).seconds)
        await asyncio.sleep(pause_s)
        while not answers.empty():
            answers.get_nowait()  # a greeting is followed by a question


async def main(rounds: int) -> None:
    """Measure all four and print the table."""
    results = []
    for name, module, *more in _BOTS:
        with tempfile.TemporaryDirectory() as folder:
            results.append(await run(name, f"tests.bots.slack.{module}", rounds, folder, *more))
    report(rounds, *results)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3))
