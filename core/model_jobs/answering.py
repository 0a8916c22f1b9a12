"""Answering: a model's whole answer to a prompt, with its figures."""

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Final

from core.conversation.model_answer import Figures, ModelAnswer
from core.conversation.session import Version
from core.errors import DetectorError, IllegalEvent, ItemRefused, ModelUnavailable
from core.ports import Assistant, Detector, StoredSession
from core.ports.job import ModelTools
from core.privacy.policy import Policy
from core.privacy.printable import printable
from core.privacy.spans import Span
from core.privacy.text import MaskedText, RawText
from core.prompting.adherence import adherence
from core.prompting.brief import Brief
from core.prompting.dialogue import Dialogue, Ended, Piece, ask
from core.sessions.masking import mask_into
from core.sessions.visible_session import seen_there

_BROKEN_OFF: Final = Ended(finished=False)


@dataclass(frozen=True, slots=True)
class Answered:
    """What a model answered, raw, with what is personal in it.

    `fault` says why it broke off; `first_words` and `seconds` say when, from the start, the first of it came and the
    last.
    """

    endpoint: str
    model: str
    text: RawText
    spans: tuple[Span, ...] = ()
    ended: Ended = _BROKEN_OFF
    fault: str = ""
    first_words: float = 0
    seconds: float = 0


class ModelRunner:
    """The models that prompts are given to, with what examines their answers and masks them."""

    def __init__(self, detector: Detector, assistants: tuple[Assistant, ...], policy: Policy | None = None) -> None:
        self.detector = detector
        self.assistants = assistants
        self.policy = policy

    @classmethod
    def of(cls, tools: ModelTools) -> "ModelRunner":
        """Return it with the models there are."""
        return cls(tools.detector, tools.assistants, tools.policy)

    async def ask(
        self, assistant: Assistant, prompt: MaskedText, seconds: float, on_chunk: Callable[[RawText], None]
    ) -> Answered:
        """Have a prompt answered by one of them within so many seconds, and examine the answer."""
        return await scan_pii(await answered(assistant, prompt, seconds, on_chunk), self.detector)

    def to_model_answer(self, held: StoredSession, answer: Answered, brief: Brief) -> tuple[StoredSession, ModelAnswer]:
        """Mask an answer into a session, and look at how well it keeps to what was asked."""
        return to_model_answer(held, answer, brief, self.policy)


def asked(held: StoredSession) -> Version:
    """Return the version in use, as a model may see it.

    Raises:
        IllegalEvent: There is none.
    """
    version = held.session.in_use
    if version is None:
        raise IllegalEvent
    return seen_there(version, held)


async def answered(
    assistant: Assistant, prompt: MaskedText, seconds: float, on_chunk: Callable[[RawText], None]
) -> Answered:
    """Have a prompt answered, within so many seconds; each piece is `on_chunk` as it comes."""
    clock = asyncio.get_running_loop().time
    began = clock()
    pieces: list[str] = []
    ended, fault, first_words = _BROKEN_OFF, "", 0.0
    try:
        async with aclosing(assistant.stream(Dialogue(ask(prompt)), seconds)) as parts:
            async for part in parts:
                if isinstance(part, Piece):
                    first_words = first_words or clock() - began
                    piece = printable(part.text)
                    pieces.append(piece.reveal())
                    on_chunk(piece)
                else:
                    ended = part
    except ModelUnavailable as error:
        fault = str(error.details["reason"])
    text = RawText("".join(pieces).strip())
    fault = fault or ("" if text else "empty")
    return Answered(
        assistant.name, assistant.model, text, (), ended, fault, round(first_words, 3), round(clock() - began, 3)
    )


async def scan_pii(answer: Answered, detector: Detector) -> Answered:
    """Return the answer with what is personal in it; where that cannot be found out, nothing is left of it."""
    try:
        return replace(answer, spans=await asyncio.to_thread(detector.detect, answer.text))
    except DetectorError:
        return replace(answer, text=RawText(""), fault="unmasked")


def to_model_answer(
    held: StoredSession, answer: Answered, brief: Brief, policy: Policy | None
) -> tuple[StoredSession, ModelAnswer]:
    """Mask an answer into a session, and look at how well it keeps to what was asked."""
    texts = {"answer": (answer.text, answer.spans)}
    try:
        masked = mask_into(held.session, held.vault, texts, policy)
    except ItemRefused:
        return held, ModelAnswer(answer.endpoint, answer.model, finished=False, fault="blocked")
    text = masked.texts["answer"]
    figures = figures_of(answer, text, brief, tuple(entry.label for entry in masked.vault))
    trial = ModelAnswer(answer.endpoint, answer.model, text, figures, answer.ended.finished, answer.fault)
    return replace(held, session=masked.session, vault=masked.vault), trial


def figures_of(answer: Answered, text: MaskedText, brief: Brief, labels: tuple[str, ...]) -> Figures:
    """Return the figures of an answer; `labels` are those that masking gave in it."""
    found = adherence(text, brief, labels)
    return Figures(
        kept=tuple(str(check) for check, kept in found.kept.items() if kept),
        missed=tuple(str(check) for check, kept in found.kept.items() if not kept),
        chars=found.chars,
        low=found.asked.low,
        high=found.asked.high,
        tokens_in=answer.ended.tokens_in,
        tokens_out=answer.ended.tokens_out,
        first_words=answer.first_words,
        seconds=answer.seconds,
    )
