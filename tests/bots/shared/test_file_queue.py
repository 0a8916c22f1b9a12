"""Reference files are read in turn: one of a person at a time, two in all."""

import asyncio
import threading

import pytest

from bots.ops.metric_specs import Meter
from bots.shared.file_queue import FileReadQueue
from core.errors import FileUnusable
from core.messages import Place
from core.ports import Extract
from core.privacy.text import RawText
from core.usecases.limits import Limits
from core.usecases.rate_limiter import RateLimiter

_HERE = Place("slack", "T1", "D1")


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


class HeavyReader:
    """A reader of which each file takes so many seconds, as the clock has it, and then cannot be read."""

    def __init__(self, clock: Clock, seconds: float) -> None:
        self._clock, self._seconds = clock, seconds

    def extract(self, _content: bytes, _name: RawText) -> Extract:
        self._clock.now += self._seconds
        raise FileUnusable(reason="slow")


class SlowReader:
    """A reader that takes as long over some files as a test likes."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.at_once = 0
        self.most_at_once = 0

    def extract(self, content: bytes, name: RawText) -> Extract:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        if content == b"slow":
            self.go_on.wait(60)
        self.at_once -= 1
        return Extract((RawText("read"),))


def room(reader: SlowReader, limits: Limits | None = None) -> FileReadQueue:
    return FileReadQueue(reader, RateLimiter(limits or Limits(), lambda: 0.0), Meter(), lambda *_: None)


async def read(where: FileReadQueue, person: str, content: bytes) -> str:
    async def fetch() -> bytes:
        return content

    _, extract = await where.extract(person, _HERE, RawText("a.pdf"), fetch)
    return extract.parts[0].reveal()


async def test_one_persons_slow_files_leave_a_seat_and_all_threads_to_the_others() -> None:
    reader = SlowReader()
    where = room(reader)
    slow = [asyncio.create_task(read(where, "U1", b"slow")) for _ in range(50)]
    try:
        async with asyncio.timeout(20):
            while not reader.at_once:  # noqa: ASYNC110 - a thread rings no bell
                await asyncio.sleep(0.01)
            assert await read(where, "U2", b"quick") == "read"
            assert await asyncio.to_thread(lambda: "a thread was free") == "a thread was free"
    finally:
        reader.go_on.set()
        await asyncio.gather(*slow)
    assert reader.most_at_once == 2


async def test_two_in_all_however_many_people_come() -> None:
    reader = SlowReader()
    where = room(reader)
    reading = [asyncio.create_task(read(where, f"U{number}", b"slow")) for number in range(20)]
    async with asyncio.timeout(20):
        while reader.at_once < 2:  # noqa: ASYNC110 - a thread rings no bell
            await asyncio.sleep(0.01)
        assert await asyncio.to_thread(lambda: "a thread was free") == "a thread was free"
    reader.go_on.set()
    await asyncio.gather(*reading)
    assert reader.most_at_once == 2


async def test_who_has_sent_many_is_told_when_to_come_back_and_nothing_is_fetched() -> None:
    where = room(SlowReader(), Limits(files=(2, 0)))

    async def never() -> bytes:
        pytest.fail("it was fetched")

    for _ in range(2):
        await read(where, "U1", b"quick")
    with pytest.raises(FileUnusable) as caught:
        await where.extract("U1", _HERE, RawText("a.pdf"), never)
    assert caught.value.details == {"reason": "often", "minutes": 30}
    assert await read(where, "U2", b"quick") == "read"


@pytest.mark.parametrize(("seconds", "readable"), [(1.0, 30), (5.0, 10), (20.0, 3), (25.0, 3)])
async def test_a_file_that_takes_long_counts_for_more(seconds: float, readable: int) -> None:
    clock = Clock()
    limiter = RateLimiter(Limits(files=(30, 0)), lambda: 0.0)
    where = FileReadQueue(HeavyReader(clock, seconds), limiter, Meter(), lambda *_: None, clock)
    reasons = [await _refusal(where, "U1") for _ in range(40)]
    assert reasons == ["slow"] * readable + ["often"] * (40 - readable)
    assert await _refusal(where, "U2") == "slow"


async def test_files_that_take_long_count_for_more_when_they_are_sent_together() -> None:
    clock = Clock()
    limiter = RateLimiter(Limits(files=(30, 0)), lambda: 0.0)
    where = FileReadQueue(HeavyReader(clock, 20), limiter, Meter(), lambda *_: None, clock)
    reasons = await asyncio.gather(*(_refusal(where, "U1") for _ in range(40)))
    assert reasons.count("slow") <= 3
    assert reasons.count("slow") + reasons.count("often") == 40


async def test_who_tries_again_and_again_is_not_kept_waiting_by_that() -> None:
    clock = Clock()
    limiter = RateLimiter(Limits(files=(30, 0)), clock)
    where = FileReadQueue(HeavyReader(clock, 20), limiter, Meter(), lambda *_: None, clock)
    while await _refusal(where, "U1") == "slow":
        pass
    minutes = 0
    while minutes < 60 and await _refusal(where, "U1") == "often":
        minutes += 1
        clock.now += 60
    assert minutes == 7


async def _refusal(where: FileReadQueue, person: str) -> str:
    with pytest.raises(FileUnusable) as caught:
        await read(where, person, b"heavy")
    return str(caught.value.details["reason"])
