"""A posting: one message as it is sent to Slack."""

from dataclasses import dataclass, field

from bots.slack.payload import Payload


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a message; its content is its owner's, so it shows nothing of itself."""

    name: str
    content: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Posting:
    """`text` is what notifications and screen readers say; `blocks` are what is seen."""

    text: str = field(repr=False)
    blocks: tuple[Payload, ...] = field(default=(), repr=False)
    attachment: Attachment | None = None
