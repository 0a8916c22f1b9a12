"""What consent changes beside the session."""

from dataclasses import dataclass

from core.conversation.step import Effect, Step
from core.errors import NotCollecting
from core.ports.consent import Consent
from core.ports.effects import EffectContext


@dataclass(frozen=True, slots=True)
class NeedsCollection(Effect):
    """It is only possible where the operator collects."""

    def carry_out(self, step: Step, context: EffectContext) -> Step:
        """Go on where the operator collects.

        Raises:
            NotCollecting: They do not.
        """
        if not context.collects:
            raise NotCollecting
        return step


@dataclass(frozen=True, slots=True)
class Noted(Effect):
    """What the person has said to being learnt from is to be kept."""

    consent: Consent

    def carry_out(self, step: Step, context: EffectContext) -> Step:
        """Keep what was said."""
        held = context.held
        context.transaction.note_consent(held.person, held.place.platform, held.place.workspace, self.consent)
        return step
