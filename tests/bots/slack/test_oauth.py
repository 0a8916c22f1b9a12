"""Many workspaces: installing by OAuth, token rotation, leaving without a trace."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import ClientSession, CookieJar
from sqlalchemy import text

from bots.container import Container
from core.errors import StoreUnavailable
from tests.bots.slack.test_privacy import stored_in
from tests.fakes.slack.parts import build_container, settings_for
from tests.fakes.slack.payloads import event_callback, message
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import SIGNING_SECRET, FakeSlack, Fault
from tests.fakes.slack.starting import start
from tests.free_port import free_port

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning"),  # slack_sdk's own
]


@dataclass
class Office:
    parts: Container
    base: str
    slack: FakeSlack

    async def install(self, workspace: str) -> int:
        """Walk through the pages as an administrator's browser does; the code names the workspace."""
        async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser:
            async with browser.get(f"{self.base}/slack/install") as page:
                html = await page.text()
                cookie = page.headers["Set-Cookie"].split(";")[0]
            link = html.split('href="')[-1].split('"')[0].replace("&amp;", "&")
            state = parse_qs(urlsplit(link).query)["state"][0]
            redirected = f"{self.base}/slack/oauth_redirect?code={workspace.lower()}&state={state}"
            async with browser.get(redirected, headers={"Cookie": cookie}) as page:
                return page.status

    async def hear(self, workspace: str, said: str, event_id: str) -> None:
        person = Person(self.slack, "U1")
        event = event_callback(message(person.post(said), "im"), event_id) | {"team_id": workspace}
        event["authorizations"][0]["team_id"] = workspace
        await self.slack.deliver("events_api", event)

    def unsent(self) -> int:
        with self.parts.store.engine.begin() as connection:
            return int(connection.execute(text("SELECT count(*) FROM outgoing WHERE sent_at IS NULL")).scalar_one())

    def tokens(self) -> list[str]:
        return [call.token for call in self.slack.calls if call.method == "chat.postMessage"]


@pytest.fixture
async def office(slack: FakeSlack, tmp_path: Path) -> AsyncIterator[Office]:
    port = free_port()
    settings = settings_for(
        tmp_path,
        slack.api_url,
        SLACK_BOT_TOKEN=None,
        SLACK_APP_TOKEN=None,
        SLACK_SIGNING_SECRET=SIGNING_SECRET,
        SLACK_CLIENT_ID="1.2",
        SLACK_CLIENT_SECRET="client-secret",
        http_port=port,
    )
    with build_container(settings) as parts:
        async with AsyncExitStack() as stack:
            await start(parts, stack)
            slack.http_app = f"http://127.0.0.1:{port}/slack/events"
            yield Office(parts, f"http://127.0.0.1:{port}", slack)


async def test_each_workspace_is_answered_with_its_own_token(slack: FakeSlack, office: Office) -> None:
    slack.world.dm("U1")
    assert await office.install("T0AAA") == 200
    assert await office.install("T0BBB") == 200

    await office.hear("T0AAA", "주간 보고서를 요약해줘", "Ev1")
    await slack.until(lambda: len(office.tokens()) == 1)
    await office.hear("T0BBB", "회의록을 정리해줘", "Ev2")
    await slack.until(lambda: len(office.tokens()) == 2)

    # They were to expire in twelve hours and are renewed two hours before, so they are the first ones still.
    assert office.tokens() == ["xoxe.xoxb-t0aaa", "xoxe.xoxb-t0bbb"]


async def test_the_tokens_lie_sealed(slack: FakeSlack, office: Office, tmp_path: Path) -> None:
    slack.world.dm("U1")
    slack.api.token_lives_s = 60
    await office.install("T0AAA")
    await office.hear("T0AAA", "주간 보고서를 요약해줘", "Ev1")
    await slack.until(lambda: len(office.tokens()) == 1)

    assert set(office.tokens()) == {"xoxe.xoxb-again-2"}
    assert not any(token in stored_in(tmp_path) for token in (b"xoxb", b"xoxe", b"xoxp"))


async def test_a_workspace_without_installation_is_not_answered(slack: FakeSlack, office: Office) -> None:
    slack.world.dm("U1")

    await office.hear("T0AAA", "주간 보고서를 요약해줘", "Ev1")
    await asyncio.sleep(0.1)

    assert office.tokens() == []


async def test_a_state_that_is_not_ours_installs_nothing(slack: FakeSlack, office: Office) -> None:
    async with (
        ClientSession() as browser,
        browser.get(f"{office.base}/slack/oauth_redirect?code=t0aaa&state=made-up") as page,
    ):
        assert page.status == 400
    assert slack.called("oauth.v2.access") == []


async def test_a_token_about_to_expire_is_renewed(slack: FakeSlack, office: Office) -> None:
    slack.world.dm("U1")
    slack.api.token_lives_s = 60
    await office.install("T0AAA")

    await office.hear("T0AAA", "주간 보고서를 요약해줘", "Ev1")
    await slack.until(lambda: len(office.tokens()) == 1)

    assert set(office.tokens()) == {"xoxe.xoxb-again-2"}


