"""An advisor that proposes what it is told to, judged as a served model's would be."""

import asyncio
from dataclasses import replace

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import Composition
from core.prompting.model.advised_prompt import Advised, Proposal, ProposalKind
from core.prompting.model.judging_substance import settle
from core.prompting.model.reading_substance import Draft
from core.prompting.model.streamed_draft import OnDraft, unseen

COVER = "첫날에 만날 사람과 장소를 시간 순서로 적습니다."
MORE = "궁금할 때 물을 곳을 남깁니다."
TRAP = "부풀린 칭찬을 늘어놓지 않습니다."


class ProposingAdvisor:
    """Fulfils `core.ports.Advisor`: proposes what it is told to, when it may, and writes a prompt if it has one."""

    def __init__(self) -> None:
        self.draft = Draft(cover=(COVER, MORE, "Sure."), traps=(TRAP,))
        self.may = asyncio.Event()
        self.may.set()
        self.fails: Exception | None = None
        self.asked: list[Brief] = []
        self.begun = asyncio.Event()
        self.whole: MaskedText | None = None
        self.written_from: list[Composition] = []

    async def advise(self, brief: Brief, composition: Composition) -> Advised:
        self.asked.append(brief)
        self.begun.set()
        await self.may.wait()
        if self.fails:
            raise self.fails
        composed, substance, proposals = settle(brief, composition, self.draft)
        return Advised(composed, "mixtral", substance, proposals)

    async def write(self, brief: Brief, advised: Advised, on_draft: OnDraft = unseen) -> Advised:
        self.written_from.append(advised.composition)
        if self.whole is None:
            return advised
        return replace(advised, proposals=(*advised.proposals, Proposal(ProposalKind.PROMPT)), whole=self.whole)
