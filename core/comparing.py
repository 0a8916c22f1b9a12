"""Comparing: the brief of a session, answered in several ways, each measured by itself."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.answering import Answered, answered, examined, settle
from core.briefing import brief_of
from core.conversation.comparison import Comparison
from core.conversation.controls import Control
from core.conversation.events import Compared, Event
from core.conversation.replies import ShowPartial
from core.conversation.session import Version
from core.conversation.texts import say
from core.conversation.trial import Trial
from core.errand import Finish, Show
from core.ports import Assistant, Detector, Held
from core.privacy.policy import Policy
from core.privacy.text import MaskedText, RawText
from core.prompting.arms import Arm, prompt_of
from core.prompting.brief import Brief
from core.reveal import keep_shown

BUDGET: Final = 90.0  # seconds for each answer


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked of whom."""

    assistant: Assistant
    prompt: MaskedText


class Comparing:
    """Has the arms of a comparison answered; fulfils `core.errand.Worker`."""

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
        """Have all arms answered: prompts one after another, for they share a model; models at once."""
        comparison = held.session.comparisons[-1]
        version = keep_shown(_version(held), held.vault)
        brief = brief_of(version.answers, held.session.locale)
        asked = [self._question(arm, comparison, version, brief) for arm in comparison.arms]
        answers = await (self._at_once(asked) if comparison.models else self._in_turn(asked, held, show))

        def finish(after: Held) -> tuple[Held, Event]:
            trials: list[Trial] = []
            for answer in answers:
                after, trial = settle(after, answer, brief, self._policy)
                trials.append(trial)
            return after, Compared(tuple(trials))

        return finish

    def _question(self, arm: str, comparison: Comparison, version: Version, brief: Brief) -> _Question:
        if not comparison.models:
            return _Question(self._assistants[0], prompt_of(Arm(arm), brief))
        named = [assistant for assistant in self._assistants if assistant.name == arm]
        return _Question((named or self._assistants)[0], version.prompt)

    async def _in_turn(self, asked: Sequence[_Question], held: Held, show: Show) -> list[Answered]:
        answers: list[Answered] = []
        for question in asked:
            answers.append(await self._ask(question))
            part = say(held.session.locale, "compare.part", done=len(answers), total=len(asked))
            show(ShowPartial(MaskedText(part), (Control.CANCEL,)), held.vault)
        return answers

    async def _at_once(self, asked: Sequence[_Question]) -> list[Answered]:
        return list(await asyncio.gather(*map(self._ask, asked)))

    async def _ask(self, question: _Question) -> Answered:
        answer = await answered(question.assistant, question.prompt, self._budget, _unheard)
        return await examined(answer, self._detector)


def _version(held: Held) -> Version:
    return next(each for each in held.session.versions if each.number == held.session.current_version)


def _unheard(_piece: RawText) -> None:
    """Let a piece pass: nothing is shown before the vote's question is."""
