"""A model that writes whole prompts, for a bot to be connected to."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from core.adapters.vllm.client import connect
from core.adapters.vllm.prompt_advisor import VllmAdvisor
from core.prompting.model.mode import Mode
from core.usecases.generation import Generation
from core.usecases.model_fallback import ModelFallback
from tests.fakes.openai.drafts import COVER
from tests.fakes.openai.server import FakeOpenAI

SEEN = COVER["ko"][0]
"""A line that comes early in its prompt."""


@asynccontextmanager
async def writing(generation: Generation) -> AsyncIterator[FakeOpenAI]:
    """Let a served model write the prompts; it stops half-way until its gate is opened."""
    async with FakeOpenAI() as server:
        server.gate.clear()
        client = connect(server.url)
        generation._model = ModelFallback(VllmAdvisor(client, Mode.WHOLE))
        yield server
        await client.close()
