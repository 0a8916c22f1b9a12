"""The ports whose work is counted: each hands on to the real one."""

import time
from collections.abc import Callable
from typing import Final

from bots.ops.meter import Meter
from core.errors import ModelUnavailable
from core.ports import Advisor, Detector
from core.privacy.spans import Span
from core.privacy.text import RawText
from core.prompting.brief import Brief
from core.prompting.compose import Composition
from core.prompting.model.advised import Advised, kept


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
        self._meter.detected(self._clock() - began)
        self._meter.masked(str(span.type) for span in spans)
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
            self._meter.advised(str(error.details.get("reason", "unavailable")), self._clock() - began)
            raise
        outcome = "prompt" if advised.whole else "kept" if kept(advised.proposals) else "dropped"
        self._meter.advised(outcome, self._clock() - began)
        for proposal in advised.proposals:
            self._meter.proposed(str(proposal.part), map(str, proposal.reasons or ("taken",)))
        return advised
