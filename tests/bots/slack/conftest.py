"""A running bot and a Slack for it."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bots.container import Container
from core.usecases.limits import Limits
from tests.fakes.slack.parts import build_container, settings_for
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.starting import start


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with FakeSlack.running() as running:
        yield running
        assert running.api.breaches == []


@pytest.fixture
def limits() -> Limits:
    """No limits; a test that is about some has a fixture of its own."""
    return Limits()


@pytest.fixture
def asks_gaps() -> bool:
    """Whether more is asked than the six questions; a test that is about that has a fixture of its own."""
    return False


@pytest.fixture
async def parts(slack: FakeSlack, tmp_path: Path, limits: Limits, asks_gaps: bool) -> AsyncIterator[Container]:  # noqa: FBT001 - a fixture
    with build_container(settings_for(tmp_path, slack.api_url), limits=limits, asks_gaps=asks_gaps) as made:
        yield made


@pytest.fixture
async def bot(slack: FakeSlack, parts: Container) -> AsyncIterator[Container]:
    async with AsyncExitStack() as stack:
        await start(parts, stack)
        await slack.connected()
        yield parts
