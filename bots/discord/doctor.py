"""What the doctor looks at on Discord: the token, the settings of the application, its commands."""

import base64
import binascii
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any, Final

from aiohttp import ClientError, ClientSession, ClientTimeout

from bots.discord import install_settings
from bots.discord.commands import commands
from bots.ops import clock_check
from bots.ops.check_result import CheckResult
from core.settings import Settings

_API: Final = "https://discord.com/api/v10"
_TIMEOUT: Final = ClientTimeout(total=10)
_INVITE: Final = "https://discord.com/oauth2/authorize?client_id={}&scope=bot+applications.commands&permissions={}"
_OK: Final = 200
_UNAUTHORIZED: Final = 401
_BEHIND_ID: Final = 2  # parts of a token: when it was made, and the secret


async def run_checks(settings: Settings) -> AsyncIterator[CheckResult]:
    """Look at what a Discord bot needs, one thing after another; nothing is changed there."""
    if settings.discord_token is None:
        yield CheckResult(passed=True, text="doctor.discord_off")
        return
    token = settings.discord_token.get_secret_value()
    application = _application(token)
    if application is None:
        yield CheckResult(passed=False, text="doctor.discord_token")
        return
    async for finding in _asked(settings, token):
        yield finding
    link = _INVITE.format(application, install_settings.ALL)
    yield CheckResult(passed=True, text="doctor.discord", details={"link": link})


async def _asked(settings: Settings, token: str) -> AsyncIterator[CheckResult]:
    base = (settings.discord_api_url or _API).rstrip("/")
    headers = {"Authorization": f"Bot {token}"}
    try:
        async with ClientSession(headers=headers, timeout=_TIMEOUT) as session:
            async with session.get(f"{base}/applications/@me", allow_redirects=False) as answer:
                if answer.status != _OK:
                    refused = answer.status == _UNAUTHORIZED
                    yield _failed("doctor.discord_refused" if refused else "doctor.discord_unreachable")
                    return
                application, at = await answer.json(), clock_check.compare(answer.headers)
            async for finding in _compared(session, base, application, settings):
                yield finding
    except (ClientError, TimeoutError, ValueError):
        yield _failed("doctor.discord_unreachable")
        return
    if at:
        yield at


async def _compared(
    session: ClientSession, base: str, application: dict[str, Any], settings: Settings
) -> AsyncIterator[CheckResult]:
    """Hold the application and its commands against what the bot needs."""
    found = list(install_settings.faults(application, reads_threads=settings.discord_message_content))
    async with session.get(f"{base}/applications/{application['id']}/commands", allow_redirects=False) as answer:
        registered = await answer.json() if answer.status == _OK else []
    if install_settings.registered_elsewise(registered, commands(collects=False)):
        found.append(_failed("doctor.discord_commands"))
    for fault in found:
        yield fault
    if not found:
        yield CheckResult(passed=True, text="doctor.discord_token_works")


def _failed(text: str) -> CheckResult:
    return CheckResult(passed=False, text=text)


def _application(token: str) -> str | None:
    """Return the application's id, which is the first of the three parts of its bot's token, in base64.

    https://docs.discord.com/developers/reference#authentication
    """
    part, *others = token.split(".")
    if len(others) != _BEHIND_ID or not all(others):
        return None
    with suppress(binascii.Error, UnicodeDecodeError, ValueError):
        number = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)).decode("ascii")
        return number if number.isdecimal() else None
    return None
