"""Bolt with our listeners: which payload goes to whom."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, Final

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bots.ops.meter import Meter
from bots.slack import log
from bots.slack.actions import ActionHandler
from bots.slack.buttons import PREFIX
from bots.slack.cleanup import MessageCleanup
from bots.slack.credentials import FindCredentials
from bots.slack.form import CALLBACK as FORM
from bots.slack.interactions import Interactions
from bots.slack.messages import MessageHandler
from bots.slack.modals import ANSWER, RESTORE, SAVE, SHARE
from bots.slack.payload import Payload
from bots.slack.places import workspace_of
from bots.slack.services import Services
from bots.slack.slash_commands import FROM_MESSAGE, START, CommandHandler
from bots.slack.texts import NOT_INSTALLED
from bots.slack.uninstall import UninstallHandler
from bots.slack.views import ViewHandler
from core.ports import Inbox

COMMAND: Final = "/promptgen"
PRESS: Final = "press"


class Listeners:
    """All that listens to Slack, and what is done about interactions that an earlier process has left."""

    def __init__(self, services: Services, inbox: Inbox, meter: Meter, uninstalling: UninstallHandler) -> None:
        self.services: Final = services
        self._messages: Final = MessageHandler(services)
        self._windows: Final = ViewHandler(services)
        self._uninstalling: Final = uninstalling
        slash, windows = CommandHandler(services), self._windows
        self._commands: Final = {COMMAND: slash.command}
        self._shortcuts: Final = {START: slash.shortcut, FROM_MESSAGE: slash.message_shortcut}
        self._actions: Final = {PRESS: ActionHandler(services, slash).press}
        self._views: Final = {
            FORM: windows.form,
            ANSWER: windows.answer,
            RESTORE: windows.restore,
            SHARE: windows.share,
            SAVE: windows.save,
        }
        kinds = self._commands | self._shortcuts | self._actions | self._views
        self.interactions: Final = Interactions(services, inbox, MessageCleanup(services.clients), meter, kinds)

    def attach(self, app: AsyncApp) -> None:
        """Listen to an app."""
        app.event("message")(self._messages.on_message)
        app.event("app_mention")(self._messages.on_mention)
        app.event("agent_session_stopped")(self._messages.on_stop)
        app.event("app_home_opened")(self._windows.on_home)
        app.event("app_uninstalled")(self._uninstalling.on_uninstalled)
        app.event("tokens_revoked")(self._uninstalling.on_tokens_revoked)
        app.command(COMMAND)(self._taking(COMMAND))
        app.action(re.compile(f"^{re.escape(PREFIX)}"))(self._taking(PRESS))
        for callback in self._shortcuts:
            app.shortcut(callback)(self._taking(callback))
        for callback in self._views:
            app.view(callback)(self._on_form if callback == FORM else self._taking(callback))

    def _taking(self, kind: str) -> Callable[..., Awaitable[None]]:
        async def take(ack: Any, body: Payload) -> None:  # noqa: ANN401 - Bolt's own
            await self.interactions.take(ack, kind, body)

        return take

    async def _on_form(self, ack: Any, body: Payload) -> None:  # noqa: ANN401 - Bolt's own
        """Take the form, or say at the field what must be corrected."""
        errors = self._windows.errors(body)
        if errors:
            await ack(response_action="errors", errors=dict(errors))
        else:
            await self.interactions.take(ack, FORM, body)


def make_app(listeners: Listeners, find: FindCredentials, client: AsyncWebClient, signing_secret: str) -> AsyncApp:
    """Return the app; a listener ends when nothing of what it took in can be lost, and only then is Slack answered."""

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        found = await find(team_id or "")
        if found is None:
            listeners.services.dropped("not_installed")
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_user_id=found.user,
            bot_id=found.bot,
            bot_token=found.token,
        )

    app = AsyncApp(
        authorize=authorize,  # type: ignore[arg-type]  # None is how Bolt is told that there is no installation
        client=client,
        signing_secret=signing_secret,
        request_verification_enabled=bool(signing_secret),
        process_before_response=True,
        logger=log.LIBRARY,
        user_facing_authorize_error_message=NOT_INSTALLED,
        before_authorize=_installed,
    )
    listeners.attach(app)
    app.error(_on_error)
    return app


async def _installed(body: dict[str, Any], context: Any, next_: Callable[[], Awaitable[None]]) -> None:  # noqa: ANN401 - Bolt's own
    """Let Bolt look for the installation where the app is installed, also for guests of other companies."""
    context["team_id"] = workspace_of(body) or context.get("team_id")
    await next_()


async def _on_error(error: Exception, body: dict[str, Any]) -> None:
    log.handler_failed(str(body.get("type") or body.get("command") or "unknown"), error)
