"""An advisor that finds out by itself how far the model may be let in."""

import asyncio

from core.adapters.vllm.client import Client
from core.adapters.vllm.probe import mode_of, probe
from core.adapters.vllm.prompt_advisor import VllmAdvisor
from core.errors import ModelUnavailable
from core.ports import Detector
from core.prompting.brief import Brief
from core.prompting.compose import Composition
from core.prompting.model.advised_prompt import Advised
from core.prompting.model.mode import Mode
from core.prompting.model.streamed_draft import OnDraft, unseen


class ProbedAdvisor:
    """Fulfils `core.ports.Advisor`; probes the endpoint beside the first prompts, which it asks substance for.

    A model that the probe finds unfit is left alone until a later probe finds it fit: one is made with each prompt
    while there is no good answer, at most one at a time.
    """

    def __init__(self, client: Client, detector: Detector) -> None:
        self._client = client
        self._detector = detector
        self._mode = Mode.SUBSTANCE
        self._probing: asyncio.Task[None] | None = None
        self._settled = False

    async def advise(self, brief: Brief, composition: Composition) -> Advised:
        """Return the prompt with what the model has added to it.

        Raises:
            ModelUnavailable: The model does not answer, or is not fit to be asked.
        """
        self._probe()
        if self._mode is Mode.COMPOSER:
            raise ModelUnavailable(reason="unfit")
        return await VllmAdvisor(self._client, self._mode, self._detector).advise(brief, composition)

    async def write(self, brief: Brief, advised: Advised, on_draft: OnDraft = unseen) -> Advised:
        """Return it with the model's own prompt, where the model has shown that it can."""
        return await VllmAdvisor(self._client, self._mode, self._detector).write(brief, advised, on_draft)

    def _probe(self) -> None:
        if not self._settled and (self._probing is None or self._probing.done()):
            self._probing = asyncio.get_running_loop().create_task(self._settle())

    async def _settle(self) -> None:
        self._mode = mode_of(await probe(self._client))
        self._settled = self._mode is not Mode.COMPOSER
