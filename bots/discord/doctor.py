"""What the doctor looks at on Discord: the token, and the switches of the application."""

import base64
import binascii
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any, Final

from aiohttp import ClientError, ClientSession, ClientTimeout

from bots.ops import clock
from bots.ops.check_result import Finding
from core.settings import Settings

_API: Final = "https://discord.com/api/v10"
_TIMEOUT: Final = ClientTimeout(total=10)
_READS_CONTENT: Final = (1 << 18) | (1 << 19)
"""The application may read what people write: GATEWAY_MESSAGE_CONTENT, or its LIMITED form below 100 servers.

https://discord.com/developers/docs/resources/application#application-object-application-flags
"""

_INVITE: Final = "https://discord.com/oauth2/authorize?client_id={}&scope=bot+applications.commands&permissions={}"
_PERMISSIONS: Final = 0x400 | 0x800 | 0x8000 | 0x10000 | (1 << 35) | (1 << 36) | (1 << 38)
"""View channels, send messages, attach files, read history; make public and private threads, send messages in them."""

_OK: Final = 200
_UNAUTHORIZED: Final = 401


async def run_checks(settings: Settings) -> AsyncIterator[Finding]:
    """Look at what a Discord bot needs, one thing after another; nothing is changed there."""
    if settings.discord_token is None:
        yield Finding(passed=True, text="doctor.discord_off")
        return
    token = settings.discord_token.get_secret_value()
    application = _application(token)
    if application is None:
        yield Finding(passed=False, text="doctor.discord_token")
        return
    async for finding in _asked(settings, token):
        yield finding
    link = _INVITE.format(application, _PERMISSIONS)
    yield Finding(passed=True, text="doctor.discord", details={"link": link})


async def _asked(settings: Settings, token: str) -> AsyncIterator[Finding]:
    base = (settings.discord_api_url or _API).rstrip("/")
    headers = {"Authorization": f"Bot {token}"}
    try:
        async with (
            ClientSession(headers=headers, timeout=_TIMEOUT) as session,
            session.get(f"{base}/oauth2/applications/@me", allow_redirects=False) as answer,
        ):
            yield _told(answer.status, await answer.json() if answer.status == _OK else {}, settings)
            found = clock.compare(answer.headers)
            if found:
                yield found
    except (ClientError, TimeoutError, ValueError):
        yield Finding(passed=False, text="doctor.discord_unreachable")


def _told(status: int, application: Any, settings: Settings) -> Finding:  # noqa: ANN401 - JSON
    if status == _UNAUTHORIZED:
        return Finding(passed=False, text="doctor.discord_refused")
    if status != _OK:
        return Finding(passed=False, text="doctor.discord_unreachable")
    reads = bool(int(application.get("flags", 0)) & _READS_CONTENT)
    if settings.discord_message_content and not reads:
        return Finding(passed=False, text="doctor.discord_intent")
    return Finding(passed=True, text="doctor.discord_token_works")


def _application(token: str) -> str | None:
    """Return the application's id, which is the first part of its bot's token, in base64."""
    part = token.split(".", maxsplit=1)[0]
    with suppress(binascii.Error, UnicodeDecodeError, ValueError):
        number = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)).decode("ascii")
        return number if number.isdecimal() else None
    return None
