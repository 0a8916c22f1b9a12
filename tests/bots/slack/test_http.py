"""HTTP mode: signatures, retries, the same conversation."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from aiohttp import ClientSession

from tests.bots.slack.walks import make_prompt
from tests.fakes.slack.parts import build_container, settings_for
from tests.fakes.slack.payloads import event_callback, message
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import SIGNING_SECRET, FakeSlack, encode, signed
from tests.fakes.slack.starting import start
from tests.free_port import free_port


@pytest.fixture
async def address(slack: FakeSlack, tmp_path: Path) -> AsyncIterator[str]:
    port = free_port()
    settings = settings_for(
        tmp_path, slack.api_url, SLACK_APP_TOKEN=None, SLACK_SIGNING_SECRET=SIGNING_SECRET, http_port=port
    )
    with build_container(settings) as parts:
        async with AsyncExitStack() as stack:
            await start(parts, stack)
            slack.http_app = f"http://127.0.0.1:{port}/slack/events"
            yield slack.http_app


async def test_a_whole_interview_over_http(slack: FakeSlack, address: str) -> None:
    person = Person(slack, "U1")

    await make_prompt(person)

    assert {one.status for one in person.acknowledgements} == {200}


@pytest.mark.parametrize(
    ("secret", "age"),
    [pytest.param("another", 0, id="wrong signature"), pytest.param(SIGNING_SECRET, 600, id="stale")],
)
async def test_what_slack_did_not_send_now_is_refused(slack: FakeSlack, address: str, secret: str, age: int) -> None:
    posted = Person(slack, "U1").post("주간 보고서를 요약해줘")
    body, content_type = encode("events_api", event_callback(message(posted, "im"), "Ev1"))
    headers = signed(body, secret=secret, at=int(time.time()) - age) | {"Content-Type": content_type}

    async with ClientSession() as session, session.post(address, data=body, headers=headers) as response:
        assert response.status == 401
    async with ClientSession() as session, session.post(address, data=body) as response:
        assert response.status == 401
    await asyncio.sleep(0.1)
    assert slack.called("chat.postMessage") == []


async def test_the_address_is_verified(slack: FakeSlack, address: str) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "abc"}).encode()
    headers = signed(body) | {"Content-Type": "application/json"}

    async with ClientSession() as session, session.post(address, data=body, headers=headers) as response:
        assert await response.json() == {"challenge": "abc"}


async def test_a_retry_of_a_lost_delivery_is_taken(slack: FakeSlack, address: str) -> None:
    person = Person(slack, "U1")
    posted = person.post("주간 보고서를 요약해줘")

    await slack.deliver("events_api", event_callback(message(posted, "im"), "Ev1"), retry=1)

    await person.sees("[질문 2]")
