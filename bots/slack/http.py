"""The HTTP server: Slack's events, and the pages by which the app is installed."""

import socket
from contextlib import AsyncExitStack, suppress
from ipaddress import ip_address
from typing import Final

from aiohttp import ClientSession, DummyCookieJar, web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow

from bots.ops.background_tasks import until_end
from bots.shared.process_presence import Presence
from bots.slack.places import PLATFORM
from bots.slack.routing import Router
from core.errors import SettingsError
from core.ports.processes import Processes
from core.settings import Settings

EVENTS: Final = "/slack/events"
_LARGEST: Final = (
    2 * 2**20
)  # a modal with the longest answers, percent-encoded, and the view around them is below 1 MiB
_WILDCARDS: Final = frozenset({"", "0.0.0.0", "::"})  # noqa: S104 - to know one when an operator listens there
_LOOPBACK: Final = "127.0.0.1"
_ANYWHERE: Final = ("192.0.2.1", 9)
"""A place for documentation (RFC 5737), which the system has a route to as to anywhere; nothing is sent to it."""


async def start_http(
    bolt: AsyncApp, flow: AsyncOAuthFlow | None, settings: Settings, processes: Processes | None, stack: AsyncExitStack
) -> None:
    """Serve until `stack` ends; events only where requests can be verified.

    `processes` are those that share the database, where several can.

    Raises:
        SettingsError: The port is taken.
        StoreUnavailable: The database does not answer.
    """
    router: Router | None = None

    async def events(request: web.Request) -> web.Response:
        answer = await router.answer_of_another(request) if router else None
        return answer or await to_aiohttp_response(await bolt.async_dispatch(await to_bolt_request(request)))

    application = web.Application(client_max_size=_LARGEST)
    if settings.slack_signing_secret:
        application.router.add_post(EVENTS, events)
    if flow:
        _add_pages(application, flow)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    try:
        shared = settings.processes > 1  # the system then gives each connection to one of them
        await web.TCPSite(runner, settings.http_host, settings.http_port, reuse_port=shared or None).start()
        if shared:  # and one that is a process's own, at which the others reach it
            await web.TCPSite(runner, settings.http_host, 0).start()
    except OSError:
        raise SettingsError(names="PROMPTGEN_HTTP_HOST, PROMPTGEN_HTTP_PORT") from None
    if processes and settings.slack_signing_secret:
        presence = Presence(processes, PLATFORM, _address(settings.http_host, runner.addresses[-1][1]))
        router = await _join(presence, stack)


async def _join(presence: Presence, stack: AsyncExitStack) -> Router:
    """Tell the other processes of this one, until `stack` ends."""
    session = await stack.enter_async_context(ClientSession(cookie_jar=DummyCookieJar()))
    await presence.meet()
    stack.push_async_callback(presence.leave)
    until_end(stack, presence.watch())
    return Router(presence, session)


def _address(host: str, port: int) -> str:
    """Return where the other processes reach this one: on other machines, too, if it listens there."""
    reached = _own_address() if host in _WILDCARDS else host
    return f"http://{f'[{reached}]' if ':' in reached else reached}:{port}{EVENTS}"


def _own_address() -> str:
    """Return this machine's address for others: the one by which it reaches them, else that of its name.

    Where it has neither, or Debian's loopback for its name alone, there is nobody to reach it but its own processes.
    """
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(_ANYWHERE)
        return str(probe.getsockname()[0])
    with suppress(OSError):  # a name that is known to nobody
        found = [ip_address(each[4][0]) for each in socket.getaddrinfo(socket.gethostname(), None)]
        return next((str(each) for each in found if not (each.is_loopback or each.is_link_local)), _LOOPBACK)
    return _LOOPBACK


def _add_pages(application: web.Application, flow: AsyncOAuthFlow) -> None:
    async def install(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await flow.handle_installation(await to_bolt_request(request)))

    async def redirected(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await flow.handle_callback(await to_bolt_request(request)))

    application.router.add_get(flow.install_path, install)
    application.router.add_get(flow.redirect_uri_path, redirected)
