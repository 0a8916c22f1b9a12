"""Why nothing comes of an event. What is no `Ignored` reason is an event of a person's that was lost, and alerts."""

from enum import StrEnum, unique

from core.errors import PromptgenError


@unique
class Ignored(StrEnum):
    """A reason that nobody has to look after: the event was none of ours, or its person knows what to do.

    `PromptgenEventsDropped` in `bots/examples/alerts.yml` leaves out these and no other.
    """

    BOT = "bot"  # a bot wrote it
    NOTICE = "notice"  # an edit, somebody who joined
    NO_THREAD = "no_thread"
    NO_INTERVIEW = "no_interview"
    NOT_THEIRS = "not_theirs"
    MENTION = "mention"  # it comes once more, as what it is
    NOT_SPOKEN = "not_spoken"
    NOT_ADDRESSED = "not_addressed"
    REPEATED = "repeated"
    NOT_INSTALLED = "not_installed"  # what Slack still sends of a workspace that took the app out
    TOO_LATE = "too_late"  # a window opens within three seconds or not at all; its person is told to press again


def reason_of(error: BaseException) -> str:
    """Return the reason where an error is why nothing came of an event."""
    return error.code if isinstance(error, PromptgenError) else "failed"
