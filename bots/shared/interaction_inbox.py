"""Interactions, which a platform sends once: each is sealed in the inbox before it is acknowledged, then carried out.

What a process that died has left there is carried out by the next. Of what cannot be sealed in time nothing is taken,
and its person has to be told.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, Final

from bots.ops import log
from bots.ops.background_tasks import Tasks
from bots.ops.metric_specs import Meter, MetricSpec
from bots.shared.database_retry import StoreRetry
from bots.shared.redelivery import redelivering
from core.errors import PlatformUnreachable, PromptgenError, StoreUnavailable
from core.messages import Interaction
from core.ports import Inbox

_LOOK_EVERY_S: Final = 2.0  # with the lease of 6 s: what a dead process left is taken up within 10 s
_MOST_ATTEMPTS: Final = 10
_AT_ONCE: Final = StoreRetry(timeout_s=1.0)


class InteractionInbox:
    """Seals interactions of a platform, and takes up those that were left behind."""

    def __init__(self, platform: str, inbox: Inbox, meter: Meter, tasks: Tasks, *, seal_within_s: float) -> None:
        """Take ready parts; `tasks` keeps what is under way, for who wants to wait for it when the process ends."""
        self._platform: Final = platform
        self._inbox: Final = inbox
        self._meter: Final = meter
        self._tasks: Final = tasks
        self._seal_within_s: Final = seal_within_s
        self._held: Final[set[str]] = set()

    @property
    def is_open(self) -> bool:
        """Whether there is a key to seal with."""
        return self._inbox.is_open

    async def seal(self, interaction: Interaction) -> bool | None:
        """Seal an interaction; False if it was carried out or is under way, None if it could not be sealed in time."""
        sealing = asyncio.create_task(_AT_ONCE.run(lambda: asyncio.to_thread(self._inbox.put, interaction)))
        try:
            is_fresh = await asyncio.wait_for(asyncio.shield(sealing), self._seal_within_s)
        except TimeoutError:
            self._not_sealed(interaction, "late")
            self._tasks.begin(self._taken_back(sealing, interaction))
        except Exception as error:  # noqa: BLE001 - whatever it is, nothing was taken and its person is told
            self._not_sealed(interaction, getattr(error, "code", type(error).__name__))
        else:
            return is_fresh and interaction.id not in self._held
        return None

    def begin(self, interaction: Interaction, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Begin with what is sealed; meanwhile its lease is kept."""
        self._held.add(interaction.id)
        task = self._tasks.begin(work)
        task.add_done_callback(lambda _: self._held.discard(interaction.id))
        return task

    async def carry_out(
        self, interaction: Interaction, work: Callable[[], Awaitable[bool]], give_up: Callable[[], Awaitable[None]]
    ) -> None:
        """Carry out what is sealed, unless that was begun ten times and never came to its end.

        `work` says whether the interaction has left the inbox with the event of its id; else it goes here.
        """
        try:
            if interaction.attempts > _MOST_ATTEMPTS:
                self._note_given_up(interaction)
                with self._logging():  # whether or not its person can be told, it goes
                    await give_up()
            elif await work():
                return
            await asyncio.to_thread(self._inbox.discard, self._platform, interaction.id)
        except StoreUnavailable as error:
            log.inbox_failed(self._platform, error.code)  # it lies sealed until the database is back

    async def clean_up(self, noted: Interaction, delete: Callable[[], Awaitable[None]]) -> None:
        """Delete what somebody's conversations have left; what cannot be deleted now is tried again."""
        try:
            await delete()
            await asyncio.to_thread(self._inbox.discard, self._platform, noted.id)
        except (PlatformUnreachable, StoreUnavailable) as error:
            log.inbox_failed(self._platform, error.code)

    async def watch(self, take_up: Callable[[Interaction], Coroutine[Any, Any, None]]) -> None:
        """Begin with what was acknowledged by a process that is gone, again and again, until cancelled."""
        begun: set[asyncio.Task[None]] = set()
        try:
            while True:
                begun = {task for task in begun if not task.done()}
                with self._logging():
                    begun |= await self._recover(take_up)
                # What is taken up alone follows one after another.
                await (asyncio.wait(begun, timeout=_LOOK_EVERY_S) if begun else asyncio.sleep(_LOOK_EVERY_S))
        finally:
            for task in begun:
                task.cancel()

    async def _recover(self, take_up: Callable[[Interaction], Coroutine[Any, Any, None]]) -> set[asyncio.Task[None]]:
        await asyncio.to_thread(self._inbox.renew, self._platform, tuple(self._held))
        left = await asyncio.to_thread(self._inbox.take, self._platform)
        with redelivering():
            return {self.begin(each, self._taken_up(each, take_up)) for each in left if each.id not in self._held}

    async def _taken_up(self, left: Interaction, take_up: Callable[[Interaction], Coroutine[Any, Any, None]]) -> None:
        """Take up what was left; what fails before it can be carried out, as it cannot be read, is given up in time."""
        with self._logging():
            try:
                await take_up(left)
            except PromptgenError:  # it may go another time
                raise
            except Exception:
                if left.attempts > _MOST_ATTEMPTS:
                    self._note_given_up(left)
                    await asyncio.to_thread(self._inbox.discard, self._platform, left.id)
                raise

    def _note_given_up(self, interaction: Interaction) -> None:
        log.given_up(self._platform, interaction.kind, interaction.attempts)
        self._meter.note(MetricSpec.DROPPED_EVENTS, self._platform, "given_up")

    @contextmanager
    def _logging(self) -> Iterator[None]:
        """Log what goes wrong by its place alone: nobody awaits it, and asyncio would log the text of the exception."""
        try:
            yield
        except PromptgenError as error:
            log.inbox_failed(self._platform, error.code)
        except Exception as error:  # noqa: BLE001 - the watch must not end: who else would carry them out?
            log.turn_failed(self._platform, error)

    def _not_sealed(self, interaction: Interaction, reason: str) -> None:
        log.not_sealed(self._platform, interaction.kind, reason)
        self._meter.note(MetricSpec.DROPPED_EVENTS, self._platform, f"not_sealed_{reason}")

    async def _taken_back(self, sealing: asyncio.Task[bool], interaction: Interaction) -> None:
        """Take back what was sealed too late, unless its person, told that it was not taken, has sent it again."""
        try:
            if await sealing:
                await asyncio.to_thread(self._inbox.withdraw, self._platform, interaction.id)
        except PromptgenError as error:
            log.not_sealed(self._platform, interaction.kind, error.code)
