"""Interactions from the service's side: what may be answered, how often and until when."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any, Final

Json = dict[str, Any]

COMMAND: Final = 2
COMPONENT: Final = 3
TYPING: Final = 4
MODAL: Final = 5

PONG, MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL_ANSWER = 1, 4, 5, 6, 7, 8, 9
EPHEMERAL: Final = 64
_TOKEN_SECONDS: Final = 15 * 60.0
_USER_INSTALL_FOLLOW_UPS: Final = 5


@dataclass(eq=False)
class Interaction:
    """One interaction; `payload` is what the app was sent, `answer` its first response."""

    id: int
    token: str
    type: int
    person: int
    channel: int
    payload: Json
    user_install_only: bool = False
    sent_at: float = 0.0
    answered_at: float | None = None
    answer: Json | None = None
    original: Json | None = None
    follow_ups: list[Json] = field(default_factory=list)
    answered: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def modal(self) -> Json | None:
        """The modal it was answered with."""
        if self.answer is None or self.answer["type"] != MODAL_ANSWER:
            return None
        data: Json = self.answer["data"]
        return data

    @property
    def ephemeral(self) -> list[Json]:
        """What only this person was shown in answer."""
        shown = [self.original, *self.follow_ups]
        return [message for message in shown if message is not None and message["flags"] & EPHEMERAL]

    def refusal(  # noqa: PLR0911 - a line for each reason
        self, kind: int, patience: float, *, late: bool
    ) -> tuple[int, int, str] | None:
        """Say why a first response of this kind is refused: status, code, message."""
        if self.answer is not None:
            return 400, 40060, "Interaction has already been acknowledged."
        if late or time.monotonic() - self.sent_at > patience:
            return 404, 10062, "Unknown interaction"
        if kind == MODAL_ANSWER and self.type == MODAL:
            return 400, 50035, "a modal cannot answer a modal"
        if kind in {DEFERRED_UPDATE, UPDATE} and "message" not in self.payload:
            return 400, 50035, "there is no message to update"
        if (kind == CHOICES) != (self.type == TYPING):
            return 400, 50035, "choices answer what is being typed, and nothing else does"
        if kind not in {CHOICES, MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, MODAL_ANSWER}:
            return 400, 50035, "no such response type"
        return None

    def follow_up_refusal(self, clock_ahead: float) -> tuple[int, int, str] | None:
        """Say why a follow-up is refused."""
        if self.answer is None or time.monotonic() + clock_ahead - self.sent_at > _TOKEN_SECONDS:
            return 404, 10015, "Unknown Webhook"
        if self.user_install_only and len(self.follow_ups) >= _USER_INSTALL_FOLLOW_UPS:
            return 400, 40094, "This interaction has reached the maximum number of follow up messages"
        return None
