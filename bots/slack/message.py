"""A message as it is sent to Slack."""

from dataclasses import dataclass, field, replace

from bots.shared.custom_ids import with_address
from bots.slack.payload import Payload
from core.messages import TextFile


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """`text` is what notifications and screen readers say; `blocks` are what is seen."""

    text: str = field(repr=False)
    blocks: tuple[Payload, ...] = field(default=(), repr=False)
    attachment: TextFile | None = None

    def of(self, address: str) -> "OutgoingMessage":
        """Return the same with controls that are about this interview, whatever is begun after it."""
        return replace(self, blocks=tuple(_addressed(block, address) for block in self.blocks))


def _addressed(block: Payload, session: str) -> Payload:
    """Return blocks with the code in the `value` of every control addressed."""
    return {name: _within(name, value, session) for name, value in block.items()}


def _within(name: str, value: object, session: str) -> object:
    if isinstance(value, dict):
        return _addressed(value, session)
    if isinstance(value, list | tuple):
        return [_addressed(each, session) if isinstance(each, dict) else each for each in value]
    return with_address(value, session) if name == "value" and isinstance(value, str) else value
