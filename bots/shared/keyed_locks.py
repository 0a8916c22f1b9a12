"""Locks by key, of which each lives only as long as somebody holds it or waits for it."""

import asyncio
from collections.abc import Hashable
from typing import Final, Generic, TypeVar
from weakref import WeakValueDictionary

_Key = TypeVar("_Key", bound=Hashable)


class KeyedLocks(Generic[_Key]):
    """Lets what has the same key go on one after another, or `at_once` of it, in the order in which it came."""

    def __init__(self, at_once: int = 1) -> None:
        self._at_once: Final = at_once
        self._locks: WeakValueDictionary[_Key, asyncio.Semaphore] = WeakValueDictionary()

    def __getitem__(self, key: _Key) -> asyncio.Semaphore:
        return self._locks.setdefault(key, asyncio.Semaphore(self._at_once))
