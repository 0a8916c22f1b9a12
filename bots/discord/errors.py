"""What Discord's errors mean.

https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes
"""

from typing import Final

import discord

_UNAUTHORIZED: Final = 401
_FOR_GOOD: Final = frozenset({400, 403, 404})
_DEAD_TOKENS: Final = frozenset({10015, 10062, 50027})
"""Unknown webhook, unknown interaction, invalid webhook token."""

_NO_MORE_FOLLOW_UPS: Final = 40094
_ACKNOWLEDGED: Final = 40060
_CLOSED_THREADS: Final = frozenset({50083, 160005})
"""An archived or locked thread: with 400 as well as with 403."""


def is_permanent(error: discord.HTTPException) -> bool:
    """Say whether the same request will be refused again."""
    return error.status in _FOR_GOOD


def is_acknowledged(error: discord.HTTPException) -> bool:
    """Say whether an interaction was answered before: by a request of ours that seemed to fail."""
    return error.code == _ACKNOWLEDGED


def is_dead_token(error: discord.HTTPException) -> bool:
    """Say whether nothing more can be shown in an interaction, whatever its age; of the calls in it alone."""
    return error.status == _UNAUTHORIZED or error.code in _DEAD_TOKENS


def is_archived(error: discord.HTTPException) -> bool:
    """Say whether nothing can be written in a thread until it is opened again."""
    return error.code in _CLOSED_THREADS


def is_closed(error: discord.HTTPException) -> bool:
    """Say whether nothing can be written in a channel or interaction, though elsewhere it may be."""
    unwritable = isinstance(error, discord.Forbidden | discord.NotFound)
    return unwritable or error.code in {_NO_MORE_FOLLOW_UPS, *_CLOSED_THREADS}
