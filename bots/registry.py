"""The registry of the platforms: each is a folder here, and its object the `app.py` there, by its name in capitals."""

# What a platform needs is imported when it is wanted: `promptgen --help` must not wait for its libraries.

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bots.platform import Bot, Platform

BOTS: Final = ("slack", "discord")
"""Those that a process of its own serves; each is a command, too."""

PLATFORMS: Final = (*BOTS, "terminal")


def load_platform(name: str) -> "Platform":
    """Load a platform with its libraries."""
    platform: Platform = getattr(import_module(f"bots.{name}.app"), name.upper())
    return platform


def load_bot(name: str) -> "Bot":
    """Load one of `BOTS`."""
    bot: Bot = getattr(import_module(f"bots.{name}.app"), name.upper())
    return bot
