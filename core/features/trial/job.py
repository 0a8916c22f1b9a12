"""Trying: the prompt of a session, answered by a model as one watches."""

import asyncio
from contextlib import suppress

from core.conversation.control_names import Control
from core.conversation.events import Event
from core.conversation.model_replies import ShowPartial
from core.errors import PromptgenError
from core.features.trial.events import ModelAnswered
from core.model_jobs.answering import ModelRunner, asked
from core.model_jobs.stream_masker import StreamMasker
from core.model_jobs.time_limits import BETWEEN_PARTIALS, FOR_A_TRIAL
from core.ports import StoredSession
from core.ports.job import Commit, OnProgress
from core.sessions.briefing import brief_of
from core.sessions.visible_session import seen_there


class Trying:
    """Has prompts answered; fulfils `core.ports.job.JobRunner`."""

    def __init__(self, runner: ModelRunner) -> None:
        self._runner = runner

    async def work(self, held: StoredSession, show: OnProgress) -> Commit:
        """Have the prompt in use answered by the first of the models; what comes is shown as it comes."""
        version, models = asked(held), self._runner
        masker = StreamMasker(models.detector, held.vault, held.session.locale, models.policy)
        showing = asyncio.create_task(_show(masker, show))
        try:
            answer = await models.ask(models.assistants[0], version.prompt, FOR_A_TRIAL, masker.take)
        finally:
            showing.cancel()

        def finish(after: StoredSession) -> tuple[StoredSession, Event]:
            brief = brief_of(seen_there(version.answers, after), after.session.locale)
            settled, trial = models.to_model_answer(after, answer, brief)
            return settled, ModelAnswered(trial)

        return finish


async def _show(masker: StreamMasker, show: OnProgress) -> None:
    """Show what there is of the answer, again and again; what cannot be masked is not shown, and ends it."""
    shown = ""
    with suppress(PromptgenError):
        while True:
            await asyncio.sleep(BETWEEN_PARTIALS)
            text = await asyncio.to_thread(masker.settled)
            if text != shown:
                shown = text
                show(ShowPartial(text, (Control.CANCEL,)), masker.vault)
