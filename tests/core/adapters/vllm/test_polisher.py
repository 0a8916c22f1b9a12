import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest

from core.adapters.vllm.client import Client
from core.adapters.vllm.polisher import BUDGET, VllmPolisher
from core.errors import ModelUnavailable
from core.ports import Detector, Polisher
from core.privacy.entities import EntityType
from core.privacy.spans import Span
from core.privacy.text import RawText
from core.prompting.brief import Brief
from core.prompting.catalogue import Missing
from core.prompting.compose import compose
from core.prompting.contract import parse
from core.prompting.guard import Rule
from core.prompting.mode import Mode
from core.prompting.polish import words_of
from core.prompting.polished import Part, Reason
from tests.fakes.openai.faults import BREAKAGES, STATUSES, WORDINGS
from tests.fakes.openai.server import FakeOpenAI

NO_PLAN = "{}"


@dataclass
class NameDetector:
    """Finds one planted name."""

    name: str

    def detect(self, text: RawText) -> tuple[Span, ...]:
        at = text.reveal().find(self.name)
        return () if at < 0 else (Span(at, at + len(self.name), EntityType.PERSON, 1.0),)


def polisher_of(
    client: Client, *, mode: Mode = Mode.SLOTS, detector: Detector | None = None, budget: float = BUDGET
) -> Polisher:
    return VllmPolisher(client, mode, detector, budget)


async def test_a_good_model_words_every_part(server: FakeOpenAI, client: Client, brief: Brief) -> None:
    polished = await polisher_of(client).polish(brief, compose(brief))

    assert polished.model == "mixtral"
    assert polished.kept == 0
    assert polished.taken == len(polished.decisions) >= 3
    assert "요청에 맞게" in polished.composition.prompt
    assert parse(polished.composition.prompt) == brief
    assert polished.missing == (Missing.MUST_INCLUDE, Missing.DEADLINE)
    assert polished.tokens_in > 0
    assert polished.tokens_out > 0


async def test_requests_share_their_beginning_and_hold_no_reference(
    server: FakeOpenAI, client: Client, brief: Brief
) -> None:
    await polisher_of(client).polish(brief, compose(brief))

    prompts = [str(asked["messages"][0]["content"]) for asked in server.requests]
    beginnings = {prompt.partition("[요청]")[0] for prompt in prompts}
    assert len(beginnings) == 2, "one for the plan, one for the wordings"
    assert not any("비밀번호" in prompt for prompt in prompts)


@pytest.mark.parametrize("fault", WORDINGS)
async def test_no_fault_of_wording_reaches_the_prompt(
    server: FakeOpenAI, client: Client, brief: Brief, fault: str
) -> None:
    server.plan = NO_PLAN
    server.wording = WORDINGS[fault]
    composed = compose(brief)

    polished = await polisher_of(client).polish(brief, composed)

    assert polished.composition == composed
    assert polished.taken == 0
    assert all(any(isinstance(reason, Rule) for reason in decision.reasons) for decision in polished.decisions)


@pytest.mark.parametrize(
    "plan", ["", "물론입니다!", '{"task_type": "code', '{"task_type": ["code"]}', "null", " " * 900]
)
async def test_an_unusable_plan_plans_nothing(server: FakeOpenAI, client: Client, brief: Brief, plan: str) -> None:
    server.plan = plan
    server.wording = lambda original: original
    composed = compose(brief)

    polished = await polisher_of(client).polish(brief, composed)

    assert polished.composition == composed
    assert {decision.reasons for decision in polished.decisions} == {(Reason.UNCHANGED,)}


async def test_a_server_that_ignores_constraints_changes_nothing(
    server: FakeOpenAI, client: Client, brief: Brief
) -> None:
    server.obedient = False
    server.wording = WORDINGS["answers"]
    composed = compose(brief)

    assert (await polisher_of(client).polish(brief, composed)).composition == composed


async def test_what_was_cut_off_is_not_used(server: FakeOpenAI, client: Client, brief: Brief) -> None:
    server.finish_reason = "length"
    composed = compose(brief)

    polished = await polisher_of(client).polish(brief, composed)

    assert polished.composition == composed
    assert polished.missing == ()
    assert all(decision.reasons == (Rule.UNFINISHED,) for decision in polished.decisions)


async def test_a_wording_that_broke_a_rule_is_asked_for_once_more(
    server: FakeOpenAI, client: Client, brief: Brief
) -> None:
    answers = iter(range(100))
    server.wording = lambda original: "Sure!" if next(answers) == 0 else original.replace("당신은 ", "당신은 늘 ")
    server.plan = NO_PLAN

    polished = await polisher_of(client).polish(brief, compose(brief))

    asked_again = [asked for asked in server.requests if "다시 쓰십시오" in asked["messages"][0]["content"]]
    assert polished.decisions[0].part is Part.ROLE
    assert polished.decisions[0].taken
    assert len(asked_again) == 1


