"""Taking up what was left behind: conversations side by side, a few at a time for each workspace."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Final

from bots.ops import log
from bots.shared.keyed_locks import KeyedLocks

_OF_A_WORKSPACE: Final = 16  # conversations at a time, so that a slow workspace holds up its own alone
_IN_ALL: Final = 400
_PROMPTS: Final = 16


class Recovery:
    """Finds the conversations that nobody delivers to and the prompts that nobody makes, and begins with each once."""

    def __init__(
        self,
        platform: str,
        find: Callable[[], Awaitable[tuple[dict[str, str], tuple[str, ...]]]],
        deliver: Callable[[str], Awaitable[None]],
        finish: Callable[[str], Awaitable[None]],
    ) -> None:
        """Take what finds both, and what is done with each.

        `find` returns the workspaces of the conversations by their session, oldest first, and the sessions of the
        prompts; `deliver` and `finish` take a session.
        """
        self._platform: Final = platform
        self._find: Final = find
        self._deliver: Final = deliver
        self._finish: Final = finish
        self._lanes: Final[KeyedLocks[str]] = KeyedLocks(_OF_A_WORKSPACE)
        self._room: Final = asyncio.Semaphore(_IN_ALL)
        self._makers: Final = asyncio.Semaphore(_PROMPTS)
        self._under_way: Final[dict[tuple[str, str], asyncio.Task[None]]] = {}

    async def sweep(self) -> None:
        """Begin with all that is left behind and not yet under way."""
        conversations, prompts = await self._find()
        begun = [
            self._begin(("conversation", session), self._delivered(session, workspace))
            for session, workspace in conversations.items()
        ]
        begun += [self._begin(("prompt", session), self._finished(session)) for session in prompts]
        if any(begun):
            log.recovered(self._platform, sum(begun[: len(conversations)]), sum(begun[len(conversations) :]))

    async def finished(self) -> None:
        """Wait for all that is under way; end it when cancelled."""
        try:
            while self._under_way:
                await asyncio.wait(self._under_way.values())
        except asyncio.CancelledError:
            self.cancel()
            raise

    def cancel(self) -> None:
        """End all that is under way; another process takes it up."""
        for task in self._under_way.values():
            task.cancel()

    def _begin(self, name: tuple[str, str], work: Coroutine[Any, Any, None]) -> bool:
        if name in self._under_way:
            work.close()
            return False
        task = self._under_way[name] = asyncio.create_task(work)
        task.add_done_callback(lambda _: self._under_way.pop(name, None))
        return True

    async def _delivered(self, session: str, workspace: str) -> None:
        # Its own lane first: who waits there must not take the room of others.
        async with self._lanes[workspace], self._room:
            await self._guarded(self._deliver(session))

    async def _finished(self, session: str) -> None:
        async with self._makers:
            await self._guarded(self._finish(session))

    async def _guarded(self, work: Awaitable[None]) -> None:
        try:
            await work
        except Exception as error:  # noqa: BLE001 - it keeps no other waiting, and is taken up again
            log.turn_failed(self._platform, error)
