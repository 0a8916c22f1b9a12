"""Who asks a model for what is being asked already waits for the same answer."""

import asyncio

import pytest

from core.errors import ModelUnavailable
from core.model_jobs.shared_requests import SharedRequests


class Model:
    """Answers when it is let to, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.may_answer = asyncio.Event()

    async def answer(self) -> int:
        self.asked += 1
        await self.may_answer.wait()
        return self.asked

    async def fail(self) -> int:
        self.asked += 1
        raise ModelUnavailable(reason="slow")


async def test_the_same_is_asked_once_also_just_after_it_was_answered() -> None:
    model, requests = Model(), SharedRequests[int]()
    first, second, other = (requests.join(key, model.answer) for key in ("a", "a", "b"))
    model.may_answer.set()
    assert [await each for each in (first, second, other)] == [1, 1, 2]
    assert await requests.join("a", model.answer) == 1
    assert model.asked == 2


async def test_what_failed_is_asked_for_again() -> None:
    model, requests = Model(), SharedRequests[int]()
    for _ in range(2):
        with pytest.raises(ModelUnavailable):
            await requests.join("a", model.fail)
        await asyncio.sleep(0.01)  # the loop forgets it after the turn
    assert model.asked == 2
