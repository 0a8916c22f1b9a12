"""For whom and where a reply is rendered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bots.shared.renderers import Row
from bots.slack.message import OutgoingMessage
from core.conversation.replies import Reply
from core.messages import Outgoing, Revealed
from core.values.locale import Locale

_Kind = TypeVar("_Kind", bound=Reply)
Messages = tuple[OutgoingMessage, ...]


@dataclass(frozen=True, slots=True)
class RenderContext:
    """The reply on its way; `retention_days` stands in the privacy line."""

    outgoing: Outgoing
    retention_days: int

    @property
    def locale(self) -> Locale:
        """The language that its owner reads."""
        return self.outgoing.locale

    @property
    def private(self) -> bool:
        """Whether nobody else reads along."""
        return self.outgoing.place.private

    @property
    def guest(self) -> bool:
        """Whether its owner is a guest of another company."""
        return self.outgoing.place.guest


def shows(
    kind: type[_Kind], render: Callable[[_Kind, Revealed, RenderContext], Messages]
) -> Row[RenderContext, Messages]:
    """Return how one class of replies looks."""
    return kind, render
