"""Kills really started bot processes under people at work: `python -m tests.bots.discord.crashes [KILLS]`.

The processes load all that the command loads, so they are cold for most of their life. They are killed while they
start, at random, and just after an acknowledgement. What Discord says was taken, people do not repeat, nor what they
wrote into a conversation; what it says was not, they do again.
"""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, NoReturn

from tests.bots.crashing import TOLD, Outcome, report, started
from tests.bots.discord.screen import controls
from tests.core.adapters.store.databases import Database
from tests.fakes.discord.components import words
from tests.fakes.discord.interactions import Interaction
from tests.fakes.discord.person import Person
from tests.fakes.discord.server import TOKEN, FakeDiscord
from tests.fakes.discord.world import Channel

Json = dict[str, Any]

_SEES_WITHIN_S = 150.0  # a lease of a dead process on PostgreSQL, and the look that follows it
_REFUSED = "뒤에 다시 보내"  # what is not taken is answered, too
_FAILS_AFTER_S = 3.5  # what Discord's client waits, and then says that the interaction failed


async def kill_often(database: Database, kills: int, people: int, seed: int) -> Outcome:
    """Kill so many processes under so many people, let the last one live, and say what came of it."""
    outcome, chance = Outcome(), random.Random(seed)  # noqa: S311 - moments, not keys
    async with FakeDiscord() as discord:
        channel = discord.world.channel(discord.world.guild())
        ended = asyncio.Event()
        crowd = [_Employee(discord, channel, number, outcome, chance) for number in range(people)]
        tasks = [asyncio.create_task(one.work_until(ended)) for one in crowd]
        for number in range(kills):
            moment = ("cold", "answered", "any", "answered")[number % 4]
            await _start_and_kill(discord, database, moment, chance, outcome)
            outcome.kills += 1
        async with running(discord, database, outcome):
            ended.set()
            await asyncio.gather(*tasks)
            await outcome.settled(database)
        for one in crowd:
            one.look_for_doubles()
        outcome.lost += discord.record.faults
    return outcome


async def _start_and_kill(
    discord: FakeDiscord, database: Database, moment: str, chance: random.Random, outcome: Outcome
) -> None:
    known = discord.gateway.identified
    async with running(discord, database, outcome) as process:
        if moment == "cold":
            await asyncio.sleep(chance.uniform(0.3, 5))
            return
        await asyncio.wait_for(discord.gateway.ready(known + 1), 300)
        if moment == "any":
            await asyncio.sleep(chance.uniform(0, 3))
            return
        before = _answered(discord)
        with suppress(TimeoutError):
            await discord.record.until(lambda: _answered(discord) > before, 10)
        await asyncio.sleep(chance.choice((0, 0.002, 0.01, 0.05)))
        process.kill()


def _answered(discord: FakeDiscord) -> int:
    return sum(one.answer is not None for one in discord.record.interactions.values())


