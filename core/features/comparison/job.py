"""Comparing: the brief of a session, answered in several ways, each measured by itself."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from core.conversation.control_names import Control
from core.conversation.events import Event
from core.conversation.model_answer import ModelAnswer
from core.conversation.model_replies import ShowPartial
from core.conversation.session import Version
from core.conversation.texts import t
from core.features.comparison.arms import Arm, prompt_of
from core.features.comparison.comparison import Comparison, open_comparisons
from core.features.comparison.events import Compared
from core.model_jobs.answering import Answered, ModelRunner, asked
from core.model_jobs.time_limits import FOR_AN_ARM
from core.ports import Assistant, StoredSession
from core.ports.job import Commit, OnProgress
from core.privacy.text import MaskedText, RawText
from core.prompting.brief import Brief
from core.sessions.briefing import brief_of


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked of whom."""

    assistant: Assistant
    prompt: MaskedText


class Comparing:
    """Has the arms of a comparison answered; fulfils `core.ports.job.JobRunner`."""

    def __init__(self, runner: ModelRunner) -> None:
        self._runner = runner

    async def work(self, held: StoredSession, show: OnProgress) -> Commit:
        """Have all arms answered: prompts one after another, for they share a model; models at once."""
        comparison = open_comparisons(held.session)[-1]
        version = asked(held)
        brief = brief_of(version.answers, held.session.locale)
        questions = [self._question(arm, comparison, version, brief) for arm in comparison.arms]
        answers = await (self._at_once(questions) if comparison.models else self._in_turn(questions, held, show))

        def finish(after: StoredSession) -> tuple[StoredSession, Event]:
            trials: list[ModelAnswer] = []
            for answer in answers:
                after, trial = self._runner.to_model_answer(after, answer, brief)
                trials.append(trial)
            return after, Compared(tuple(trials))

        return finish

    def _question(self, arm: str, comparison: Comparison, version: Version, brief: Brief) -> _Question:
        assistants = self._runner.assistants
        if not comparison.models:
            return _Question(assistants[0], prompt_of(Arm(arm), brief))
        named = [assistant for assistant in assistants if assistant.name == arm]
        return _Question((named or assistants)[0], version.prompt)

    async def _in_turn(self, asked: Sequence[_Question], held: StoredSession, show: OnProgress) -> list[Answered]:
        answers: list[Answered] = []
        for question in asked:
            answers.append(await self._ask(question))
            part = t(held.session.locale, "compare.part", done=len(answers), total=len(asked))
            show(ShowPartial(MaskedText(part), (Control.CANCEL,)), held.vault)
        return answers

    async def _at_once(self, asked: Sequence[_Question]) -> list[Answered]:
        return list(await asyncio.gather(*map(self._ask, asked)))

    async def _ask(self, question: _Question) -> Answered:
        return await self._runner.ask(question.assistant, question.prompt, FOR_AN_ARM, _ignore_piece)


def _ignore_piece(_piece: RawText) -> None:
    """Let a piece pass: nothing is shown before the vote's question is."""
