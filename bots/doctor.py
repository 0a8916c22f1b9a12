"""The doctor: what is set up, what is not, and how to mend it."""

import asyncio
import base64
import binascii
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bots.relay import sentence_of
from bots.wiring import connect_endpoints, load_detector, opened_store
from core.endpoints import DEFAULT
from core.errors import DetectorError, PromptgenError, SettingsError
from core.privacy.text import RawText
from core.settings import Settings

if TYPE_CHECKING:
    from core.adapters.vllm.client import Client

_LEAST_FREE_MB: Final = 500
_PLANTED: Final = RawText("010-2345-6789")
_INVITE: Final = "https://discord.com/oauth2/authorize?client_id={}&scope=bot+applications.commands&permissions={}"
_PERMISSIONS: Final = 0x400 | 0x800 | 0x8000 | 0x10000 | (1 << 35) | (1 << 36) | (1 << 38)
"""View channels, send messages, attach files, read history; make public and private threads, send messages in them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found: `text` is the id of its sentence, which says how to mend it where it did not pass."""

    passed: bool
    text: str
    details: dict[str, str | int] = field(default_factory=dict)


def examine(settings: Settings) -> Iterator[Finding]:
    """Look at everything that a bot needs, one after another."""
    yield from _data(settings)
    yield _detector(settings)
    yield _slack(settings)
    yield _discord(settings)
    yield from _model(settings)


def _data(settings: Settings) -> Iterator[Finding]:
    try:
        with opened_store(settings, visiting=True):
            yield Finding(passed=True, text="doctor.database")
    except PromptgenError as error:
        sentence = sentence_of(error)
        yield Finding(passed=False, text=sentence.text, details=dict(sentence.details))
    with suppress(OSError):
        free = shutil.disk_usage(settings.data_dir).free // 1024**2
        enough = free >= _LEAST_FREE_MB
        yield Finding(enough, "doctor.disk" if enough else "doctor.disk_full", {"free": free, "least": _LEAST_FREE_MB})


def _detector(settings: Settings) -> Finding:
    try:
        found = load_detector(settings).detect(_PLANTED)
    except DetectorError as error:
        return Finding(passed=False, text=sentence_of(error).text)
    return Finding(bool(found), "doctor.detector" if found else "error.detector_unavailable")


def _slack(settings: Settings) -> Finding:
    if not (settings.slack_bot_token or settings.slack_client_id):
        return Finding(passed=True, text="doctor.slack_off")
    if settings.slack_app_token:
        return Finding(passed=True, text="doctor.slack_socket")
    complete = settings.slack_signing_secret is not None
    return Finding(complete, "doctor.slack_http" if complete else "doctor.slack_incomplete")


def _discord(settings: Settings) -> Finding:
    if settings.discord_token is None:
        return Finding(passed=True, text="doctor.discord_off")
    application = _application(settings.discord_token.get_secret_value())
    if application is None:
        return Finding(passed=False, text="doctor.discord_token")
    link = _INVITE.format(application, _PERMISSIONS)
    return Finding(passed=True, text="doctor.discord", details={"link": link})


def _application(token: str) -> str | None:
    """Return the application's id, which is the first part of its bot's token, in base64."""
    part = token.split(".", maxsplit=1)[0]
    with suppress(binascii.Error, UnicodeDecodeError, ValueError):
        number = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)).decode("ascii")
        return number if number.isdecimal() else None
    return None


def _model(settings: Settings) -> Iterator[Finding]:
    try:
        clients = connect_endpoints(settings)
    except SettingsError as error:
        yield Finding(passed=False, text=sentence_of(error).text, details=dict(error.details))
        return
    if not clients:
        yield Finding(passed=True, text="doctor.model_off")
    for name, client in clients.items():
        if name != DEFAULT:
            yield Finding(passed=True, text="doctor.endpoint", details={"name": name})
        yield from asyncio.run(_probed(client, is_named=name != DEFAULT))


async def _probed(client: "Client", *, is_named: bool) -> tuple[Finding, ...]:
    """Look at one endpoint; a named one is only for trying prompts, so how it would polish them is left out."""
    from core.adapters.vllm.probe import Check, probe  # noqa: PLC0415 - a second of loading, for those with a model

    try:
        found = await probe(client)
    finally:
        await client.close()
    return tuple(
        Finding(each.passed, f"doctor.model.{each.check}", {"value": each.value})
        for each in found
        if not (is_named and each.check is Check.MODE)
    )
