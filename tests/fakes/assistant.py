"""An assistant that answers what it was told to."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import suppress
from dataclasses import dataclass, field

from core.errors import ModelUnavailable
from core.features.comparison.comparison import ComparisonJob
from core.features.comparison.job import Comparing
from core.features.trial.handlers import TrialJob
from core.features.trial.job import Trying
from core.model_jobs.answering import ModelRunner
from core.ports import Detector
from core.privacy.text import RawText
from core.prompting.dialogue import Dialogue, Ended, Piece
from core.usecases.chat import Chat
from core.usecases.generation import Generation


@dataclass
class FakeAssistant:
    """Fulfils `core.ports.Assistant`.

    It says one of `answers` after the other, in small pieces; half-way it waits for `gate`, then breaks off with
    `fault` if there is one, before the first word if there is no answer.
    """

    answers: list[str] = field(default_factory=list)
    name: str = "gpu"
    model: str = "mixtral"
    fault: str = ""
    finished: bool = True
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    asked: list[Dialogue] = field(default_factory=list)
    half_way: asyncio.Event = field(default_factory=asyncio.Event)
    closed: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    async def stream(self, dialogue: Dialogue, seconds: float) -> AsyncGenerator[Piece | Ended, None]:
        self.asked.append(dialogue)
        answer = self.answers.pop(0) if self.answers else ""
        half = len(answer) // 2
        try:
            for start in range(0, half, 5):
                yield Piece(RawText(answer[start : min(start + 5, half)]))
            self.half_way.set()
            await self.gate.wait()
            if self.fault:
                raise ModelUnavailable(reason=self.fault)
            yield Piece(RawText(answer[half:]))
            yield Ended(self.finished, 700, 90)
        finally:
            self.closed.set()


def connect(chat: Chat, generation: Generation, detector: Detector, *assistants: FakeAssistant) -> None:
    """Let prompts be tried on assistants."""
    chat._models = generation._models = tuple(assistant.name for assistant in assistants)
    runner = ModelRunner(detector, assistants)
    generation._workers = {TrialJob.TRY: Trying(runner), ComparisonJob.COMPARE: Comparing(runner)}


async def until(event: asyncio.Event) -> None:
    """Wait for something to happen, as long as a test may."""
    with suppress(TimeoutError):
        async with asyncio.timeout(20):
            await event.wait()
    assert event.is_set()
