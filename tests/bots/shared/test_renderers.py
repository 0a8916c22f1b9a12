"""Each platform shows every reply there is, and nothing else."""

from collections.abc import Mapping

import pytest

from bots.discord.render import RENDERERS as DISCORD
from bots.slack.render import RENDERERS as SLACK
from bots.terminal.render import RENDERERS as TERMINAL
from core.conversation.replies import Reply
from core.features.registry import REPLIES


@pytest.mark.parametrize("renderers", [SLACK, DISCORD, TERMINAL], ids=["slack", "discord", "terminal"])
def test_every_reply_is_shown(renderers: Mapping[type[Reply], object]) -> None:
    assert set(renderers) == set(REPLIES)
