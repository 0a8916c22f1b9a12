"""What Slack hands over to be held to its roles."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from aiohttp import ClientSession

from bots.slack.conversation_cache import ConversationCache
from bots.slack.outbox import SlackOutbox
from bots.slack.places import direct_message, thread_of
from bots.slack.render import Render
from bots.slack.workspace_clients import Clients, Credentials
from core.adapters.store.open_store import open_store
from tests.bots.roles import Sending
from tests.core.adapters.store.databases import with_schema
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack, Fault
from tests.fakes.slack.world import BOT_ID, BOT_USER, TEAM

PLACES: Final = (
    (direct_message(TEAM, "D1"), TEAM),
    (direct_message(TEAM, "D1", guest=True), ""),
    (thread_of(TEAM, "C1", "1.5"), TEAM),
)


@asynccontextmanager
async def sending(folder: Path) -> AsyncIterator[Sending]:
    async def find(_workspace: str) -> Credentials:
        return Credentials("xoxb-test", BOT_USER, BOT_ID)

    store = open_store(with_schema(folder), clock=time.time)
    async with FakeSlack.running() as slack, ClientSession() as session:
        person = Person(slack, "U1")
        outbox = SlackOutbox(Clients(session, slack.api_url, find), Render(30), ConversationCache(), store)
        yield Sending(
            outbox,
            direct_message(TEAM, person.channel),
            person.id,
            lambda: "\n".join(message.shown() for message in person.seen),
            lambda: slack.fail("chat.postMessage", Fault(error="channel_not_found")),
        )
    store.close()
