"""Bolt with our listeners: which payload goes to whom."""

import re
from typing import Any, Final

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack import log
from bots.slack.buttons import PREFIX
from bots.slack.credentials import FindCredentials
from bots.slack.desk import Desk
from bots.slack.form import CALLBACK
from bots.slack.messages import Messages
from bots.slack.modals import ANSWER, RESTORE, SAVE, SHARE
from bots.slack.presses import Presses
from bots.slack.slash import FROM_MESSAGE, START, Slash
from bots.slack.uninstalling import Uninstalling
from bots.slack.windows import Windows

_COMMAND: Final = "/promptgen"


def make_app(
    desk: Desk, find: FindCredentials, uninstalling: Uninstalling, client: AsyncWebClient, signing_secret: str
) -> AsyncApp:
    """Return the app; a listener ends when what it took in is committed, and only then is Slack answered."""

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        found = await find(team_id or "")
        if found is None:
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
    )
    _listen(app, desk, uninstalling)
    return app


def _listen(app: AsyncApp, desk: Desk, uninstalling: Uninstalling) -> None:
    messages, slash, windows = Messages(desk), Slash(desk), Windows(desk)
    app.event("message")(messages.on_message)
    app.event("app_mention")(messages.on_mention)
    app.event("app_home_opened")(windows.on_home)
    app.event("app_uninstalled")(uninstalling.on_uninstalled)
    app.event("tokens_revoked")(uninstalling.on_tokens_revoked)
    app.command(_COMMAND)(slash.on_command)
    app.shortcut(START)(slash.on_shortcut)
    app.shortcut(FROM_MESSAGE)(slash.on_message_shortcut)
    app.action(re.compile(f"^{re.escape(PREFIX)}"))(Presses(desk, slash).on_press)
    app.view(CALLBACK)(windows.on_form)
    app.view(ANSWER)(windows.on_answer)
    app.view(RESTORE)(windows.on_restore)
    app.view(SHARE)(windows.on_share)
    app.view(SAVE)(windows.on_save)
    app.error(_on_error)


async def _on_error(error: Exception, body: dict[str, Any]) -> None:
    log.unheard(str(body.get("type") or body.get("command") or "unknown"), error)
