"""The prompt advisor: asks a model for substance, and one that can for a whole prompt, with what of them may stand."""

import asyncio
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Final

from core.adapters.vllm.assistant import VllmAssistant
from core.adapters.vllm.client import Client
from core.adapters.vllm.fault import Fault
from core.errors import ModelUnavailable
from core.model_jobs.time_limits import FOR_A_REPAIR, FOR_SUBSTANCE, FOR_WHOLE_PROMPT
from core.ports import Detector
from core.privacy.printable import printable
from core.privacy.text import RawText
from core.prompting.brief import Brief, said
from core.prompting.compose import Composition
from core.prompting.dialogue import Dialogue, Ended, ask
from core.prompting.model.advised_prompt import Advised, DropReason, Proposal, ProposalKind
from core.prompting.model.asking_substance import known_to, substance_request
from core.prompting.model.judging_substance import IsPersonal, settle
from core.prompting.model.mode import Mode
from core.prompting.model.reading_substance import read_draft
from core.prompting.model.streamed_draft import DraftLines, OnDraft, unseen
from core.prompting.model.whole_prompt import Checked, check_whole, repair_request, whole_request
from core.prompting.request import ModelRequest, ModelResponse
from core.prompting.substance import Substance

_UNSENT: Final = frozenset({Fault.RESTING, Fault.UNREACHABLE})


@dataclass(slots=True)
class _Turn:
    """Asking about one prompt: when the time for it ends, and the tokens it has taken."""

    ends: float
    tokens_in: int = 0
    tokens_out: int = 0

    @property
    def left(self) -> float:
        return max(0.0, self.ends - asyncio.get_running_loop().time())

    def count(self, answer: ModelResponse) -> None:
        self.tokens_in += answer.tokens_in
        self.tokens_out += answer.tokens_out


class VllmAdvisor:
    """Fulfils `core.ports.Advisor`; every fault of the model leaves the composer's words where they were."""

    def __init__(
        self,
        client: Client,
        mode: Mode = Mode.SUBSTANCE,
        detector: Detector | None = None,
        budget: float = FOR_SUBSTANCE,
        whole_budget: float = FOR_WHOLE_PROMPT,
    ) -> None:
        self._client = client
        self._mode = mode
        self._detector = detector
        self._budget = budget
        self._whole_budget = whole_budget

    async def advise(self, brief: Brief, composition: Composition) -> Advised:
        """Return the prompt with the substance that the model has added.

        Raises:
            ModelUnavailable: The model has answered nothing in its time.
        """
        turn = self._turn(self._budget)
        try:
            answered = await self._ask(substance_request(brief, composition), turn)
        except ModelUnavailable as error:
            raise _told_what_was_sent(error, self._client.name) from None
        composed, substance, proposals = await self._settled(brief, composition, answered)
        return Advised(composed, self._client.name, substance, proposals, None, turn.tokens_in, turn.tokens_out)

    async def write(self, brief: Brief, advised: Advised, on_draft: OnDraft = unseen) -> Advised:
        """Return it with the model's own prompt where that may stand, and a record of it."""
        if self._mode is not Mode.WHOLE:
            return advised
        turn = self._turn(self._whole_budget)
        try:
            checked = await self._whole(brief, advised.composition, turn, on_draft)
        except ModelUnavailable as error:
            model = advised.model or ("" if error.details.get("reason") in _UNSENT else self._client.name)
            return replace(advised, model=model, proposals=(*advised.proposals, _none(ProposalKind.PROMPT)))
        return replace(
            advised,
            model=self._client.name,
            proposals=(*advised.proposals, checked.proposal),
            whole=None if checked.reasons else checked.prompt,
            tokens_in=advised.tokens_in + turn.tokens_in,
            tokens_out=advised.tokens_out + turn.tokens_out,
        )

    def _turn(self, seconds: float) -> _Turn:
        return _Turn(asyncio.get_running_loop().time() + seconds)

    async def _settled(
        self, brief: Brief, composition: Composition, answered: ModelResponse
    ) -> tuple[Composition, Substance, tuple[Proposal, ...]]:
        draft = read_draft(answered.text)
        if draft.is_empty:
            return composition, Substance(), (Proposal(ProposalKind.COVER, reasons=(DropReason.UNREADABLE,)),)
        is_personal = self._is_personal(brief, composition)
        return await asyncio.to_thread(settle, brief, composition, draft, is_personal)

    async def _whole(self, brief: Brief, composition: Composition, turn: _Turn, on_draft: OnDraft) -> Checked:
        """Return the model's own prompt, repaired once where something speaks against it; it is seen as it grows."""
        is_personal = self._is_personal(brief, composition)
        draft = DraftLines(brief, composition, is_personal)
        answer = await self._draft(whole_request(brief, composition), turn, draft, on_draft)
        checked = await asyncio.to_thread(check_whole, brief, composition, answer, is_personal)
        if not checked.reasons or turn.left < FOR_A_REPAIR:
            return checked
        try:
            again = await self._ask(repair_request(brief, composition, answer, checked), turn)
        except ModelUnavailable:
            return checked
        return await asyncio.to_thread(check_whole, brief, composition, again, is_personal)

    async def _ask(self, request: ModelRequest, turn: _Turn) -> ModelResponse:
        answer = await self._client.ask(request, turn.left)
        turn.count(answer)
        return answer

    async def _draft(self, request: ModelRequest, turn: _Turn, draft: DraftLines, on_draft: OnDraft) -> ModelResponse:
        """Return an answer whole; what of it may be shown is shown as it comes."""
        dialogue, left = Dialogue(ask(request.prompt), request.max_tokens), turn.left
        assistant = VllmAssistant(self._client.name, self._client, patience=left)
        pieces: list[str] = []
        ended = Ended(finished=False)
        try:
            # The stream looks at the time only when a piece comes.
            async with asyncio.timeout(left), aclosing(assistant.stream(dialogue, left)) as parts:
                async for part in parts:
                    if isinstance(part, Ended):
                        ended = part
                        continue
                    pieces.append(printable(part.text).reveal())
                    if draft.take(pieces[-1]):
                        on_draft(await asyncio.to_thread(draft.settled))
        except TimeoutError:
            raise ModelUnavailable(reason=Fault.SLOW) from None
        answer = ModelResponse("".join(pieces), ended.finished, ended.tokens_in, ended.tokens_out)
        turn.count(answer)
        return answer

    def _is_personal(self, brief: Brief, composition: Composition) -> IsPersonal:
        """Return whether a text holds a personal item that was not there before."""
        detector, known = self._detector, f"{known_to(composition)}\n{said(brief)}"

        def is_personal(text: str) -> bool:
            spans = detector.detect(RawText(text)) if detector else ()
            return any(text[span.start : span.end] not in known for span in spans)

        return is_personal


def _told_what_was_sent(error: ModelUnavailable, model: str) -> ModelUnavailable:
    """Return the error with the model that was sent the answers, where any was: what left is told."""
    reason = error.details.get("reason")
    return error if reason in _UNSENT or not model else ModelUnavailable(**{**error.details, "asked": model})


def _none(part: ProposalKind) -> Proposal:
    return Proposal(part, reasons=(DropReason.UNAVAILABLE,))
