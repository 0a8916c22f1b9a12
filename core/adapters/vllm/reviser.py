"""The reviser: a wish in the person's words, read by the model as changes of the brief."""

from core.adapters.vllm.client import Client
from core.model_jobs.time_limits import FOR_A_CHANGE
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.revising import Revision, read_revision, revising_request


class VllmReviser:
    """Reads wishes with the model; what it says is a choice of ids, so there is nothing to guard."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def revise(self, brief: Brief, wish: MaskedText) -> Revision:
        """Return what the wish changes; empty when the model makes nothing of it.

        Raises:
            ModelUnavailable: No model answers.
        """
        answer = await self._client.ask(revising_request(brief, wish), FOR_A_CHANGE)
        return read_revision(answer.text if answer.finished else "", brief, wish)
