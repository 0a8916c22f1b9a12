"""Trying: the prompt of a session, answered by a model as one watches."""

import asyncio
from contextlib import suppress
from typing import Final

from core.answering import answered, examined, settle
from core.briefing import brief_of
from core.conversation.controls import Control
from core.conversation.events import Event, Tried
from core.conversation.replies import ShowPartial
from core.conversation.session import Version
from core.errand import Finish, Show
from core.errors import PromptgenError
from core.ports import Assistant, Detector, Held
from core.privacy.policy import Policy
from core.prompting.brief import Brief
from core.reveal import keep_shown
from core.unfolding import Unfolding

BUDGET: Final = 180.0  # seconds in which an answer has to be whole
_SHOWN_EVERY: Final = 0.3  # seconds


class Trying:
    """Has prompts answered; fulfils `core.errand.Worker`."""

    def __init__(
        self,
        detector: Detector,
        assistants: tuple[Assistant, ...],
        policy: Policy | None = None,
        budget: float = BUDGET,
    ) -> None:
        self._detector = detector
        self._assistants = assistants
        self._policy = policy
        self._budget = budget

    async def work(self, held: Held, show: Show) -> Finish:
        """Have the prompt in use answered by the first of the models; what comes is shown as it comes."""
        version = keep_shown(version_of(held), held.vault)
        unfolding = Unfolding(self._detector, held.vault, held.session.locale, self._policy)
        showing = asyncio.create_task(_show(unfolding, show))
        try:
            answer = await answered(self._assistants[0], version.prompt, self._budget, unfolding.take)
        finally:
            showing.cancel()
        answer = await examined(answer, self._detector)

        def finish(after: Held) -> tuple[Held, Event]:
            settled, trial = settle(after, answer, brief_of_version(after, version), self._policy)
            return settled, Tried(trial)

        return finish


def version_of(held: Held) -> Version:
    """Return the version in use."""
    return next(each for each in held.session.versions if each.number == held.session.current_version)


def brief_of_version(held: Held, version: Version) -> Brief:
    """Return the brief that a version was made from."""
    answers = keep_shown(version.answers, held.vault)
    return brief_of(answers, held.session.locale)


async def _show(unfolding: Unfolding, show: Show) -> None:
    """Show what there is of the answer, again and again; what cannot be masked is not shown, and ends it."""
    shown = ""
    with suppress(PromptgenError):
        while True:
            await asyncio.sleep(_SHOWN_EVERY)
            text = await asyncio.to_thread(unfolding.settled)
            if text != shown:
                shown = text
                show(ShowPartial(text, (Control.CANCEL,)), unfolding.vault)
