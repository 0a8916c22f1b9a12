"""Rehearsing: a persona drawn up, its next line, the look back, by a model whose every word is checked and masked."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Final

from core.conversation.events import Event
from core.errors import DetectorError, ItemRefused, ModelUnavailable
from core.features.rehearsal.assessment import assess
from core.features.rehearsal.draft import draft
from core.features.rehearsal.events import LineMissing, LineSpoken, PersonaDrawn, Reviewed
from core.features.rehearsal.model.acting import acting_dialogue, stock_line, utterance_of
from core.features.rehearsal.model.casting import casting_request, read_persona
from core.features.rehearsal.model.character import Break, breaks, sanitized
from core.features.rehearsal.model.reviewing import read_review, reviewing_request
from core.features.rehearsal.progress import persona_of, rehearsal_of
from core.features.rehearsal.state import RehearsalJob
from core.features.rehearsal.talk import RehearsalContext, TalkLine, Who
from core.model_jobs.time_limits import FOR_A_LINE, FOR_A_PERSONA, FOR_A_REVIEW
from core.ports import Assistant, Detector, Responder, StoredSession
from core.ports.job import Commit, ModelTools, OnProgress
from core.privacy.policy import Policy
from core.privacy.printable import printable
from core.privacy.spans import Span
from core.privacy.text import MaskedText, RawText
from core.prompting.dialogue import Dialogue, Piece
from core.sessions.masking import mask_into
from core.sessions.visible_session import seen_there, texts_in, with_texts

_ATTEMPTS: Final = 2
_WRITTEN: Final = ("name", "about", "manner", "opening", "traits", "convinced_by")
"""What the model may have written of a persona; the rest is the cast's."""


@dataclass(frozen=True, slots=True)
class _Scanned:
    """Lines of a model's, raw, with what is personal in them."""

    text: RawText
    spans: tuple[Span, ...]


class Rehearsing:
    """Plays and reviews for a session; fulfils `core.ports.job.JobRunner`.

    What a model makes of it never stands in the way: where it strays, the persona's own line, the rules' draft or the
    rules' review takes its place. Only when no model answers at all, no line is spoken.
    """

    def __init__(
        self,
        detector: Detector,
        assistant: Assistant,
        responder: Responder,
        policy: Policy | None = None,
        patience: float = FOR_A_LINE,
    ) -> None:
        self._detector = detector
        self._assistant = assistant
        self._responder = responder
        self._policy = policy
        self._patience = patience

    @classmethod
    def of(cls, tools: ModelTools) -> "Rehearsing":
        """Return it with the first of the models: it is always that which plays."""
        return cls(tools.detector, tools.assistants[0], tools.responder, tools.policy)

    async def work(self, held: StoredSession, _show: OnProgress) -> Commit:
        """Do what the session waits for. Nothing is shown before it is whole: only then it can be checked."""
        match held.session.job:
            case RehearsalJob.DRAW:
                return await self._draw(held)
            case RehearsalJob.REVIEW:
                return await self._review(held)
            case _:
                return await self._speak(held)

    async def _speak(self, held: StoredSession) -> Commit:
        scene = _scene(held)
        heard = len(scene.lines)
        try:
            async with asyncio.timeout(self._patience):
                found = await self._in_character(scene)
        except TimeoutError:
            return _happened(LineMissing("slow"))
        except ModelUnavailable as error:
            return _happened(LineMissing(str(error.details["reason"])))
        stock = LineSpoken(stock_line(scene), heard)
        return self._taken(found, lambda texts: LineSpoken(TalkLine(Who.PERSONA, texts[0]), heard), stock)

    async def _in_character(self, scene: RehearsalContext) -> _Scanned | None:
        """Return a line that the persona may say, asked for once more if it may not; None if that does not help.

        Raises:
            ModelUnavailable: No model answered the first time.
        """
        broken: tuple[Break, ...] = ()
        for attempt in range(_ATTEMPTS):
            try:
                said, finished = await self._said(acting_dialogue(scene, self._responder.context, broken))
            except ModelUnavailable:
                if attempt:
                    return None
                raise
            line = sanitized(said, scene.persona.name, finished=finished)
            broken = breaks(utterance_of(line, scene, finished=finished), scene.locale)
            if not broken:
                return await self._scan_pii([line])
        return None

    async def _said(self, dialogue: Dialogue) -> tuple[str, bool]:
        """Return a whole answer, and whether the model came to its end."""
        pieces: list[str] = []
        finished = False
        async with aclosing(self._assistant.stream(dialogue, self._patience)) as parts:
            async for part in parts:
                if isinstance(part, Piece):
                    pieces.append(printable(part.text).reveal())
                else:
                    finished = part.finished
        return "".join(pieces), finished

    async def _draw(self, held: StoredSession) -> Commit:
        locale = held.session.locale
        description = seen_there(rehearsal_of(held.session).description or MaskedText(""), held)
        drafted = draft(description, locale)
        try:
            answer = await self._responder.ask(casting_request(description, locale), FOR_A_PERSONA)
        except ModelUnavailable:
            return self._taken(None, lambda _: PersonaDrawn(drafted), PersonaDrawn(drafted))
        drawn = read_persona(answer.text if answer.finished else "", description, locale)
        written = {name: getattr(drawn, name) for name in _WRITTEN}
        found = await self._scan_pii(texts_in(written))
        return self._taken(
            found, lambda texts: PersonaDrawn(replace(drawn, **with_texts(written, texts))), PersonaDrawn(drafted)
        )

    async def _review(self, held: StoredSession) -> Commit:
        scene = _scene(held)
        by_rules = Reviewed(assess(scene.persona, scene.lines, scene.locale))
        try:
            answer = await self._responder.ask(reviewing_request(scene, self._responder.context), FOR_A_REVIEW)
        except ModelUnavailable:
            return _happened(by_rules)
        review = read_review(answer.text if answer.finished else "", scene)
        if review is None:
            return _happened(by_rules)
        found = await self._scan_pii(texts_in(review))
        return self._taken(found, lambda texts: Reviewed(with_texts(review, texts)), by_rules)

    async def _scan_pii(self, lines: Sequence[str]) -> _Scanned | None:
        """Return lines with what is personal in them; None where that cannot be found out."""
        text = RawText("\n".join(lines))
        try:
            return _Scanned(text, await asyncio.to_thread(self._detector.detect, text))
        except DetectorError:
            return None

    def _taken(
        self, found: _Scanned | None, event: Callable[[Sequence[MaskedText]], Event], otherwise: Event
    ) -> Commit:
        """Return what has happened once the lines are masked into the session; otherwise, where they cannot be."""

        def finish(after: StoredSession) -> tuple[StoredSession, Event]:
            if found is None:
                return after, otherwise
            try:
                masked = mask_into(after.session, after.vault, {"lines": (found.text, found.spans)}, self._policy)
            except ItemRefused:
                return after, otherwise
            texts = [MaskedText(line) for line in masked.texts["lines"].split("\n")]
            if len(texts) != len(found.text.reveal().split("\n")):
                return after, otherwise
            return replace(after, session=masked.session, vault=masked.vault), event(texts)

        return finish


def _happened(event: Event) -> Commit:
    return lambda after: (after, event)


def _scene(held: StoredSession) -> RehearsalContext:
    """Return the scene as the model may see it: masked, but for what the person keeps as written in private."""
    session = seen_there(held.session, held)
    rehearsal = rehearsal_of(session)
    return RehearsalContext(persona_of(session), rehearsal.goal or MaskedText(""), rehearsal.lines, session.locale)
