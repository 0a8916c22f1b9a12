"""The Slack bot: settings in, a running connection out, and what it is to the others."""

from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Final

from aiohttp import ClientError, ClientSession, DummyCookieJar
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError

from bots.container import Container
from bots.ops.background_tasks import until_end
from bots.ops.health import Connected
from bots.ops.maintenance import run_daily
from bots.platform import Bot, Connection
from bots.relay import Relay
from bots.shared.database_retry import StoreRetry
from bots.shared.file_queue import FileReadQueue
from bots.shared.interview_lookup import Interviews
from bots.shared.platform_rate_limits import count_rate_limits
from bots.shared.reference_files import References
from bots.slack import log
from bots.slack.acknowledgement import BackgroundTasks
from bots.slack.conversation_cache import ConversationCache
from bots.slack.dispatcher import Listeners, make_app
from bots.slack.doctor import run_checks
from bots.slack.files import SlackFiles
from bots.slack.http import start_http
from bots.slack.locales import Locales
from bots.slack.outbox import SlackOutbox
from bots.slack.places import PLATFORM
from bots.slack.render import RENDERERS, Render
from bots.slack.services import Services
from bots.slack.uninstall import UninstallHandler
from bots.slack.workspace_clients import Clients, Credentials, FindCredentials, make_client
from core.errors import PlatformUnreachable, PromptgenError, SettingsError
from core.settings import Settings

if TYPE_CHECKING:
    from bots.slack.oauth import OAuth


class SlackLifecycle:
    """A `bots.platform.Lifecycle`."""

    def check(self, settings: Settings) -> None:
        """See that the settings are complete: a bot token or an OAuth client, an app token or a signing secret.

        Raises:
            SettingsError: Some are missing; `names` lists them.
        """
        missing = []
        if not (settings.slack_bot_token or settings.slack_client_id):
            missing.append("SLACK_BOT_TOKEN")
        if bool(settings.slack_client_id) != bool(settings.slack_client_secret):
            missing.append("SLACK_CLIENT_SECRET" if settings.slack_client_id else "SLACK_CLIENT_ID")
        if not (settings.slack_app_token or settings.slack_signing_secret):
            missing.append("SLACK_APP_TOKEN")
        if missing:
            raise SettingsError(names=", ".join(missing))

    def share(self, settings: Settings, _number: int) -> Settings:
        """Return the settings: processes have all in common, and deal out among themselves what they get."""
        return settings

    def failure(self, error: Exception) -> PromptgenError | None:
        """Return what an exception says."""
        match error:
            case SlackApiError():
                return SettingsError(names="SLACK_BOT_TOKEN, SLACK_APP_TOKEN")
            case ClientError() | TimeoutError():
                return PlatformUnreachable(platform="Slack")
            case _:
                return None

    async def connect(self, parts: Container, stack: AsyncExitStack) -> Connection:
        """Connect the bot; `stack` ends it.

        Raises:
            SlackApiError: Slack does not take the token.
        """
        log.silence_library_logs()
        settings = parts.settings
        traces = [count_rate_limits(parts.meter, PLATFORM)]
        session = await stack.enter_async_context(ClientSession(cookie_jar=DummyCookieJar(), trace_configs=traces))
        installing = _installing(parts, session)
        find = installing.workspaces.find if installing else await _one_workspace(settings, session)
        clients = Clients(
            session, settings.slack_api_url, find, installing.workspaces.is_removed if installing else None
        )
        services = _services(parts, session, clients)
        secret = settings.slack_signing_secret
        bolt_client = make_client(session, settings.slack_api_url)
        uninstalling = UninstallHandler(
            parts.store.forget_workspace, installing.workspaces.forget if installing else None
        )
        listeners = Listeners(services, parts.store.inbox, uninstalling)
        bolt = make_app(listeners, find, bolt_client, secret.get_secret_value() if secret else "")
        maintenance = run_daily(parts.store, settings.retention_days, parts.meter, data_dir=settings.data_dir)
        for standing in (listeners.interactions.watch(), services.relay.resend_loop(), maintenance):
            until_end(stack, standing)
        stack.push_async_callback(services.work.drain, settings.drain_s)
        if not settings.slack_app_token or installing:
            processes = parts.store.processes if parts.store.is_shared else None
            await start_http(bolt, installing.flow if installing else None, settings, processes, stack)
        if settings.slack_app_token:
            return Connection(await _connect_socket(bolt, settings.slack_app_token.get_secret_value(), stack))
        return Connection(_listens)


def _services(parts: Container, session: ClientSession, clients: Clients) -> Services:
    settings, retry, conversations = parts.settings, StoreRetry(), ConversationCache()
    outbox = SlackOutbox(clients, Render(settings.retention_days), conversations, parts.store)
    interviews = Interviews(parts.store, PLATFORM)
    queue = FileReadQueue(parts.reader, parts.rate_limiter, parts.meter, parts.store.spend)
    files = SlackFiles(session, clients, settings.slack_api_url, queue.largest_mb)
    return Services(
        relay=Relay.of(parts, PLATFORM, outbox, retry),
        clients=clients,
        interviews=interviews,
        locales=Locales(clients, interviews.locale_of, settings.locale),
        references=References(files, queue),
        conversations=conversations,
        work=BackgroundTasks(parts.meter, retry),
        meter=parts.meter,
    )


async def _one_workspace(settings: Settings, session: ClientSession) -> FindCredentials:
    token = settings.slack_bot_token.get_secret_value() if settings.slack_bot_token else ""
    who = await make_client(session, settings.slack_api_url, token).auth_test()
    credentials = Credentials(token, who["user_id"] or "", who["bot_id"] or "")

    async def find(_workspace: str) -> Credentials:  # whatever reaches us reaches us by them
        return credentials

    return find


def _installing(parts: Container, session: ClientSession) -> "OAuth | None":
    settings = parts.settings
    if not (settings.slack_client_id and settings.slack_client_secret):
        return None
    from bots.slack.oauth import OAuth  # noqa: PLC0415 - with SQLAlchemy's asyncio part, for OAuth alone

    client = make_client(session, settings.slack_api_url)
    return OAuth(parts.store, client, settings.slack_client_id, settings.slack_client_secret.get_secret_value())


async def _connect_socket(bolt: AsyncApp, token: str, stack: AsyncExitStack) -> Connected:
    handler = AsyncSocketModeHandler(bolt, token, logger=log.LIBRARY)
    await handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt leaves it untyped
    stack.push_async_callback(handler.close_async)
    return handler.client.is_connected


async def _listens() -> bool:
    """Say that events can come: by HTTP it is Slack who connects."""
    return True


SLACK: Final = Bot(PLATFORM, RENDERERS, SlackLifecycle(), run_checks)
