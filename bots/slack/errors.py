"""What Slack's refusals mean for a message that could not be posted.

The names are those of https://docs.slack.dev/reference/methods/chat.postMessage#errors.
"""

from typing import Final

from slack_sdk.errors import SlackApiError

_TOO_MUCH: Final = frozenset(
    {"invalid_blocks", "invalid_blocks_format", "msg_too_long", "msg_blocks_too_long", "too_many_attachments"}
)
_PASSING: Final = frozenset({"fatal_error", "internal_error", "service_unavailable", "request_timeout", "ratelimited"})
WRONG_TOKEN: Final = frozenset(
    {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "not_allowed_token_type"}
)
"""What the operator of a bot with one token fixes with another; until then replies wait."""

REMOVED: Final = frozenset({"account_inactive", "token_revoked"})
"""What Slack says of the token of an app that was removed; https://docs.slack.dev/reference/methods/auth.test#errors"""

_LATE: Final = frozenset({"expired_trigger_id", "trigger_expired", "exchanged_trigger_id", "invalid_trigger_id"})


def name_of(error: SlackApiError) -> str:
    """Return Slack's name for a refusal; a response that is not Slack's has none."""
    data = error.response.data if error.response is not None else None
    return str(data.get("error", "")) if isinstance(data, dict) else ""


def is_transient(error: SlackApiError) -> bool:
    """Say whether trying again may help; the message may be there all the same."""
    return name_of(error) in _PASSING | WRONG_TOKEN or getattr(error.response, "status_code", 200) >= 500  # noqa: PLR2004 - HTTP's own


def is_expired_trigger(error: Exception) -> bool:
    """Say whether a window could not be opened because three seconds had gone by since it was asked for."""
    return isinstance(error, SlackApiError) and name_of(error) in _LATE


def is_about_blocks(error: SlackApiError) -> bool:
    """Say whether a plain text would be taken where these blocks were not."""
    return name_of(error) in _TOO_MUCH
