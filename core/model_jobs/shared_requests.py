"""Shared requests: what several wait for is asked of a model once."""

import asyncio
from collections.abc import Callable, Coroutine, Hashable
from typing import Any, Generic, TypeVar

from core.model_jobs.time_limits import ANSWER_KEPT

_Answer = TypeVar("_Answer")


class SharedRequests(Generic[_Answer]):
    """Requests by what they ask; who asks for the same while one runs joins it, and has what is left of its time."""

    def __init__(self) -> None:
        self._running: dict[Hashable, asyncio.Task[_Answer]] = {}

    def join(self, key: Hashable, ask: Callable[[], Coroutine[Any, Any, _Answer]]) -> asyncio.Task[_Answer]:
        """Ask, or join who has asked for the same."""
        task = self._running.get(key)
        if task is None:
            task = asyncio.create_task(ask())
            self._running[key] = task
            task.add_done_callback(lambda done: self._over(key, done))
        return task

    def _over(self, key: Hashable, done: asyncio.Task[_Answer]) -> None:
        is_answer = not done.cancelled() and done.exception() is None
        asyncio.get_running_loop().call_later(ANSWER_KEPT if is_answer else 0, self._running.pop, key, None)
