"""What everybody has left of the limits that are counted over time, in the memory of one process or in the database.

A token bucket each: it holds what a person may do in one period at most, and fills up again evenly. A full one is the
same as none, so only those are kept who did something lately.
"""

import math
import threading
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Final

from core.errors import LimitReached
from core.messages import Action, Place
from core.usecases.event_of_action import texts_of
from core.usecases.limits import Limits, RateKind

_SWEEP_ABOVE: Final = 10_000
_QUIET_S: Final = 10.0
# Looking through so many takes about as long as the rest of a turn: sixty turns a minute are then a tenth of a core,
# whatever is in them.
_CHARACTERS: Final = 1_000


def weight_of(action: Action) -> int:
    """Return how many turns an event counts for: one, and one more for each full thousand characters of text."""
    return 1 + sum(map(len, texts_of(action).values())) // _CHARACTERS


@dataclass(slots=True)
class _Bucket:
    """What was left at a time, and how long nobody needs to be told again that it is empty."""

    left: float
    at: float
    muted_until: float = -math.inf


Spend = Callable[[Mapping[str, tuple[int, int]], float], Mapping[str, float] | None]
"""Takes from allowances, by name of a size and how many, that fill up in so many seconds: `Store.spend`."""


class RateLimiter:
    """Counts; any thread may ask."""

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        """Take a clock that gives seconds and never goes back."""
        self.limits: Final = limits
        self._clock: Final = clock
        self._lock: Final = threading.Lock()
        self._buckets: dict[Hashable, _Bucket] = {}

    def take(self, what: RateKind, person: str, place: Place, weight: int = 1) -> None:
        """Take one for a person, and for the community of the place; what weighs more than they may have takes all.

        Raises:
            LimitReached: One of them has none left; nothing was taken.
        """
        rate, sizes = self.limits.rate(what), self._sizes(what, person, place)
        with self._lock:
            now = self._clock()
            buckets = [(self._filled(key, size, rate.period_s, now), size) for key, size in sizes.items() if size]
            waits = [(min(weight, size) - bucket.left) * rate.period_s / size for bucket, size in buckets]
            if any(wait > 0 for wait in waits):
                raise _refusal(what, max(waits), buckets[waits.index(max(waits))][0], now)
            for bucket, size in buckets:
                bucket.left -= min(weight, size)
            if len(self._buckets) > _SWEEP_ABOVE:
                self._sweep(now)

    def take_together(self, what: RateKind, person: str, place: Place, spend: Spend) -> None:
        """Take one for each from what all processes have together; where they count nothing together, from ours.

        Raises:
            LimitReached: One of them has none left; nothing was taken.
        """
        if not self.share(what, person, place, spend):
            self.take(what, person, place)

    def share(self, what: RateKind, person: str, place: Place, spend: Spend, weight: int = 1) -> bool:
        """Take it from what all processes have together, of which we have no more; False where they count nothing so.

        Raises:
            LimitReached: One of them has none left; nothing was taken.
        """
        rate = self.limits.rate(what)
        wanted = {key: (size, min(weight, size)) for key, size in self._sizes(what, person, place).items() if size}
        left = spend({repr(key): each for key, each in wanted.items()}, rate.period_s) if wanted else {}
        if left is None:
            return False
        wait_s = max((-left[repr(key)] * rate.period_s / size for key, (size, _) in wanted.items()), default=0)
        with self._lock:
            now = self._clock()
            buckets = [self._filled(key, size, rate.period_s, now) for key, (size, _) in wanted.items()]
            for bucket, (key, (_, taken)) in zip(buckets, wanted.items(), strict=True):
                bucket.left = left[repr(key)] + (taken if wait_s > 0 else 0)
            if wait_s > 0:
                raise _refusal(what, wait_s, buckets[0], now)
        return True

    def _sizes(self, what: RateKind, person: str, place: Place) -> dict[Hashable, int]:
        rate = self.limits.rate(what)
        return {
            (str(what), place.platform, "person", person): rate.person,
            (str(what), place.platform, "community", place.community): rate.community,
        }

    def _filled(self, key: Hashable, size: int, period_s: float, now: float) -> _Bucket:
        bucket = self._buckets.setdefault(key, _Bucket(size, now))
        bucket.left = min(size, bucket.left + (now - bucket.at) * size / period_s)
        bucket.at = now
        return bucket

    def _sweep(self, now: float) -> None:
        """Drop who did nothing for the longest of the periods: their buckets are full."""
        longest = max(self.limits.rate(what).period_s for what in RateKind)
        self._buckets = {key: bucket for key, bucket in self._buckets.items() if now - bucket.at < longest}


def _refusal(what: RateKind, wait_s: float, bucket: _Bucket, now: float) -> LimitReached:
    """Return the refusal; `known` is 1 if its person was told a moment ago, so that a flood is not answered by one."""
    known = now < bucket.muted_until
    if not known:
        bucket.muted_until = now + max(wait_s, _QUIET_S)
    seconds = math.ceil(max(wait_s, _QUIET_S))
    return LimitReached(reason=str(what), seconds=seconds, minutes=math.ceil(seconds / 60), known=int(known))
