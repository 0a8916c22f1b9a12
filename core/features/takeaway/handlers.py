"""Taking the prompt along: as files, and to an outside assistant."""

from core.conversation.controls import Control
from core.conversation.events import Event
from core.conversation.session import Session
from core.conversation.step import Step
from core.errors import IllegalEvent
from core.features.takeaway.effects import NeedsLinks
from core.features.takeaway.replies import ShowTakeaway


def take(session: Session, _event: Event) -> Step:
    """Hand over the version in use.

    Raises:
        IllegalEvent: There is none.
    """
    version = session.in_use
    if version is None:
        raise IllegalEvent
    shown = ShowTakeaway(version.number, version.prompt, (Control.REFINE, Control.RESTORE))
    return Step(session, (shown,), (NeedsLinks(),))
