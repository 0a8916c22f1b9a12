"""What a bot process loads, and a first prompt: imported in the process that others are forked from."""

from collections.abc import Callable, Mapping
from typing import Final

from bots.ops.warm_up import warm_up
from tests.bots.discord import bot_process as discord
from tests.bots.slack import bot_process as slack
from tests.fakes.detector import FakeDetector

BOTS: Final[Mapping[str, Callable[..., None]]] = {"discord": discord.main, "slack": slack.main}
warm_up(FakeDetector())
