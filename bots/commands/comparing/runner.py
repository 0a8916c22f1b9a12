"""The runner: each brief to each contender, an arm of the prompt on one of the endpoints, a few at a time."""

import asyncio
import hashlib
import json
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from bots.commands.brief_documents import MaskedBrief
from bots.commands.comparing.results import ContenderAnswer, Results
from core.errors import InputError, ItemRefused, ModelUnavailable
from core.features.comparison import Arm, prompt_of
from core.model_jobs.answering import answered, figures_of, scan_pii
from core.ports import Advisor, Assistant, Detector
from core.privacy.mask import mask
from core.privacy.policy import Policy
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.usecases.model_fallback import advised_by
from core.values.locale import Locale


@dataclass(frozen=True, slots=True)
class Participant:
    """One of those that are compared, by the name it was given on the command line; `advisor` adds to its prompt."""

    name: str
    arm: Arm
    assistant: Assistant
    advisor: Advisor | None = None


def read_contenders(
    written: str, assistants: Sequence[Assistant], advisors: Mapping[Arm, Mapping[str, Advisor]]
) -> tuple[Participant, ...]:
    """Return the contenders of `raw,short,detailed`, `gpu,cpu` or `raw@gpu,detailed@cpu`.

    An arm alone is asked of the first endpoint; an endpoint alone is asked the detailed prompt.

    Raises:
        InputError: One names neither, or all are the same one.
    """
    by_name = {assistant.name: assistant for assistant in assistants}
    found: dict[str, Participant] = {}
    for name in filter(None, (part.strip() for part in written.split(","))):
        arm, _, endpoint = name.partition("@")
        if not endpoint and arm in by_name:
            arm, endpoint = Arm.DETAILED, arm
        endpoint = endpoint or assistants[0].name
        if arm not in set(Arm) or endpoint not in by_name:
            raise InputError(reason="contender", name=name[:40], known=", ".join([*Arm, *by_name]))
        advisor = advisors.get(Arm(arm), {}).get(endpoint)
        found[name] = Participant(name, Arm(arm), by_name[endpoint], advisor)
    if not found:
        raise InputError(reason="contender", name=written[:40], known=", ".join([*Arm, *by_name]))
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class ComparisonTask:
    """One brief for one contender."""

    brief: str
    document: MaskedBrief
    contender: Participant

    @property
    def key(self) -> tuple[str, str]:
        """What is asked, of whom."""
        return self.brief, self.contender.name


def questions(documents: Sequence[MaskedBrief], contenders: Sequence[Participant]) -> tuple[ComparisonTask, ...]:
    """Return all that is to be asked, brief by brief; the same brief twice is one."""
    named = {digest(document): document for document in reversed(documents)}
    return tuple(
        ComparisonTask(brief, document, contender)
        for brief, document in sorted(named.items(), key=lambda pair: pair[1].number)
        for contender in contenders
    )


def digest(document: MaskedBrief) -> str:
    """Return a short name for a brief, the same in every run."""
    content = json.dumps(document.masked, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:12]


class Runner:
    """Asks the contenders so many questions at once, each for so many seconds, and masks and keeps what they answer."""

    def __init__(self, detector: Detector, locale: Locale, policy: Policy, at_once: int, seconds: float) -> None:
        self._detector = detector
        self._locale = locale
        self._policy = policy
        self.at_once = at_once
        self.seconds = seconds

    async def run(
        self, asked: Sequence[ComparisonTask], results: Results, done: Callable[[ContenderAnswer], None]
    ) -> None:
        """Ask all; each result is kept before it is `done`."""
        turns = asyncio.Semaphore(self.at_once)

        async def in_turn(question: ComparisonTask) -> None:
            async with turns:
                result = await self._ask(question)
            results.add(result)
            done(result)

        async with asyncio.TaskGroup() as group:
            for question in asked:
                group.create_task(in_turn(question))

    async def _ask(self, question: ComparisonTask) -> ContenderAnswer:
        contender, document = question.contender, question.document
        brief = document.brief(self._locale)
        prompt = await _prompt(contender, brief)
        raw = await answered(contender.assistant, prompt, self.seconds, lambda _: None)
        answer = await scan_pii(raw, self._detector)
        asked = ContenderAnswer(
            *(question.brief, document.number, contender.name, answer.endpoint, answer.model),
            request=str(brief.purpose),
            prompt=str(prompt),
            at=round(time.time()),
        )
        try:
            masked = mask(answer.text, answer.spans, document.vault, self._locale, self._policy)
        except ItemRefused:
            return replace(asked, finished=False, fault="blocked")
        figures = figures_of(answer, masked.text, brief, tuple(entry.label for entry in masked.vault))
        finished, fault = answer.ended.finished, answer.fault
        return replace(asked, answer=str(masked.text), finished=finished, fault=fault, figures=figures)


async def _prompt(contender: Participant, brief: Brief) -> MaskedText:
    """Return what a contender is asked; where its advisor is silent, the prompt goes out without substance."""
    if contender.advisor is not None:
        with suppress(ModelUnavailable):
            return (await advised_by(contender.advisor, brief, compose(brief))).prompt
    return prompt_of(contender.arm, brief)
