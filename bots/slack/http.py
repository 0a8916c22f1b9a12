"""The HTTP server: Slack's events, and the pages by which the app is installed."""

from contextlib import AsyncExitStack
from typing import Final

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow

from core.errors import SettingsError
from core.settings import Settings

_EVENTS: Final = "/slack/events"
_LARGEST: Final = 2 * 2**20


async def start_http(bolt: AsyncApp, flow: AsyncOAuthFlow | None, settings: Settings, stack: AsyncExitStack) -> None:
    """Serve until `stack` ends; events only where requests can be verified.

    Raises:
        SettingsError: The port is taken.
    """

    async def events(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await bolt.async_dispatch(await to_bolt_request(request)))

    application = web.Application(client_max_size=_LARGEST)
    if settings.slack_signing_secret:
        application.router.add_post(_EVENTS, events)
    if flow:
        _add_pages(application, flow)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    try:
        shared = settings.processes > 1  # the system then gives each connection to one of them
        await web.TCPSite(runner, settings.http_host, settings.http_port, reuse_port=shared or None).start()
    except OSError:
        raise SettingsError(names="PROMPTGEN_HTTP_HOST, PROMPTGEN_HTTP_PORT") from None


def _add_pages(application: web.Application, flow: AsyncOAuthFlow) -> None:
    async def install(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await flow.handle_installation(await to_bolt_request(request)))

    async def redirected(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await flow.handle_callback(await to_bolt_request(request)))

    application.router.add_get(flow.install_path, install)
    application.router.add_get(flow.redirect_uri_path, redirected)
