"""The ports whose work is counted: each hands on to the real one."""

import time
from collections.abc import Callable
from typing import Final

from bots.meter import Meter
from core.errors import ModelUnavailable
from core.ports import Detector, Polisher
from core.privacy.spans import Span
from core.privacy.text import RawText
from core.prompting.brief import Brief
from core.prompting.compose import Composition
from core.prompting.polished import Polished


class MeteredDetector:
    """Fulfils `core.ports.Detector`; counts what is found by its type."""

    def __init__(self, detector: Detector, meter: Meter) -> None:
        self._detector: Final = detector
        self._meter: Final = meter

    def detect(self, text: RawText) -> tuple[Span, ...]:
        """Return what is personal in `text`."""
        spans = self._detector.detect(text)
        self._meter.masked(str(span.type) for span in spans)
        return spans


class MeteredPolisher:
    """Fulfils `core.ports.Polisher`; times it, and counts what the guard said of each wording."""

    def __init__(self, polisher: Polisher, meter: Meter, clock: Callable[[], float] = time.monotonic) -> None:
        self._polisher: Final = polisher
        self._meter: Final = meter
        self._clock: Final = clock

    async def polish(self, brief: Brief, composition: Composition) -> Polished:
        """Return the prompt with what a model could better."""
        began = self._clock()
        try:
            polished = await self._polisher.polish(brief, composition)
        except ModelUnavailable as error:
            self._meter.polished(str(error.details.get("reason", "unavailable")), self._clock() - began)
            raise
        self._meter.polished("worded" if polished.taken else "kept", self._clock() - began)
        for decision in polished.decisions:
            self._meter.worded(str(decision.part), map(str, decision.reasons or ("taken",)))
        return polished
