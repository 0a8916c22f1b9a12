"""Two processes on PostgreSQL take a person's turns and files from one allowance, and what is tried again only once."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from bots.ops.metric_specs import Meter
from bots.relay import Relay
from bots.shared.database_retry import StoreRetry
from bots.shared.file_queue import FileReadQueue
from core.adapters.store.open_store import open_store
from core.adapters.store.store import SqlStore
from core.errors import FileUnusable, LimitReached, StoreUnavailable
from core.messages import Incoming, Opened, Outgoing, Place, Revealed, Typed
from core.ports import Extract
from core.privacy.text import RawText
from core.usecases.chat import Chat, Result
from core.usecases.generation import Generation
from core.usecases.limits import Limits, RateKind
from core.usecases.rate_limiter import RateLimiter
from core.values.locale import Locale
from tests.core.adapters.store.databases import POSTGRESQL_URL, postgresql_database
from tests.fakes.clock import Clock
from tests.fakes.detector import FakeDetector

pytestmark = pytest.mark.postgresql
_KEY = "k" * 43 + "="
_HERE = Place("slack", "T1", "D1")
_LIMITS = Limits(turns=(6, 8), files=(3, 0))


class Platform:
    """Shows nothing."""

    async def send(self, outgoing: Outgoing, _revealed: Revealed) -> str:
        return str(outgoing.id)


class Reader:
    """Reads the same in all files."""

    def extract(self, _content: bytes, _name: RawText) -> Extract:
        return Extract((RawText("read"),))


class Process:
    """A process of the bot."""

    def __init__(self, number: int, store: SqlStore, clock: Clock) -> None:
        self._number, self._said = number, 0
        self.store, self.limiter = store, RateLimiter(_LIMITS, clock)
        self.chat = Chat(FakeDetector(), store, lambda: f"{number}-{self._said}")
        self._relay = Relay(
            "slack", self.chat, Generation(store), Platform(), rate_limiter=self.limiter, retry=StoreRetry(60)
        )
        self._queue = FileReadQueue(Reader(), self.limiter, Meter(), store.spend)

    async def takes(self, times: int, text: str = "", person: str = "U1") -> int:
        """Return how many of so many turns were taken."""
        taken = 0
        for _ in range(times):
            self._said += 1
            action = Typed(RawText(text)) if text else Opened(None)
            incoming = Incoming(f"{self._number}-{self._said}", _HERE, person, Locale.KO, action)
            taken += await self._relay.handle(incoming)
        return taken

    async def reads(self, times: int) -> int:
        """Return how many of so many files were read."""

        async def fetch() -> bytes:
            return b""

        read = 0
        for _ in range(times):
            try:
                await self._queue.extract("U1", _HERE, RawText("a.pdf"), fetch)
            except FileUnusable:
                continue
            read += 1
        return read


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def two(tmp_path: Path, clock: Clock) -> Iterator[tuple[Process, Process]]:
    if not POSTGRESQL_URL:
        pytest.skip("PROMPTGEN_TEST_POSTGRESQL_URL is not set")
    with postgresql_database(tmp_path) as database, ExitStack() as stack:
        first, second = (
            Process(number, stack.enter_context(closing(open_store(tmp_path, database.url, _KEY, clock=clock))), clock)
            for number in range(2)
        )
        yield first, second


async def test_a_persons_turns_are_theirs_in_all_processes(two: tuple[Process, Process], clock: Clock) -> None:
    assert (await two[0].takes(4), await two[1].takes(4)) == (4, 2)
    assert await two[0].takes(3, person="U2") == 2, "what the community has left"
    clock.now += 10
    assert (await two[0].takes(2), await two[1].takes(2)) == (1, 0)


async def test_a_long_text_counts_for_more_there_too(two: tuple[Process, Process]) -> None:
    assert (await two[0].takes(1, "가" * 4_000), await two[1].takes(2)) == (1, 1)


async def test_a_persons_files_are_theirs_in_all_processes(two: tuple[Process, Process]) -> None:
    assert (await two[0].reads(2), await two[1].reads(2)) == (2, 1)


async def test_who_is_over_the_limit_elsewhere_is_soon_over_it_here_without_a_look(
    two: tuple[Process, Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    await two[0].takes(6)
    assert await two[1].takes(1) == 0
    looks: list[object] = []
    monkeypatch.setattr(two[1].store, "spend", lambda *wanted: looks.append(wanted))
    assert (await two[1].takes(5), looks) == (0, [])


async def test_what_is_tried_again_is_counted_once(
    two: tuple[Process, Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    handle, fails = two[0].chat.handle, iter(range(8))

    def away(incoming: Incoming) -> Result:
        if next(fails, None) is not None:
            raise StoreUnavailable(reason="busy")
        return handle(incoming)

    monkeypatch.setattr(two[0].chat, "handle", away)
    monkeypatch.setattr("bots.shared.database_retry._PAUSES_S", (0.0,))
    assert (await two[0].takes(1), await two[1].takes(6)) == (1, 5)


def test_who_was_told_is_known(two: tuple[Process, Process]) -> None:
    known = []
    for _ in range(8):
        try:
            two[0].limiter.share(RateKind.TURNS, "U1", _HERE, two[0].store.spend)
        except LimitReached as error:
            known.append(error.details["known"])
    assert known == [0, 1]
