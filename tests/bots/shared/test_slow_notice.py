"""A word on what takes its time."""

import asyncio

import pytest

from bots.shared.slow_notice import noticing


class Said:
    def __init__(self) -> None:
        self.words: list[str] = []
        self.heard = asyncio.Event()

    async def begin(self) -> None:
        self.words.append("begun")
        self.heard.set()

    async def end(self) -> None:
        self.words.append("ended")

    async def fail(self) -> None:
        self.words.append("failed")
        self.heard.set()
        raise OSError


async def test_what_is_quick_is_not_spoken_of() -> None:
    said = Said()
    async with noticing(said.begin, said.end, after_s=60):
        await asyncio.sleep(0)
    assert said.words == []


async def test_what_takes_long_is_said_once_and_taken_back() -> None:
    said = Said()
    async with noticing(said.begin, said.end, after_s=0):
        await said.heard.wait()
    assert said.words == ["begun", "ended"]


async def test_a_word_that_cannot_be_said_harms_nothing() -> None:
    said = Said()
    async with noticing(said.fail, said.end, after_s=0):
        await said.heard.wait()
    assert said.words == ["failed", "ended"]


async def test_what_fails_inside_fails_as_it_would_have() -> None:
    said = Said()
    with pytest.raises(ValueError, match="inside"):
        async with noticing(said.begin, said.end, after_s=60):
            raise ValueError("inside")  # noqa: EM101 - a test's own
    assert said.words == []
