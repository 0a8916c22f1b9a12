"""A job: something that a model is waited for, done by a worker of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from core.conversation.events import Event
from core.conversation.replies import Reply
from core.ports import Assistant, Detector, Responder, StoredSession
from core.privacy.policy import Policy
from core.privacy.vault import Vault

OnProgress = Callable[[Reply, Vault], None]
"""Shows how far it is, at once and for the moment: what is shown is not kept, and the next takes its place."""

Commit = Callable[[StoredSession], tuple[StoredSession, Event]]
"""Takes the session as it is when the work is done; returns it with what has become known, and what has happened."""


@dataclass(frozen=True, slots=True)
class ModelTools:
    """What jobs are done with: the models that answer freely, at least one, and who answers as it is told to."""

    detector: Detector
    assistants: tuple[Assistant, ...]
    responder: Responder
    policy: Policy | None = None


class JobRunner(Protocol):
    """Does one kind of job."""

    async def work(self, held: StoredSession, show: OnProgress) -> Commit:
        """Do it; cancelled when nobody waits for it any more."""
