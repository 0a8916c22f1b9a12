"""Growth: how much longer work takes on one long text than on several short ones of the same length together."""

import gc
import time
from collections.abc import Callable
from typing import Final

_LARGER: Final = 4
TOO_MUCH: Final = _LARGER / 2
"""Between one, where a text takes what its length calls for, and four, where it takes the square of that."""

_RUNS: Final = 12
_TELLING_S: Final = 0.02
# What is to be found at the end of a text is looked for everywhere, and found nowhere.
_END: Final = "a\n☃"


def growth(work: Callable[[str], object], unit: str, size: int) -> float:
    """Return how many times longer `work` takes on a text of four times `size` characters than four times on one of it.

    The texts are made of a unit. The processor's time of this thread is taken, and the least growth of some runs, which
    keeps the machine's other work out. What seems to grow too much is done twice as often in the next run, until it
    takes so long that no clock is too coarse for it.
    """
    short, long = (unit * (length // len(unit)) + _END for length in (size, _LARGER * size))
    least, times = float("inf"), 1
    for _ in range(_RUNS):
        for_short = _seconds(work, short, _LARGER * times)
        least = min(least, _seconds(work, long, times) / for_short)
        if least < TOO_MUCH:
            break
        times *= 2 if for_short < _TELLING_S else 1
    return least


def _seconds(work: Callable[[str], object], text: str, times: int) -> float:
    """Measure without the collector, which comes when it comes."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        start = time.thread_time()
        for _ in range(times):
            work(text)
        return time.thread_time() - start
    finally:
        if collecting:
            gc.enable()
