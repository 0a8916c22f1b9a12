"""The ports whose work is counted: each hands on to the real one."""

import time
from collections.abc import Callable, Sequence
from typing import Final

from bots.ops import log
from bots.ops.metric_specs import Meter, MetricSpec
from core.errors import ModelUnavailable
from core.ports import Advisor, Detector
from core.privacy.spans import Span
from core.privacy.text import RawText
from core.prompting.brief import Brief
from core.prompting.compose import Composition
from core.prompting.model.advised_prompt import Advised, DropReason, Proposal, kept
from core.prompting.model.streamed_draft import OnDraft, unseen


class MeteredDetector:
    """Fulfils `core.ports.Detector`; times it, and counts what is found by its type."""

    def __init__(self, detector: Detector, meter: Meter, clock: Callable[[], float] = time.monotonic) -> None:
        self._detector: Final = detector
        self._meter: Final = meter
        self._clock: Final = clock

    def detect(self, text: RawText) -> tuple[Span, ...]:
        """Return what is personal in `text`."""
        began = self._clock()
        spans = self._detector.detect(text)
        self._meter.note(MetricSpec.DETECTION, value=self._clock() - began)
        for span in spans:
            self._meter.note(MetricSpec.MASKED_ITEMS, span.type)
        return spans


class MeteredAdvisor:
    """Fulfils `core.ports.Advisor`; times it, and counts what was kept and what was dropped by which rule."""

    def __init__(self, advisor: Advisor, meter: Meter, clock: Callable[[], float] = time.monotonic) -> None:
        self._advisor: Final = advisor
        self._meter: Final = meter
        self._clock: Final = clock

    async def advise(self, brief: Brief, composition: Composition) -> Advised:
        """Return the prompt with what a model has added to it."""
        began = self._clock()
        try:
            advised = await self._advisor.advise(brief, composition)
        except ModelUnavailable as error:
            reason, seconds = str(error.details.get("reason", "unavailable")), self._clock() - began
            log.model_failed(reason, seconds)
            self._meter.note(MetricSpec.ADVICE, reason, value=seconds)
            raise
        self._note(advised.proposals, "kept", began)
        return advised

    async def write(self, brief: Brief, advised: Advised, on_draft: OnDraft = unseen) -> Advised:
        """Return it with the model's own prompt, where it can."""
        for each in advised.proposals:
            if DropReason.UNTICKED in each.reasons:  # what was dropped by a rule was counted when it came
                self._meter.note(MetricSpec.PROPOSALS, each.part, DropReason.UNTICKED)
        began = self._clock()
        written = await self._advisor.write(brief, advised, on_draft)
        more = written.proposals[len(advised.proposals) :]
        if more:
            self._note(more, "prompt", began)
        return written

    def _note(self, proposals: Sequence[Proposal], taken: str, began: float) -> None:
        self._meter.note(MetricSpec.ADVICE, taken if kept(proposals) else "dropped", value=self._clock() - began)
        for proposal in proposals:
            for verdict in proposal.reasons or ("taken",):
                self._meter.note(MetricSpec.PROPOSALS, proposal.part, verdict)