@asynccontextmanager
async def running(
    discord: FakeDiscord, database: Database, outcome: Outcome
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run the bot, and kill it at the end of the block."""
    settings = {
        "DISCORD_TOKEN": TOKEN,
        "PROMPTGEN_DISCORD_API_URL": discord.api_url,
        "PROMPTGEN_DISCORD_GATEWAY_URL": discord.gateway_url,
    }
    outcome.note("the bot", "starts")
    connected = discord.gateway.ready(discord.gateway.identified + 1)
    async with started("discord", database, settings) as process, outcome.uptime.counted(connected):
        yield process
    outcome.note("the bot", "is killed")
    discord.gateway.forget()


class _Employee:
    """Makes one prompt after another, in the DM or in threads: by command, by typing, by buttons and in an input."""

    def __init__(
        self, discord: FakeDiscord, channel: Channel, number: int, outcome: Outcome, chance: random.Random
    ) -> None:
        self._discord, self._channel, self._number, self._outcome = discord, channel, number, outcome
        self._chance = chance
        self._person: Person = discord.person(f"사람{number}")
        self._in_dm = number % 2 == 0
        self._place = self._person.dm
        self._ended = asyncio.Event()
        self._since = 0
        self._tries: Counter[str] = Counter()

    async def work_until(self, ended: asyncio.Event) -> None:
        """Make prompts until it is enough; what was begun is finished."""
        self._ended, made = ended, 0
        while not ended.is_set():
            await asyncio.sleep(self._chance.uniform(0, 1))
            with suppress(AssertionError):
                await self._make_prompt(made)
            made += 1

    async def _make_prompt(self, number: int) -> None:
        purpose = f"보고서 {self._number}.{number}번을 요약해줘"
        about = f"부서 {self._number}.{number}번에서 일합니다. {TOLD}"
        await self._begin(purpose)
        await (self._say(about) if self._in_dm else self._write(about))
        await self._sees("[질문 3]", about)
        for how, answer, shown in (
            (self._press, "표", "[질문 4]"),
            (self._say, "보통", "[질문 5]"),
            (self._press, "한국어", "[질문 6]"),
            (self._say, "전문가", "AI가 참고할"),
            (self._press, "건너뛰기", "이렇게 이해했어요"),
            (self._press, "만들기", "버전 1"),
        ):
            await how(answer, shown)
            await self._sees(shown, answer)
        for answer in (purpose, about.partition(". ")[0]):
            if answer not in self._words():
                self._lose(f"{answer} is in no summary: {self._words()}")
        self.look_for_doubles()

    async def _begin(self, purpose: str) -> None:
        """Use the command until it is taken, and wait for the question that follows."""
        self._since, self._tries = self._discord.world.snowflake(), Counter()
        way = "dm" if self._in_dm else "thread"
        while True:
            sent = await self._person.command(channel=self._channel, wait=False, purpose=purpose, way=way)
            taken = await self._acknowledged(sent, "[질문 2]")
            self._note("/promptgen", purpose, taken=taken)
            if taken or await self._waits(lambda: "[질문 2]" in self._words(), 30):
                break
        await self._sees("[질문 2]", purpose)

    async def _say(self, text: str, _shown: str = "") -> None:
        """Write a message once: it stands in the conversation."""
        name = "" if self._in_dm else f"<@{self._discord.world.bot}> "
        await self._person.say(f"{name}{text}", self._place)
        self._note("says", text)

    async def _press(self, label: str, shown: str) -> None:
        while True:
            message = self._newest_with(label)
            if message is not None:
                sent = await self._person.press(message, label, wait=False)
                taken = await self._acknowledged(sent, shown)
                self._note("presses", label, taken=taken)
                if taken:
                    return
            if await self._waits(lambda: shown in self._words(), 30):
                return

    async def _write(self, text: str) -> None:
        """Write into the input of a question; it stays open until it is acknowledged."""
        opened: Interaction | None = None
        while opened is None or opened.modal is None:
            message = self._newest_with("답하기")
            assert message is not None
            opened = await self._person.press(message, "답하기", wait=False)
            await self._acknowledged(opened, "")
        sent = await self._person.submit(opened, {"text": text}, wait=False)
        while not await self._acknowledged(sent, "[질문 3]"):
            sent = await self._person.submit(opened, {"text": text}, wait=False)
        self._note("submits", text)

    async def _acknowledged(self, sent: Interaction, shown: str) -> bool:
        self._tries[shown] += 1
        with suppress(TimeoutError):
            await asyncio.wait_for(sent.answered.wait(), _FAILS_AFTER_S)
        return sent.answer is not None and _REFUSED not in str(sent.answer)

    async def _sees(self, text: str, answer: str) -> None:
        """Wait for what an answer leads to, for as long as processes are killed, and then for those that live."""
        seen = is_last = False
        async with self._outcome.waited():
            while not (seen or is_last):
                is_last = self._ended.is_set()
                seen = await self._waits(lambda: text in self._words())
        if not seen:
            self._lose(f"{answer} ({text} never came)")
        self._outcome.answers += 1
        self._note(f"sees {text}", answer)

    async def _waits(self, true: Callable[[], object], seconds: float = _SEES_WITHIN_S) -> bool:
        with suppress(TimeoutError):
            await self._discord.record.until(lambda: bool(true()), seconds)
            return True
        return False

    def _shown(self, *, ever: bool = False) -> list[Json]:
        """Return what the bot shows of this prompt, where it is made; or ever showed, what it took away included."""
        if not self._in_dm:
            mine = [one for one in self._threads() if one.messages]
            self._place = mine[-1] if mine else self._channel
        bot, messages = str(self._discord.world.bot), self._place.posted if ever else self._place.messages
        return [one for one in messages if one["author"]["id"] == bot and int(one["id"]) > self._since]

    def _threads(self) -> list[Channel]:
        channels = self._discord.world.channels.values()
        return [one for one in channels if one.parent == self._channel.id and self._person.id in one.members]

    def _words(self) -> str:
        return "\n".join(words(one) for one in self._shown())

    def _newest_with(self, label: str) -> Json | None:
        return next((one for one in reversed(self._shown()) if label in controls(one)), None)

    def _note(self, what: str, about: str, *, taken: bool | None = None) -> None:
        said = "" if taken is None else f" {'taken' if taken else 'not taken'}"
        self._outcome.note(f"사람{self._number}", f"{what} ({about[:20]}){said} in {self._place.id}")

    def _lose(self, what: str) -> NoReturn:
        self._outcome.lost.append(what)
        self._note("LOSES", what)
        raise AssertionError(what)

    def look_for_doubles(self) -> None:
        """Note what was said more often than it was asked for."""
        texts = [words(one) for one in self._shown(ever=True)]
        marks = (*(f"[질문 {number}]" for number in range(2, 7)), "이렇게 이해했어요", "버전 1")
        for mark in marks:
            seen = sum(mark in text for text in texts)
            if seen > max(self._tries[mark], 1):
                self._outcome.doubled.append(f"{mark} {seen} times after {self._tries[mark]} tries")


if __name__ == "__main__":
    report("Discord", kill_often)
