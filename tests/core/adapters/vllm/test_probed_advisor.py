import pytest

from core.adapters.vllm.client import Client
from core.adapters.vllm.probed_advisor import ProbedAdvisor
from core.errors import ModelUnavailable
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.prompting.model.advised_prompt import ProposalKind
from core.usecases.model_fallback import advised_by
from tests.fakes.detector import FakeDetector
from tests.fakes.openai.drafts import USELESS
from tests.fakes.openai.server import FakeOpenAI


async def test_the_first_prompt_gets_substance_and_the_next_is_the_models_own(client: Client, brief: Brief) -> None:
    advisor = ProbedAdvisor(client, FakeDetector())
    first = await advised_by(advisor, brief, compose(brief))
    assert advisor._probing is not None
    await advisor._probing
    second = await advised_by(advisor, brief, compose(brief))

    assert ProposalKind.PROMPT not in {proposal.part for proposal in first.proposals}
    assert first.whole is None
    assert ProposalKind.PROMPT in {proposal.part for proposal in second.proposals}
    assert second.whole


async def test_an_unfit_model_is_left_alone_until_it_is_fit(server: FakeOpenAI, client: Client, brief: Brief) -> None:
    server.draft = USELESS["answers in English"]
    server.obedient = False
    advisor = ProbedAdvisor(client, FakeDetector())
    await advised_by(advisor, brief, compose(brief))
    assert advisor._probing is not None
    await advisor._probing
    with pytest.raises(ModelUnavailable) as unfit:
        await advised_by(advisor, brief, compose(brief))
    assert unfit.value.details == {"reason": "unfit"}

    server.obedient = True
    await advisor._probing
    assert (await advised_by(advisor, brief, compose(brief))).proposals
