"""The assistant: one endpoint's model, answering freely as it writes."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Final

from openai.types.chat import ChatCompletionChunk

from core.adapters.vllm.client import Client
from core.adapters.vllm.fault import Fault
from core.errors import ModelUnavailable
from core.model_jobs.time_limits import BETWEEN_WORDS
from core.privacy.text import RawText
from core.prompting.dialogue import Dialogue, Ended, Piece
from core.prompting.guard.looping import loops

_CHARS_PER_TOKEN: Final = 12  # more than any tokenizer's longest words come to
_LOOKED_AT_EVERY: Final = 100  # characters


class VllmAssistant:
    """Fulfils `core.ports.Assistant`; nothing that is sent or received is logged or put into an exception."""

    def __init__(self, name: str, client: Client, patience: float = BETWEEN_WORDS) -> None:
        self._name = name
        self._client = client
        self._patience = patience

    @property
    def name(self) -> str:
        """The endpoint's name in the settings."""
        return self._name

    @property
    def model(self) -> str:
        """The model that answers; empty until it is known."""
        return self._client.name

    async def stream(self, dialogue: Dialogue, seconds: float) -> AsyncGenerator[Piece | Ended, None]:
        """Yield the answer piece by piece, then how it ended.

        Raises:
            ModelUnavailable: `reason` says why (see `Fault`); it may come after some pieces.
        """
        clock = asyncio.get_running_loop().time
        ends = clock() + seconds
        hearing = _Hearing(dialogue.max_tokens)
        async with aclosing(self._client.chat(dialogue, min(self._patience, seconds))) as chunks:
            async for chunk in chunks:
                words = hearing.take(chunk)
                if words:
                    yield Piece(RawText(words))
                if hearing.is_stuck or clock() > ends:
                    hearing.cut()
                    break
        yield hearing.ended()


class _Hearing:
    """What has come of an answer so far."""

    def __init__(self, max_tokens: int) -> None:
        self._longest = max_tokens * _CHARS_PER_TOKEN
        self._text = ""
        self._looked_at = 0
        self._finish: str | None = None
        self._tokens = (0, 0)
        self.is_stuck = False

    def cut(self) -> None:
        """Note that the rest is not waited for."""
        self._finish = self._finish or "cut"

    def take(self, chunk: ChatCompletionChunk) -> str:
        """Note a chunk, and return the words in it.

        Raises:
            ModelUnavailable: It is none: a server may send anything at all.
        """
        try:
            return self._take(chunk)
        except (AttributeError, TypeError):
            raise ModelUnavailable(reason=Fault.UNREADABLE) from None

    def ended(self) -> Ended:
        """Return how the answer ended.

        Raises:
            ModelUnavailable: It did not: the connection was closed in the midst of it, or there was no answer in it.
        """
        if self._finish is None:
            raise ModelUnavailable(reason=Fault.UNREACHABLE if self._text else Fault.UNREADABLE)
        return Ended(self._finish == "stop", *self._tokens)

    def _take(self, chunk: ChatCompletionChunk) -> str:
        if chunk.usage:
            self._tokens = (chunk.usage.prompt_tokens, chunk.usage.completion_tokens)
        if not chunk.choices:
            return ""
        choice = chunk.choices[0]
        self._finish = choice.finish_reason or self._finish
        words = choice.delta.content or ""
        self._text += words
        self.is_stuck = len(self._text) > self._longest or self._loops()
        return words

    def _loops(self) -> bool:
        if len(self._text) - self._looked_at < _LOOKED_AT_EVERY:
            return False
        self._looked_at = len(self._text)
        return loops(self._text)
