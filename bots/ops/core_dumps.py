"""No core dumps: the memory of this process holds what people typed, before it was masked."""

import ctypes
import resource
from contextlib import suppress
from typing import Final

_PR_SET_DUMPABLE: Final = 4  # https://man7.org/linux/man-pages/man2/pr_set_dumpable.2const.html


def forbid_cores() -> None:
    """Let the system write no core of this process, nor of those it starts, and no other user's debugger read it."""
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    with suppress(OSError, AttributeError):  # Linux alone has it; elsewhere the limit has to do
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
