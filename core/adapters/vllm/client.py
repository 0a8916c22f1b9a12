"""The client: one request to the endpoint, within its time, or a clear refusal."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final, TypeVar

import openai
from httpx2 import URL, AsyncClient
from openai import AsyncOpenAI, AsyncStream
from openai.types import Model
from openai.types.chat import (
    ChatCompletion,
    ChatCompletionAssistantMessageParam,
    ChatCompletionChunk,
    ChatCompletionMessageParam,
    ChatCompletionUserMessageParam,
)

from core.adapters.vllm.bounds import count_bytes
from core.adapters.vllm.breaker import Breaker
from core.adapters.vllm.fault import Fault, fault_of
from core.errors import ModelUnavailable
from core.model_jobs.time_limits import FOR_LISTING
from core.prompting.dialogue import ChatMessage, Dialogue, Speaker
from core.prompting.request import ModelRequest, ModelResponse
from core.prompting.sampling import SEED, TEMPERATURE, TOP_P

# The older httpx, which spaCy brings: openai looks for it among the loaded modules with each request, and must not find
# half of it while another thread imports it.
with suppress(ImportError):
    import_module("httpx")

_Answer = TypeVar("_Answer")
_NAMED: Final = 5  # models that are told where another was asked for
_CONCURRENCY: Final = 8
_ATTEMPTS: Final = 2
_PAUSE: Final = 0.5  # seconds before the second attempt
_FAILURES: Final = (TimeoutError, openai.OpenAIError, ValueError, TypeError, MemoryError)
_LEAST_ANSWER: Final = 256  # tokens
_TOKENS_PER_CHAR: Final = 1.2  # Mixtral takes 1.06 for a Hangul character, and some for its template


@dataclass(frozen=True, slots=True)
class ServedModel:
    """A model by the name it is served under; its context is in tokens, 0 where the server does not say."""

    name: str
    context: int = 0


class Client:
    """Asks the endpoint's model, a few requests at a time.

    Nothing that is sent or received is logged or put into an exception.
    """

    def __init__(self, api: AsyncOpenAI, model: str | None, breaker: Breaker, concurrency: int) -> None:
        self._api = api
        self._model = model
        self._breaker = breaker
        self._turns = asyncio.Semaphore(concurrency)
        self._chats = asyncio.Semaphore(concurrency)  # of their own: a long answer must not hold up a prompt
        self._context = 0

    @property
    def name(self) -> str:
        """The model that is asked; empty until it is known."""
        return self._model or ""

    @property
    def is_open(self) -> bool:
        """Whether the endpoint failed too often just now, and is left alone."""
        return self._breaker.is_open

    @property
    def context(self) -> int:
        """How many tokens a request and its answer may take; 0 until it is known, or where the server does not say."""
        return self._context

    async def ask(self, request: ModelRequest, seconds: float) -> ModelResponse:
        """Return the model's answer within so many seconds, counted with the time spent waiting for a turn.

        Raises:
            ModelUnavailable: `reason` says why (see `Fault`).
        """
        if not self._breaker.allows():
            raise ModelUnavailable(reason=Fault.RESTING)
        try:
            async with asyncio.timeout(seconds), self._turns:
                answer = await self._tried(lambda: self._send(request))
        except TimeoutError:
            self._breaker.failed()
            raise ModelUnavailable(reason=Fault.SLOW) from None
        self._breaker.succeeded()
        return answer

    async def chat(self, dialogue: Dialogue, patience: float) -> AsyncGenerator[ChatCompletionChunk, None]:
        """Yield the chunks of a free answer; closing the generator closes the connection, and so stops the model.

        `patience` is how many seconds each of them may take, the wait for a turn aside.

        Raises:
            ModelUnavailable: `reason` says why (see `Fault`); it may come after some chunks.
        """
        if not self._breaker.allows():
            raise ModelUnavailable(reason=Fault.RESTING)
        async with self._chats:
            stream = await self._tried(lambda: asyncio.wait_for(self._open(dialogue), patience))
            try:
                while (chunk := await self._next(stream, patience)) is not None:
                    yield chunk
            finally:
                await stream.close()
        self._breaker.succeeded()

    async def model(self, seconds: float) -> ServedModel:
        """Return the model that is asked: the configured one, else the first that the endpoint serves.

        Raises:
            ModelUnavailable: The endpoint does not answer, or does not serve it.
        """
        try:
            async with asyncio.timeout(seconds):
                served = [ServedModel(each.id, _context(each)) async for each in self._api.models.list()]
        except TimeoutError:
            raise ModelUnavailable(reason=Fault.SLOW) from None
        except _FAILURES as error:
            raise ModelUnavailable(reason=fault_of(error)) from None
        found = next((each for each in served if self._model in (None, each.name)), None)
        if found is None:
            raise ModelUnavailable(reason=Fault.UNKNOWN, served=", ".join(each.name for each in served[:_NAMED]) or "-")
        self._model, self._context = found.name, found.context
        return found

    async def takes_system_role(self, seconds: float) -> bool:
        """Say whether the model's chat template takes a system message; Mixtral's does not."""
        try:
            async with asyncio.timeout(seconds):
                await self._create([{"role": "system", "content": "."}, {"role": "user", "content": "."}], max_tokens=1)
        except (*_FAILURES, ModelUnavailable):
            return False
        return True

    async def close(self) -> None:
        """Close the connections."""
        await self._api.close()

    async def _tried(self, call: Callable[[], Awaitable[_Answer]], left: int = _ATTEMPTS) -> _Answer:
        """Return what a call returns, tried once more where its failure may pass."""
        try:
            return await call()
        except _FAILURES as error:
            fault = fault_of(error)
        if fault.is_transient and left > 1:
            await asyncio.sleep(_PAUSE)
            return await self._tried(call, left - 1)
        raise self._failed(fault)

    async def _next(self, stream: AsyncStream[ChatCompletionChunk], patience: float) -> ChatCompletionChunk | None:
        try:
            async with asyncio.timeout(patience):
                return await anext(stream, None)
        except _FAILURES as error:
            fault = fault_of(error)
        raise self._failed(fault)

    def _failed(self, fault: Fault) -> ModelUnavailable:
        if fault.trips_breaker:
            self._breaker.failed()
        return ModelUnavailable(reason=fault)

    async def _open(self, dialogue: Dialogue) -> AsyncStream[ChatCompletionChunk]:
        messages = [_message(message) for message in dialogue.messages]
        return await self._api.chat.completions.create(
            model=await self._known_model(),
            messages=messages,
            max_tokens=self._room(dialogue),
            temperature=dialogue.temperature,
            top_p=TOP_P,
            seed=dialogue.seed,
            stream=True,
            stream_options={"include_usage": True},
            extra_body={"structured_outputs": {"regex": dialogue.regex}} if dialogue.regex else None,
        )

    async def _known_model(self) -> str:
        return self._model or (await self.model(FOR_LISTING)).name

    def _room(self, dialogue: Dialogue) -> int:
        """Return how long the answer may be: a server refuses what does not fit in its context with the question."""
        asked = sum(len(message.text) for message in dialogue.messages)
        left = self._context - int(asked * _TOKENS_PER_CHAR)
        return min(dialogue.max_tokens, max(left, _LEAST_ANSWER)) if self._context else dialogue.max_tokens

    async def _send(self, request: ModelRequest) -> ModelResponse:
        message: ChatCompletionUserMessageParam = {"role": "user", "content": str(request.prompt)}
        return _read(await self._create([message], request.max_tokens, _constraint(request)))

    async def _create(
        self, messages: list[ChatCompletionMessageParam], max_tokens: int, constraint: object = None
    ) -> object:
        return await self._api.chat.completions.create(
            model=await self._known_model(),
            messages=messages,
            max_tokens=max_tokens,
            temperature=TEMPERATURE,
            top_p=TOP_P,
            seed=SEED,
            extra_body=constraint,
        )


def connect(
    base_url: str,
    api_key: str | None = None,
    model: str | None = None,
    *,
    breaker: Breaker | None = None,
    concurrency: int = _CONCURRENCY,
) -> Client:
    """Return a client of the endpoint; no key is ever taken from elsewhere, and no redirect is followed.

    An answer is asked for as it is, not packed, and its bytes are counted.
    """
    # With a client, an address and a time that are httpx2's own, openai does not look for the older httpx, which
    # another thread may just be importing: it would find half a module.
    http_client = AsyncClient(
        timeout=openai.DEFAULT_TIMEOUT,
        limits=openai.DEFAULT_CONNECTION_LIMITS,
        follow_redirects=False,
        event_hooks={"response": [count_bytes]},
    )
    api = AsyncOpenAI(
        base_url=URL(base_url),
        timeout=openai.DEFAULT_TIMEOUT,
        api_key=api_key or "EMPTY",
        max_retries=0,
        default_headers={"Accept-Encoding": "identity"},
        http_client=http_client,
    )
    return Client(api, model, breaker or Breaker(), concurrency)


def _message(message: ChatMessage) -> ChatCompletionMessageParam:
    text = str(message.text)
    if message.speaker is Speaker.ASSISTANT:
        return ChatCompletionAssistantMessageParam(role="assistant", content=text)
    return ChatCompletionUserMessageParam(role="user", content=text)


def _read(completion: object) -> ModelResponse:
    """Return what a completion says; a server that is none may send anything at all."""
    if not isinstance(completion, ChatCompletion) or not completion.choices:
        msg = "not a completion"
        raise ValueError(msg)
    choice, usage = completion.choices[0], completion.usage
    return ModelResponse(
        text=choice.message.content or "",
        finished=choice.finish_reason == "stop",
        tokens_in=usage.prompt_tokens if usage else 0,
        tokens_out=usage.completion_tokens if usage else 0,
    )


def _constraint(request: ModelRequest) -> Mapping[str, Any] | None:
    """Return the grammar in the words of the API: JSON has a standard one, a choice is vLLM's own."""
    if request.choices:
        return {"structured_outputs": {"choice": list(request.choices)}}
    if request.schema:
        schema = {"name": "answer", "schema": dict(request.schema), "strict": True}
        return {"response_format": {"type": "json_schema", "json_schema": schema}}
    return None


def _context(model: Model) -> int:
    length = (model.model_extra or {}).get("max_model_len")
    return length if isinstance(length, int) else 0
