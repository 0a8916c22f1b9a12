"""Locks by key: what has the same key waits, in order; what has another does not; none is kept."""

import asyncio
import gc

import pytest

from bots.shared.keyed_locks import KeyedLocks


@pytest.mark.parametrize(("at_once", "expected"), [(1, ["a1", "b1", "a2", "a3"]), (2, ["a1", "a2", "b1", "a3"])])
async def test_what_has_the_same_key_waits(at_once: int, expected: list[str]) -> None:
    locks, begun, go_on = KeyedLocks[str](at_once), list[str](), asyncio.Event()

    async def work(name: str) -> None:
        async with locks[name[0]]:
            begun.append(name)
            await go_on.wait()

    tasks = [asyncio.create_task(work(name)) for name in ("a1", "a2", "b1", "a3")]
    await asyncio.sleep(0)
    go_on.set()
    await asyncio.gather(*tasks)
    assert begun == expected


async def test_none_is_kept_that_nobody_holds() -> None:
    locks = KeyedLocks[str]()
    async with locks["a"]:
        first = id(locks["a"])
        assert id(locks["a"]) == first
    gc.collect()
    assert not dict(locks._locks)
