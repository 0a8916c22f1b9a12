"""What the doctor looks at on Slack: the settings, the tokens, and what they are allowed to do."""

import re
from collections.abc import AsyncIterator, Collection, Iterator
from typing import Final

from aiohttp import ClientError, ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bots.ops import clock_check
from bots.ops.check_result import CheckResult
from bots.slack.errors import WRONG_TOKEN, name_of
from bots.slack.oauth import SCOPES
from core.settings import Settings

_TIMEOUT_S: Final = 10
_AGENT: Final = "assistant:write"

# No stricter than what is certain: Slack's own examples and all that is known of older tokens have numbers or ids and a
# secret of 18 characters or more, with hyphens between them; https://docs.slack.dev/authentication/tokens
_TOKEN: Final = re.compile(r"xoxb-(?:\w+-)+\w{18,}|xapp-(?:\w+-)+\w{18,}", re.ASCII)
# https://docs.slack.dev/authentication/verifying-requests-from-slack
_SIGNING_SECRET: Final = re.compile(r"[0-9A-Za-z]{32,}")


async def run_checks(settings: Settings) -> AsyncIterator[CheckResult]:
    """Look at what a Slack bot needs, one thing after another; nothing is changed there."""
    if not (settings.slack_bot_token or settings.slack_client_id):
        yield CheckResult(passed=True, text="doctor.slack_off")
        return
    if not (settings.slack_app_token or settings.slack_signing_secret):
        yield CheckResult(passed=False, text="doctor.slack_incomplete")
    else:
        yield CheckResult(passed=True, text="doctor.slack_socket" if settings.slack_app_token else "doctor.slack_http")
    for finding in _app_settings(settings):
        yield finding
    async with ClientSession() as session:
        if settings.slack_bot_token:
            async for finding in _bot_token(_client(session, settings, settings.slack_bot_token.get_secret_value())):
                yield finding
        if settings.slack_app_token:
            yield await _app_token(_client(session, settings, settings.slack_app_token.get_secret_value()))


def _app_settings(settings: Settings) -> Iterator[CheckResult]:
    """Look at what can be told without asking Slack."""
    secret = settings.slack_signing_secret
    if secret and not _SIGNING_SECRET.fullmatch(secret.get_secret_value()):
        yield CheckResult(passed=False, text="doctor.slack_signing_secret")
    if bool(settings.slack_client_id) != bool(settings.slack_client_secret):
        missing = "SLACK_CLIENT_SECRET" if settings.slack_client_id else "SLACK_CLIENT_ID"
        yield CheckResult(passed=False, text="doctor.slack_oauth_half", details={"missing": missing})


async def _bot_token(client: AsyncWebClient) -> AsyncIterator[CheckResult]:
    if not str(client.token).startswith("xoxb-"):
        yield CheckResult(passed=False, text="doctor.slack_bot_prefix")
        return
    if not _TOKEN.fullmatch(str(client.token)):
        yield CheckResult(passed=False, text="doctor.slack_bot_shape")
        return
    try:
        answer = await client.auth_test()
    except SlackApiError as error:
        yield _refused(error, "doctor.slack_bot_token")
        return
    except (ClientError, TimeoutError):
        yield CheckResult(passed=False, text="doctor.slack_unreachable")
        return
    headers = {name.title(): value for name, value in answer.headers.items()}
    if "X-Oauth-Scopes" in headers:
        for finding in _scopes({scope.strip() for scope in headers["X-Oauth-Scopes"].split(",")}):
            yield finding
    found = clock_check.compare(headers)
    if found:
        yield found


def _scopes(given: Collection[str]) -> Iterator[CheckResult]:
    missing = sorted(set(SCOPES) - {_AGENT} - set(given))
    if missing:
        yield CheckResult(passed=False, text="doctor.slack_scopes_missing", details={"scopes": ", ".join(missing)})
    elif _AGENT in given:
        yield CheckResult(passed=True, text="doctor.slack_scopes", details={"count": len(SCOPES)})
    if _AGENT not in given:
        yield CheckResult(passed=True, text="doctor.slack_no_agent")


async def _app_token(client: AsyncWebClient) -> CheckResult:
    if not str(client.token).startswith("xapp-"):
        return CheckResult(passed=False, text="doctor.slack_app_prefix")
    if not _TOKEN.fullmatch(str(client.token)):
        return CheckResult(passed=False, text="doctor.slack_app_shape")
    try:
        await client.apps_connections_open(app_token=client.token or "")
    except SlackApiError as error:
        return _refused(error, "doctor.slack_app_token")
    except (ClientError, TimeoutError):
        return CheckResult(passed=False, text="doctor.slack_unreachable")
    return CheckResult(passed=True, text="doctor.slack_connects")


def _refused(error: SlackApiError, wrong: str) -> CheckResult:
    name = name_of(error)
    if name in WRONG_TOKEN or name == "missing_scope":
        return CheckResult(passed=False, text=wrong)
    return CheckResult(passed=False, text="doctor.slack_refused", details={"error": name or "unknown"})


def _client(session: ClientSession, settings: Settings, token: str) -> AsyncWebClient:
    return AsyncWebClient(
        token=token, base_url=settings.slack_api_url, session=session, timeout=_TIMEOUT_S, retry_handlers=[]
    )
