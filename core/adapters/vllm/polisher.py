"""The polisher: a plan, then a wording of each part, then what of them may stand."""

import asyncio
from dataclasses import dataclass
from typing import Final

from core.adapters.vllm.client import Client
from core.errors import ModelUnavailable
from core.ports import Detector
from core.privacy.text import RawText
from core.prompting.brief import Brief
from core.prompting.compose import Composition
from core.prompting.digest import said
from core.prompting.guard import Rule
from core.prompting.mode import Mode
from core.prompting.planning import Planned, adopt, planning_request, read_plan
from core.prompting.polish import judge, parts, polishing_request, settle
from core.prompting.polished import Decision, Part, Polished, Reason
from core.prompting.request import ModelAnswer, ModelRequest
from core.prompting.whole import LONGEST, settle_whole, whole_request

BUDGET: Final = 25.0  # seconds that a person waits at most
_FOR_PLAN: Final = 8.0
_WORTH_ASKING_AGAIN: Final = 4.0  # seconds that have to be left


@dataclass(slots=True)
class _Turn:
    """One generation: the time left for it, and the tokens it has taken."""

    ends: float
    tokens_in: int = 0
    tokens_out: int = 0

    @property
    def left(self) -> float:
        return max(0.0, self.ends - asyncio.get_running_loop().time())

    def count(self, answer: ModelAnswer) -> None:
        self.tokens_in += answer.tokens_in
        self.tokens_out += answer.tokens_out


class VllmPolisher:
    """Polishes slot by slot, or the prompt as a whole where the mode says so.

    Every fault of the model leaves the composer's words where they were.
    """

    def __init__(
        self,
        client: Client,
        mode: Mode = Mode.SLOTS,
        detector: Detector | None = None,
        budget: float = BUDGET,
    ) -> None:
        self._client = client
        self._mode = mode
        self._detector = detector
        self._budget = budget

    async def polish(self, brief: Brief, composition: Composition) -> Polished:
        """Return the prompt with what the model could better.

        Raises:
            ModelUnavailable: The model did not even plan; nothing more was asked of it.
        """
        turn = _Turn(asyncio.get_running_loop().time() + self._budget)
        planned, composed = await self._plan(brief, composition, turn)
        if self._mode is Mode.WHOLE and len(composed.prompt) <= LONGEST:
            polished, decision = settle_whole(brief, composed, await self._word_whole(brief, composed, turn))
            decisions: tuple[Decision, ...] = (decision,)
        else:
            wordings = await self._word(brief, composed, turn)
            polished, decisions = settle(brief, planned.plan, composed, wordings)
        return Polished(polished, self._client.name, decisions, planned.missing, turn.tokens_in, turn.tokens_out)

    async def _plan(self, brief: Brief, composition: Composition, turn: _Turn) -> tuple[Planned, Composition]:
        answer = await self._ask(planning_request(brief), turn, min(_FOR_PLAN, turn.left))
        return adopt(brief, read_plan(answer.text if answer.finished else "", brief), composition)

    async def _word(self, brief: Brief, composition: Composition, turn: _Turn) -> dict[Part, ModelAnswer | Reason]:
        offered = parts(brief, composition)
        answers = await asyncio.gather(*(self._word_part(part, brief, composition, turn) for part in offered))
        return dict(zip(offered, answers, strict=True))

    async def _word_part(self, part: Part, brief: Brief, composition: Composition, turn: _Turn) -> ModelAnswer | Reason:
        """Return the wording of one part, asked for once more if it broke a rule, or why there is none."""
        try:
            answer = await self._ask(polishing_request(part, brief, composition), turn, turn.left)
            broken = [rule for rule in judge(part, answer, brief, composition) if isinstance(rule, Rule)]
            if broken and turn.left > _WORTH_ASKING_AGAIN:
                answer = await self._ask(polishing_request(part, brief, composition, tuple(broken)), turn, turn.left)
        except ModelUnavailable:
            return Reason.UNAVAILABLE
        return Reason.PERSONAL if await self._invents_item(answer, brief, composition) else answer

    async def _word_whole(self, brief: Brief, composition: Composition, turn: _Turn) -> ModelAnswer | Reason:
        try:
            answer = await self._ask(whole_request(composition, brief), turn, turn.left)
        except ModelUnavailable:
            return Reason.UNAVAILABLE
        return Reason.PERSONAL if await self._invents_item(answer, brief, composition) else answer

    async def _ask(self, request: ModelRequest, turn: _Turn, seconds: float) -> ModelAnswer:
        answer = await self._client.ask(request, seconds)
        turn.count(answer)
        return answer

    async def _invents_item(self, answer: ModelAnswer, brief: Brief, composition: Composition) -> bool:
        """Say whether the wording holds a personal item that was not there before."""
        if self._detector is None:
            return False
        known = f"{composition.prompt}\n{said(brief)}"
        spans = await asyncio.to_thread(self._detector.detect, RawText(answer.text))
        return any(answer.text[span.start : span.end] not in known for span in spans)
