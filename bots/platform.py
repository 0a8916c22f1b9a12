"""The role that a platform fills for the relay: showing replies."""

from typing import Protocol, runtime_checkable

from core.messages import Outgoing, Revealed


class Outbox(Protocol):
    """Sends rendered replies to a platform."""

    async def send(self, outgoing: Outgoing, revealed: Revealed) -> str:
        """Show a reply; return the platform's id of the message.

        The same `outgoing.id` may come twice after a crash: the message is then shown once.

        Raises:
            DeliveryRefused: The platform will never take it; any other exception means that it may later.
        """


@runtime_checkable
class StreamingOutbox(Protocol):
    """An outbox that can show an answer while it is being written."""

    partials_every_s: float

    async def stream_partial(self, outgoing: Outgoing, revealed: Revealed) -> None:
        """Show what there is of it, in the place of the progress; what cannot be shown is left."""
