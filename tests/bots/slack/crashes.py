"""Kills really started bot processes under people at work: `python -m tests.bots.slack.crashes [KILLS]`.

The processes load all that the command loads, so they are cold for most of their life. They are killed while they
start, at random, and just after an acknowledgement. What Slack says was taken, people do not repeat.
"""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import NoReturn

from tests.bots.crashing import TOLD, Outcome, report, started
from tests.core.adapters.store.databases import Database
from tests.fakes.slack import payloads
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import Acknowledgement, FakeSlack
from tests.fakes.slack.world import BOT_USER, Message

CHANNEL = "C1"
STARTS_WITHIN_S = 300.0  # beside other work on the machine
_SEES_WITHIN_S = 150.0  # a lease of a dead process on PostgreSQL, and the look that follows it


async def kill_often(database: Database, kills: int, people: int, seed: int) -> Outcome:
    """Kill so many processes under so many people, let the last one live, and say what came of it."""
    outcome, chance = Outcome(), random.Random(seed)  # noqa: S311 - moments, not keys
    async with FakeSlack.running() as slack:
        slack.world.add_channel(CHANNEL, *(f"U{number}" for number in range(people)))
        ended = asyncio.Event()
        crowd = [Employee(slack, number, outcome, chance) for number in range(people)]
        tasks = [asyncio.create_task(one.work_until(ended)) for one in crowd]
        for number in range(kills):
            moment = ("cold", "acknowledged", "any", "acknowledged")[number % 4]
            await _start_and_kill(slack, database, moment, chance, outcome)
            outcome.kills += 1
        async with running(slack, database, outcome):
            ended.set()
            await asyncio.gather(*tasks)
            await outcome.settled(database)
        for one in crowd:
            one.look_for_doubles()
    return outcome


async def _start_and_kill(
    slack: FakeSlack, database: Database, moment: str, chance: random.Random, outcome: Outcome
) -> None:
    async with running(slack, database, outcome) as process:
        if moment == "cold":
            await asyncio.sleep(chance.uniform(0.3, 5))
            return
        await slack.connected(STARTS_WITHIN_S)
        if moment == "any":
            await asyncio.sleep(chance.uniform(0, 3))
            return
        acknowledged = asyncio.Event()
        slack.on_acknowledged = lambda kind: acknowledged.set() if kind != "events_api" else None
        with suppress(TimeoutError):
            await asyncio.wait_for(acknowledged.wait(), 10)
        slack.on_acknowledged = lambda _kind: None
        await asyncio.sleep(chance.choice((0, 0.002, 0.01, 0.05)))
        process.kill()


def settings_for(slack: FakeSlack) -> dict[str, str]:
    """Return what leads a bot to Slack."""
    tokens = {"SLACK_BOT_TOKEN": "xoxb-test", "SLACK_APP_TOKEN": "xapp-test"}
    return {**tokens, "PROMPTGEN_SLACK_API_URL": slack.api_url}