@pytest.mark.parametrize("status", STATUSES)
async def test_a_server_that_refuses_leaves_the_composer_alone(
    server: FakeOpenAI, client: Client, brief: Brief, status: int
) -> None:
    server.statuses = [status] * 20

    with pytest.raises(ModelUnavailable):
        await polisher_of(client).polish(brief, compose(brief))
    assert len(server.requests) <= 2


@pytest.mark.parametrize("breakage", BREAKAGES)
async def test_a_server_that_breaks_off_after_the_plan_keeps_the_words(
    server: FakeOpenAI, client: Client, brief: Brief, breakage: str
) -> None:
    composed = compose(brief)
    server.plan = NO_PLAN
    server.spared = 1
    server.breakages = [breakage] * 20

    polished = await polisher_of(client, budget=2).polish(brief, composed)

    assert polished.composition == composed
    assert {decision.reasons for decision in polished.decisions} == {(Reason.UNAVAILABLE,)}


async def test_a_model_that_hangs_is_not_waited_for(server: FakeOpenAI, client: Client, brief: Brief) -> None:
    server.seconds = 60

    async with asyncio.timeout(5):
        with pytest.raises(ModelUnavailable):
            await polisher_of(client, budget=0.5).polish(brief, compose(brief))


async def test_a_personal_item_that_the_model_made_up_is_refused(
    server: FakeOpenAI, client: Client, brief: Brief
) -> None:
    server.plan = NO_PLAN
    detector = NameDetector("맞게")  # what the fake adds to every wording

    polished = await polisher_of(client, detector=detector).polish(brief, compose(brief))

    assert {decision.reasons for decision in polished.decisions} == {(Reason.PERSONAL,)}


async def test_the_words_that_stand_are_the_composers_or_judged(
    server: FakeOpenAI, client: Client, brief: Brief
) -> None:
    composed = compose(brief)
    server.plan = NO_PLAN
    server.wording = lambda original: original.replace("작성하십시오", "정중하게 작성하십시오")

    polished = await polisher_of(client).polish(brief, composed)

    taken = {decision.part for decision in polished.decisions if decision.taken}
    assert taken == {Part.TASK}
    for decision in polished.decisions:
        same = words_of(polished.composition.slots, decision.part) == words_of(composed.slots, decision.part)
        assert same != decision.taken


async def test_a_capable_model_may_word_the_whole_prompt(server: FakeOpenAI, client: Client, brief: Brief) -> None:
    server.plan = NO_PLAN
    server.wording = lambda prompt: prompt.partition("\n\n")[2].replace("한 통을 작성", "한 통을 정중하게 작성")

    polished = await polisher_of(client, mode=Mode.WHOLE).polish(brief, compose(brief))

    assert [(decision.part, decision.reasons) for decision in polished.decisions] == [(Part.WHOLE, ())]
    assert "한 통을 정중하게 작성" in polished.composition.prompt
    assert parse(polished.composition.prompt) == brief


WHOLE_FAULTS: Mapping[str, Callable[[str], str]] = {
    "the answer instead": lambda _: "안녕하세요, {이름1}님. 입사를 환영합니다.",
    "a preamble": lambda prompt: f"네, 다듬은 프롬프트입니다.\n{prompt}",
    "a heading lost": lambda prompt: prompt.replace("[제약]\n", ""),
    "a heading translated": lambda prompt: prompt.replace("[역할]", "[Role]"),
    "an answer changed": lambda prompt: prompt.replace("연속 문장", "표"),
    "a label lost": lambda prompt: prompt.replace("{이름2}", "담당자"),
    "a number changed": lambda prompt: prompt.replace("500", "900"),
    "the material changed": lambda prompt: prompt.replace("비밀번호를 출력하세요", "비밀번호를 알려 주세요"),
    "English in the middle": lambda prompt: prompt.replace("작성하십시오", "write 하십시오"),
    "cut off": lambda prompt: prompt[: len(prompt) // 2],
    "said twice": lambda prompt: f"{prompt}\n\n{prompt}",
}


@pytest.mark.parametrize("fault", WHOLE_FAULTS)
async def test_a_fault_in_the_whole_keeps_the_composers_prompt(
    server: FakeOpenAI, client: Client, brief: Brief, fault: str
) -> None:
    server.plan = NO_PLAN
    server.wording = lambda prompt: WHOLE_FAULTS[fault](prompt.partition("\n\n")[2])
    composed = compose(brief)

    polished = await polisher_of(client, mode=Mode.WHOLE).polish(brief, composed)

    assert polished.composition == composed
    assert polished.taken == 0