@pytest.mark.parametrize(
    "event",
    [{"type": "app_uninstalled"}, {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": ["U0BOT"]}}],
    ids=lambda event: str(event["type"]),
)
async def test_leaving_deletes_that_workspace_alone(
    slack: FakeSlack, office: Office, event: dict[str, object], tmp_path: Path
) -> None:
    slack.world.dm("U1")
    for number, workspace in enumerate(("T0AAA", "T0BBB")):
        await office.install(workspace)
        await office.hear(workspace, f"{workspace} 박지훈에게 메일 쓰기", f"Ev{number}")
        await slack.until(lambda number=number: len(office.tokens()) == number + 1)  # type: ignore[misc]

    await slack.deliver("events_api", event_callback(event, "Ev9") | {"team_id": "T0AAA"})

    def has_interviews(workspace: str) -> bool:
        with office.parts.store.begin() as transaction:
            return bool(transaction.sessions_of("U1", "slack", workspace))

    assert not has_interviews("T0AAA")
    assert has_interviews("T0BBB")
    assert b"xoxb-t0aaa" not in (tmp_path / "promptgen.db").read_bytes()
    await office.hear("T0AAA", "다시 시작", "Ev10")
    await asyncio.sleep(0.1)
    assert len(office.tokens()) == 2


async def test_a_reply_to_a_workspace_that_removed_the_app_waits_for_nobody(slack: FakeSlack, office: Office) -> None:
    slack.world.dm("U1")
    await office.install("T0AAA")
    slack.faults["chat.postMessage"] = [Fault(error="token_revoked")] * 99

    await office.hear("T0AAA", "주간 보고서를 요약해줘", "Ev1")

    await slack.until(lambda: office.tokens() and office.unsent() == 0)


async def test_a_person_revoking_their_own_token_changes_nothing(slack: FakeSlack, office: Office) -> None:
    slack.world.dm("U1")
    await office.install("T0AAA")
    await office.hear("T0AAA", "주간 보고서를 요약해줘", "Ev1")
    await slack.until(lambda: len(office.tokens()) == 1)

    event = {"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}}
    await slack.deliver("events_api", event_callback(event, "Ev9") | {"team_id": "T0AAA"})
    await office.hear("T0AAA", "기획팀", "Ev2")

    await slack.until(lambda: len(office.tokens()) == 2)


async def test_a_token_is_renewed_once_whoever_asks(slack: FakeSlack, office: Office) -> None:
    slack.world.dm("U1")
    slack.api.token_lives_s = 60
    await office.install("T0AAA")
    slack.fail("oauth.v2.access", Fault(delay=0.3))

    await asyncio.gather(*(office.hear("T0AAA", "주간 보고서를 요약해줘", f"Ev{number}") for number in range(5)))

    assert [call.get("grant_type") for call in slack.called("oauth.v2.access")].count("refresh_token") == 1


async def test_a_token_that_cannot_be_renewed_yet_is_used_on(slack: FakeSlack, office: Office) -> None:
    slack.world.dm("U1")
    slack.api.token_lives_s = 3_600
    await office.install("T0AAA")
    slack.fail("oauth.v2.access", Fault(error="internal_error"))

    await office.hear("T0AAA", "주간 보고서를 요약해줘", "Ev1")
    await slack.until(lambda: len(office.tokens()) == 1)

    assert set(office.tokens()) == {"xoxe.xoxb-t0aaa"}


async def test_a_workspace_is_known_the_moment_it_is_installed(slack: FakeSlack, office: Office) -> None:
    slack.world.dm("U1")
    await office.hear("T0AAA", "주간 보고서를 요약해줘", "Ev1")

    await office.install("T0AAA")
    await office.hear("T0AAA", "주간 보고서를 요약해줘", "Ev2")

    await slack.until(lambda: len(office.tokens()) == 1)


async def test_who_is_not_installed_is_told_so_in_their_language(slack: FakeSlack, office: Office) -> None:
    answered = await Person(slack, "U1").slash("주간 보고서 요약")

    assert answered.status == 200
    assert "설치되어 있지 않아요" in slack.called("response_url")[0]["text"]


async def test_a_database_that_is_away_makes_no_workspace_uninstalled(
    slack: FakeSlack, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    slack.world.dm("U1")
    monkeypatch.setattr("bots.slack.oauth._KNOWN_S", 0)
    await office.install("T0AAA")
    await office.hear("T0AAA", "주간 보고서를 요약해줘", "Ev1")
    await slack.until(lambda: len(office.tokens()) == 1)

    def away(*_: object, **__: object) -> None:
        raise StoreUnavailable

    monkeypatch.setattr("bots.slack.oauth.Installations.async_find_installation", away)
    await office.hear("T0AAA", "기획팀", "Ev2")

    await slack.until(lambda: len(office.tokens()) == 2)
