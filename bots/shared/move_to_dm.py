"""An interview that its owner takes along to another place, out of the sight of others."""

from core.conversation.events import Moved
from core.messages import Action, FormFilled, Opened, Pressed
from core.ports import StoredSession
from core.usecases.reveal import raw_answers

END: Action = Pressed(Moved())
"""What is done to it where it was, once it goes on elsewhere."""


def carried_over(held: StoredSession) -> Action:
    """Return what begins it at the other place, with all that was answered; what goes on there stays untouched."""
    texts = raw_answers(held.session.answers, held.vault)
    return FormFilled(texts) if texts else Opened()
