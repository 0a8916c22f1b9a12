"""Bolt with our listeners: which payload goes to whom."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, Final

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bots.ops.dropped_events import Ignored, reason_of
from bots.ops.metric_specs import MetricSpec
from bots.slack import log
from bots.slack.acknowledgement import NotCommittedError
from bots.slack.control_codes import PREFIX
from bots.slack.form import CALLBACK as FORM
from bots.slack.form import read_form
from bots.slack.handlers import modal_submissions
from bots.slack.handlers.actions import press
from bots.slack.handlers.commands import FROM_MESSAGE, START, command, message_shortcut, start_in_dm
from bots.slack.handlers.home import HomeHandler
from bots.slack.handlers.messages import MessageHandler
from bots.slack.interactions import Handler, Interactions
from bots.slack.modals import ANSWER, RESTORE, SHARE
from bots.slack.payload import Payload
from bots.slack.places import PLATFORM, workspace_of
from bots.slack.services import Services, person_of
from bots.slack.texts import NOT_INSTALLED
from bots.slack.uninstall import UninstallHandler
from bots.slack.workspace_clients import FindCredentials
from core.features.registry import CONTROLS
from core.ports import Inbox

COMMAND: Final = "/promptgen"
PRESS: Final = "press"


_SHORTCUTS: Final[dict[str, Handler]] = {START: start_in_dm, FROM_MESSAGE: message_shortcut}
_VIEWS: Final[dict[str, Handler]] = {
    FORM: modal_submissions.form,
    ANSWER: modal_submissions.answer,
    RESTORE: modal_submissions.restore,
    SHARE: modal_submissions.share,
    **{f"{PREFIX}{name}": modal_submissions.feature_input for name in CONTROLS.inputs},
}
_KINDS: Final = {COMMAND: command, PRESS: press} | _SHORTCUTS | _VIEWS


class Listeners:
    """All that listens to Slack, and what is done about interactions that an earlier process has left."""

    def __init__(self, services: Services, inbox: Inbox, uninstalling: UninstallHandler) -> None:
        self.services: Final = services
        self._uninstalling: Final = uninstalling
        self.interactions: Final = Interactions(services, inbox, _KINDS)

    def attach(self, app: AsyncApp) -> None:
        """Listen to an app."""
        messages = MessageHandler(self.services)
        app.event("message")(messages.on_message)
        app.event("app_mention")(messages.on_mention)
        app.event("agent_session_stopped")(messages.on_stop)
        app.event("app_home_opened")(HomeHandler(self.services).on_opened)
        app.event("app_uninstalled")(self._uninstalling.on_uninstalled)
        app.event("tokens_revoked")(self._uninstalling.on_tokens_revoked)
        app.command(COMMAND)(self._taking(COMMAND))
        app.action(re.compile(f"^{re.escape(PREFIX)}"))(self._taking(PRESS))
        for callback in _SHORTCUTS:
            app.shortcut(callback)(self._taking(callback))
        for callback in _VIEWS:
            app.view(callback)(self._on_form if callback == FORM else self._taking(callback))

    def _taking(self, kind: str) -> Callable[..., Awaitable[None]]:
        async def take(ack: Any, body: Payload) -> None:  # noqa: ANN401 - Bolt's own
            await self.interactions.take(ack, kind, body)

        return take

    async def _on_form(self, ack: Any, body: Payload) -> None:  # noqa: ANN401 - Bolt's own
        """Take the form, or say at the field what must be corrected."""
        locale = self.services.locales.at_once(workspace_of(body), person_of(body))
        if errors := read_form(body["view"], locale).errors:
            await ack(response_action="errors", errors=dict(errors))
        else:
            await self.interactions.take(ack, FORM, body)


def make_app(listeners: Listeners, find: FindCredentials, client: AsyncWebClient, signing_secret: str) -> AsyncApp:
    """Return the app; a listener ends when nothing of what it took in can be lost, and only then is Slack answered."""

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        found = await find(team_id or "")
        if found is None:
            listeners.services.ignored(Ignored.NOT_INSTALLED)
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_user_id=found.user,
            bot_id=found.bot,
            bot_token=found.token,
        )

    app = AsyncApp(
        name=log.LIBRARY.name,  # Bolt gives the logger of this name the level and the filters of the one below
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
    app.error(_on_error(listeners.services))
    return app


async def _installed(body: dict[str, Any], context: Any, next_: Callable[[], Awaitable[None]]) -> None:  # noqa: ANN401 - Bolt's own
    """Let Bolt look for the installation where the app is installed, also for guests of other companies."""
    context["team_id"] = workspace_of(body) or context.get("team_id")
    await next_()


def _on_error(services: Services) -> Callable[[Exception, dict[str, Any]], Awaitable[None]]:
    """Return what is told of whatever fails before or outside a handler's own last line of defence."""

    async def on_error(error: Exception, body: dict[str, Any]) -> None:
        log.handler_failed(str(body.get("type") or body.get("command") or "unknown"), error)
        if not isinstance(error, NotCommittedError):  # Slack sends that again
            services.meter.note(MetricSpec.DROPPED_EVENTS, PLATFORM, reason_of(error))

    return on_error
