"""A bot that runs within a test."""

from contextlib import AsyncExitStack

from bots.container import Container
from bots.shared import lifecycle
from bots.slack.app import SLACK


async def start(parts: Container, stack: AsyncExitStack) -> None:
    """Run the bot until `stack` ends."""
    await lifecycle.start(SLACK, parts, stack)
