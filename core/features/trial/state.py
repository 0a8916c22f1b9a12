"""Where a conversation can stand while a prompt is tried."""

from core.conversation.session import State


class TrialJob(State):
    """What a model is waited for."""

    TRY = "try"
