"""The role of knowing the other processes of the bot."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class BotProcess:
    """A living process: the address at which the others reach it, and which of Discord's shards it has."""

    id: str
    address: str = ""
    shards: frozenset[int] = frozenset()


Deal = Callable[[Sequence[BotProcess], bool], Collection[int]]
"""Says which shards a process has, by the others that live and by whether it was there before, without a gap."""


class Processes(Protocol):
    """Knows which processes live: who has not told so for ten seconds does not."""

    def meet(self, platform: str, me: BotProcess, deal: Deal) -> tuple[BotProcess, ...]:
        """Tell that a process lives, deal it shards while nobody else is dealt any; return it, then the others.

        Raises:
            StoreUnavailable: The database does not answer.
        """

    def leave(self, platform: str, process_id: str) -> None:
        """Tell that a process ends, so that nobody waits for its lease to run out."""
