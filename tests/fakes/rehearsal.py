"""Rehearsals on an assistant and a responder that say what they were told to."""

from dataclasses import dataclass, field

from core.errors import ModelUnavailable
from core.features.rehearsal.job import Rehearsing
from core.features.rehearsal.state import RehearsalJob
from core.ports import Detector
from core.privacy.policy import Policy
from core.prompting.request import ModelRequest, ModelResponse
from core.usecases.chat import Chat
from core.usecases.generation import Generation
from tests.fakes.assistant import FakeAssistant


@dataclass
class FakeResponder:
    """Fulfils `core.ports.Responder`: it gives one of `answers` after the other, none when there is a `fault`."""

    answers: list[str] = field(default_factory=list)
    fault: str = ""
    context: int = 16_384
    asked: list[ModelRequest] = field(default_factory=list)

    async def ask(self, request: ModelRequest, seconds: float) -> ModelResponse:
        self.asked.append(request)
        if self.fault:
            raise ModelUnavailable(reason=self.fault)
        return ModelResponse(self.answers.pop(0) if self.answers else "")


@dataclass(frozen=True)
class Partner:
    """Who plays in a rehearsal: `assistant` speaks, `responder` draws and reviews."""

    assistant: FakeAssistant = field(default_factory=FakeAssistant)
    responder: FakeResponder = field(default_factory=FakeResponder)

    def play(self, chat: Chat, generation: Generation, detector: Detector, policy: Policy | None = None) -> None:
        """Let people rehearse with it."""
        chat._models = generation._models = (self.assistant.name,)
        worker = Rehearsing(detector, self.assistant, self.responder, policy, patience=30)
        generation._workers = {**generation._workers, **dict.fromkeys(RehearsalJob, worker)}