@asynccontextmanager
async def running(slack: FakeSlack, database: Database, outcome: Outcome) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run the bot, and kill it at the end of the block."""
    outcome.note("the bot", "starts")
    async with (
        started("slack", database, settings_for(slack)) as process,
        outcome.uptime.counted(slack.connected(STARTS_WITHIN_S)),
    ):
        yield process
    outcome.note("the bot", "is killed")
    await slack.disconnected()


class Employee:
    """Makes one prompt after another: begun by name or by command, answered by typing, by buttons and in a modal."""

    def __init__(self, slack: FakeSlack, number: int, outcome: Outcome, chance: random.Random) -> None:
        self._slack, self._number, self._outcome, self._chance = slack, number, outcome, chance
        self._person = Person(slack, f"U{number}", CHANNEL)
        self._threads: list[str] = []
        self._repeated: set[tuple[str, str]] = set()
        self._ended = asyncio.Event()

    async def work_until(self, ended: asyncio.Event) -> None:
        """Make prompts until it is enough; what was begun is finished."""
        self._ended, made = ended, self._number
        while not ended.is_set():
            await asyncio.sleep(self._chance.uniform(0, 1))
            with suppress(AssertionError):
                await self._make_prompt(made, by_command=bool(made % 2))
            made += 1

    async def _make_prompt(self, number: int, *, by_command: bool) -> None:
        person, purpose = self._person, f"보고서 {self._number}.{number}번을 요약해줘"
        person.thread = None
        thread = await (self._begin_by_command(purpose) if by_command else self._begin_by_name(purpose))
        person.thread = thread
        self._threads.append(thread)
        about = f"부서 {self._number}.{number}번에서 일합니다. {TOLD}"
        await self._answer_in_modal(about) if number % 3 else await self._say(about)
        await self._sees("[질문 3]", about)
        for how, answer, shown in (
            (self._press, "표", "[질문 4]"),
            (self._say, "보통", "[질문 5]"),
            (self._press, "한국어", "[질문 6]"),
            (self._say, "전문가", "AI가 참고할"),
            (self._press, "건너뛰기", "이렇게 이해했어요"),
            (self._press, "만들기", "완성 프롬프트 · 버전 1"),
        ):
            await how(answer, shown)
            await self._sees(shown, answer)
        everything = "\n".join(one.shown() for one in self._shown())
        for answer in (purpose, about):
            if answer not in everything:
                self._lose(f"{answer} is in no summary of {thread}: {everything}")

    async def _begin_by_name(self, purpose: str) -> str:
        posted = self._person.post(f"<@{BOT_USER}> {purpose}")
        event = payloads.event_callback(payloads.mention(posted), f"Ev{posted.ts}")
        await self._until_acknowledged(lambda: self._slack.deliver("events_api", event))
        self._person.thread = posted.ts
        await self._sees("[질문 2]", purpose)
        return posted.ts

    async def _begin_by_command(self, purpose: str) -> str:
        """Use the command until it is taken; one that was not acknowledged may still be carried out, even later."""
        ours: set[str] = set()

        def begun() -> str:
            roots = (one.ts for one in self._roots() if _mark(one) in ours)
            return next((ts for ts in roots if "[질문 2]" in self._words(ts)), "")

        while True:
            trigger = self._slack.world.next_id("command")
            ours.add(f"start:{trigger}")
            refused = self._refused()
            taken = await self._acknowledged(lambda: self._person.slash(purpose, trigger=trigger))  # noqa: B023 - awaited here
            self._note("/promptgen", purpose, taken=bool(taken))
            await self._comes(lambda: begun() or self._refused() > refused, taken)  # noqa: B023 - awaited here
            if begun():
                self._outcome.answers += 1
                self._note("sees [질문 2]", purpose)
                return begun()
            if taken and self._refused() == refused:
                self._lose(f"{purpose} began nothing")

    async def _say(self, text: str, _shown: str = "") -> None:
        posted = self._person.post(text)
        event = payloads.event_callback(payloads.message(posted, "channel"), f"Ev{posted.ts}")
        await self._until_acknowledged(lambda: self._slack.deliver("events_api", event))
        self._note("says", text, taken=True)

    async def _press(self, label: str, shown: str) -> None:
        while message := self._newest_with(label):  # a choice that was taken takes its buttons away
            on = message
            refused = self._refused()
            taken = await self._acknowledged(lambda: self._person.press(label, on=on))  # noqa: B023 - awaited here
            self._note("presses", label, taken=bool(taken))
            await self._comes(lambda: shown in self._words() or self._refused() > refused, taken)  # noqa: B023 - as above
            if shown in self._words() or (taken and self._refused() == refused):
                return
            self._repeated.add((self._person.thread or "", shown))  # as Slack has told them to

    async def _answer_in_modal(self, text: str) -> None:
        view = None
        while view is None:
            opened = len(self._slack.world.views)
            await self._acknowledged(lambda: self._person.press("답하기", on=self._newest_with("답하기")))
            if await self._waits(lambda before=opened: len(self._slack.world.views) > before, 5):  # type: ignore[misc]
                views = list(self._slack.world.views.values())[opened:]
                mine = [one for one in views if (self._person.thread or "") in one.get("private_metadata", "")]
                view = mine[-1] if mine else None
        while True:
            answer = await self._acknowledged(lambda: self._person.submit(view, text1=text))
            self._note("submits", text, taken=bool(answer and not answer.payload))
            if answer and not answer.payload:
                return
            await asyncio.sleep(1)

    async def _until_acknowledged(self, deliver: Callable[[], Awaitable[Acknowledgement]]) -> None:
        """Be Slack: send an event again until it is acknowledged."""
        while not await self._acknowledged(deliver):
            continue

    async def _acknowledged(self, deliver: Callable[[], Awaitable[Acknowledgement]]) -> Acknowledgement | None:
        await asyncio.sleep(self._chance.uniform(0.02, 0.3))
        while True:
            with suppress(TimeoutError):
                await self._slack.connected()
                break
        with suppress(ConnectionError, TimeoutError):
            return await deliver()
        return None

    async def _sees(self, text: str, answer: str) -> None:
        if not await self._comes(lambda: text in self._words(), taken=True):
            self._lose(f"{answer} ({text} never came)")
        self._outcome.answers += 1
        self._note(f"sees {text}", answer)

    async def _comes(self, true: Callable[[], object], taken: object) -> bool:
        """Wait for what was taken, for as long as processes are killed, and then for one that lives."""
        if not taken:
            return await self._waits(true, 30)
        seen = is_last = False
        async with self._outcome.waited():
            while not (seen or is_last):
                is_last = self._ended.is_set()
                seen = await self._waits(true, _SEES_WITHIN_S)
        return seen

    async def _waits(self, true: Callable[[], object], seconds: float) -> bool:
        with suppress(TimeoutError):
            await self._slack.until(true, seconds)
            return True
        return False

    def _shown(self, thread: str | None = None) -> list[Message]:
        there = self._slack.world.thread(CHANNEL, thread or self._person.thread or "")
        return [one for one in there if one.user == BOT_USER]

    def _words(self, thread: str | None = None) -> str:
        return "\n".join(one.shown() for one in self._shown(thread))

    def _newest_with(self, label: str) -> Message | None:
        for message in reversed(self._shown()):
            if any(label in f"{element.get('text')} {element.get('options')}" for element in message.elements()):
                return message
        return None

    def _refused(self) -> int:
        """Return how often this person was told that something was not taken."""
        return sum(user == self._person.id and "뒤에 다시 보내" in text for user, text in self._slack.responses)

    def _roots(self) -> list[Message]:
        title = f"<@{self._person.id}>"
        return [one for one in self._person.seen if one.thread_ts is None and title in one.text]

    def _note(self, what: str, about: str, *, taken: bool | None = None) -> None:
        said = "" if taken is None else f" {'taken' if taken else 'not taken'}"
        self._outcome.note(self._person.id, f"{what} ({about[:20]}){said} in {self._person.thread}")

    def _lose(self, what: str) -> NoReturn:
        self._outcome.lost.append(what)
        self._note("LOSES", what)
        raise AssertionError(what)

    def look_for_doubles(self) -> None:
        """Note what was said twice, or begun more often than it was asked for."""
        begun = Counter(_mark(one) for one in self._roots())
        self._outcome.doubled += [
            f"{self._person.id} has {count} threads of {mark}" for mark, count in begun.items() if count > 1
        ]
        for thread in self._threads:
            texts = [one.text for one in self._shown(thread)]
            for mark in (*(f"[질문 {number}]" for number in range(2, 7)), "이렇게 이해했어요", "완성했어요. (버전 1)"):
                if sum(mark in text for text in texts) > 1 and (thread, mark) not in self._repeated:
                    self._outcome.doubled.append(f"{mark} in {thread}")


def _mark(root: Message) -> str:
    """Return by what the bot knows a message again: it names the command that a thread was opened for."""
    return str((root.metadata or {}).get("event_payload", {}).get("mark"))


if __name__ == "__main__":
    report("Slack", kill_often)
