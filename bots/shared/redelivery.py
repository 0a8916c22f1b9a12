"""Redelivery: whether what is sent may have been sent before, by a process that is gone."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_again: ContextVar[bool] = ContextVar("again", default=False)


@contextmanager
def redelivering() -> Iterator[None]:
    """Within the block, have each message looked for before it is sent: an earlier attempt may have arrived."""
    token = _again.set(True)
    try:
        yield
    finally:
        _again.reset(token)


def is_redelivery() -> bool:
    """Say whether an earlier attempt may have arrived."""
    return _again.get()
