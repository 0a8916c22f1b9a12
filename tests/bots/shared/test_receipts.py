"""What many conversations have delivered is noted together."""

import asyncio
import threading
from collections.abc import Collection

import pytest

from bots.shared.receipts import ReceiptBatcher, Receipts
from core.errors import StoreUnavailable


class SlowMarks:
    """Notes nothing before it may, and remembers what it was asked to note at once."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.noted: list[Receipts] = []
        self.begun = threading.Event()
        self.may = threading.Event()
        self._failure = failure

    def mark_sent(self, receipts: Receipts) -> Collection[str]:
        self.noted.append(receipts)
        self.begun.set()
        assert self.may.wait(10)
        if self._failure:
            raise self._failure
        return {f"s{outgoing_id}" for outgoing_id in receipts}


async def begun(marks: SlowMarks) -> list[asyncio.Task[Collection[str]]]:
    """Hand in one receipt, and two more while it is being noted."""
    book = ReceiptBatcher(marks.mark_sent)
    first = asyncio.create_task(book.add({1: "a"}))
    await asyncio.to_thread(marks.begun.wait, 10)
    others = [asyncio.create_task(book.add({number: "b"})) for number in (2, 3)]
    await asyncio.sleep(0)
    marks.may.set()
    return [first, *others]


async def test_what_comes_while_one_is_noted_goes_into_the_next_together() -> None:
    marks = SlowMarks()
    waiting = await asyncio.gather(*await begun(marks))
    assert marks.noted == [{1: "a"}, {2: "b", 3: "b"}]
    assert waiting == [{"s1"}, {"s2", "s3"}, {"s2", "s3"}]


async def test_everybody_concerned_learns_of_a_failure() -> None:
    outcomes = await asyncio.gather(*await begun(SlowMarks(StoreUnavailable(reason="busy"))), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [StoreUnavailable] * 3


async def test_one_that_is_cancelled_takes_nobody_with_it() -> None:
    marks = SlowMarks()
    _, second, third = await begun(marks)
    second.cancel()
    assert await third == {"s2", "s3"}
    with pytest.raises(asyncio.CancelledError):
        await second
