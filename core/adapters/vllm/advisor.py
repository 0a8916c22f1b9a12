"""The advisor: substance for a prompt, and from models that can, the whole of it, with what of them may stand."""

import asyncio
from dataclasses import dataclass
from typing import Final

from core.adapters.vllm.client import Client
from core.errors import ModelUnavailable
from core.ports import Detector
from core.privacy.text import RawText
from core.prompting.brief import Brief, said
from core.prompting.compose import Composition
from core.prompting.model.advised import Advised, Part, Proposal, Reason
from core.prompting.model.asking import known_to, substance_request
from core.prompting.model.judging import IsPersonal, settle
from core.prompting.model.mode import Mode
from core.prompting.model.reading import read_draft
from core.prompting.model.substance import Substance
from core.prompting.model.whole import Checked, check_whole, repair_request, whole_request
from core.prompting.request import ModelAnswer, ModelRequest

BUDGET: Final = 10.0
"""Seconds that a prompt waits for substance at most."""
WHOLE_BUDGET: Final = 25.0
"""Seconds that a prompt waits for the model's own, repair and all."""
_WORTH_REPAIRING: Final = 6.0  # seconds that have to be left


@dataclass(slots=True)
class _Turn:
    """Asking about one prompt: when the time for it ends, and the tokens it has taken."""

    ends: float
    tokens_in: int = 0
    tokens_out: int = 0

    @property
    def left(self) -> float:
        return max(0.0, self.ends - asyncio.get_running_loop().time())

    def count(self, answer: ModelAnswer) -> None:
        self.tokens_in += answer.tokens_in
        self.tokens_out += answer.tokens_out


class VllmAdvisor:
    """Fulfils `core.ports.Advisor`; every fault of the model leaves the composer's words where they were."""

    def __init__(
        self,
        client: Client,
        mode: Mode = Mode.SUBSTANCE,
        detector: Detector | None = None,
        budget: float = BUDGET,
        whole_budget: float = WHOLE_BUDGET,
    ) -> None:
        self._client = client
        self._mode = mode
        self._detector = detector
        self._budget = budget
        self._whole_budget = whole_budget

    async def advise(self, brief: Brief, composition: Composition) -> Advised:
        """Return the prompt with what the model has added, and the model's own prompt where it may stand.

        Raises:
            ModelUnavailable: The model has answered nothing in its time.
        """
        now = asyncio.get_running_loop().time()
        turns = _Turn(now + self._budget), _Turn(now + self._whole_budget)
        wholes = [self._whole(brief, composition, turns[1])] if self._mode is Mode.WHOLE else []
        answered, *checks = await asyncio.gather(
            self._ask(substance_request(brief, composition), turns[0]), *wholes, return_exceptions=True
        )
        for failure in (answered, *checks):
            if isinstance(failure, BaseException) and not isinstance(failure, ModelUnavailable):
                raise failure
        if isinstance(answered, ModelUnavailable) and not any(isinstance(check, Checked) for check in checks):
            raise answered
        composed, substance, proposals = await self._settled(brief, composition, answered)
        written = [check.proposal if isinstance(check, Checked) else _none(Part.PROMPT) for check in checks]
        return Advised(
            composition=composed,
            model=self._client.name,
            substance=substance,
            proposals=(*proposals, *written),
            whole=next((check.prompt for check in checks if isinstance(check, Checked) and not check.reasons), None),
            tokens_in=sum(turn.tokens_in for turn in turns),
            tokens_out=sum(turn.tokens_out for turn in turns),
        )

    async def _settled(
        self, brief: Brief, composition: Composition, answered: object
    ) -> tuple[Composition, Substance, tuple[Proposal, ...]]:
        if not isinstance(answered, ModelAnswer):
            return composition, Substance(), (_none(Part.COVER),)
        draft = read_draft(answered.text)
        if draft.is_empty:
            return composition, Substance(), (Proposal(Part.COVER, reasons=(Reason.UNREADABLE,)),)
        is_personal = self._is_personal(brief, composition)
        return await asyncio.to_thread(settle, brief, composition, draft, is_personal)

    async def _whole(self, brief: Brief, composition: Composition, turn: _Turn) -> Checked:
        """Return the model's own prompt, repaired once where something speaks against it."""
        is_personal = self._is_personal(brief, composition)
        answer = await self._ask(whole_request(brief, composition), turn)
        checked = await asyncio.to_thread(check_whole, brief, composition, answer, is_personal)
        if not checked.reasons or turn.left < _WORTH_REPAIRING:
            return checked
        try:
            again = await self._ask(repair_request(brief, composition, answer, checked), turn)
        except ModelUnavailable:
            return checked
        return await asyncio.to_thread(check_whole, brief, composition, again, is_personal)

    async def _ask(self, request: ModelRequest, turn: _Turn) -> ModelAnswer:
        answer = await self._client.ask(request, turn.left)
        turn.count(answer)
        return answer

    def _is_personal(self, brief: Brief, composition: Composition) -> IsPersonal:
        """Return whether a text holds a personal item that was not there before."""
        detector, known = self._detector, f"{known_to(composition)}\n{said(brief)}"

        def is_personal(text: str) -> bool:
            spans = detector.detect(RawText(text)) if detector else ()
            return any(text[span.start : span.end] not in known for span in spans)

        return is_personal


def _none(part: Part) -> Proposal:
    return Proposal(part, reasons=(Reason.UNAVAILABLE,))
