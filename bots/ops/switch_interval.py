"""The interpreter of a process that serves many people at once: nobody is to wait long behind somebody else's work."""

import gc
import sys
from typing import Final

_TURN_S: Final = 0.001


def settle() -> None:
    """Have what is loaded left alone by collections, and threads give way sooner; to be called when all is loaded.

    Looking through the detector's objects stops the process for a sixth of a second, now and again. And whoever masks
    a text holds the interpreter for 5 ms at a time by default, which the event loop waits for at each of its steps.
    """
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(_TURN_S)
