import pytest

from core.adapters.vllm.client import Client
from core.adapters.vllm.prompt_advisor import VllmAdvisor
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.prompting.model.advised_prompt import ProposalKind
from core.prompting.model.mode import Mode
from core.usecases.model_fallback import advised_by
from core.values.locale import Locale
from tests.vllm_cpu.briefs import BRIEFS

pytestmark = [pytest.mark.timeout(600), pytest.mark.xdist_group("vllm_cpu")]


@pytest.mark.parametrize("mode", [Mode.SUBSTANCE, Mode.WHOLE])
@pytest.mark.parametrize("brief", BRIEFS)
async def test_a_model_of_random_weights_makes_no_prompt_worse(client: Client, brief: Brief, mode: Mode) -> None:
    composed = compose(brief)

    advised = await advised_by(VllmAdvisor(client, mode, budget=120, whole_budget=240), brief, composed)

    # An English part or question is known by its letters alone; the Korean ones are judged by their grammar too.
    unjudged = (
        {ProposalKind.INTENT, ProposalKind.PARTS, ProposalKind.QUESTIONS}
        if brief.locale is Locale.EN
        else {ProposalKind.INTENT}
    )
    said = [proposal for proposal in advised.proposals if proposal.part not in unjudged]
    assert not any(proposal.is_kept for proposal in said), "it says nothing that makes sense"
    assert advised.whole is None
    assert all(line in advised.prompt.splitlines() for line in composed.prompt.splitlines()) or any(
        proposal.is_kept for proposal in advised.proposals
    ), "only another of the likely intents may change it"
    assert advised.tokens_in > 0
