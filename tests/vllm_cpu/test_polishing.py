import pytest

from core.adapters.vllm.client import Client
from core.adapters.vllm.polisher import VllmPolisher
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.prompting.contract import check, parse
from core.prompting.mode import Mode
from tests.vllm_cpu.briefs import BRIEFS

pytestmark = [pytest.mark.timeout(600), pytest.mark.xdist_group("vllm_cpu")]


@pytest.mark.parametrize("mode", [Mode.SLOTS, Mode.WHOLE])
@pytest.mark.parametrize("brief", BRIEFS)
async def test_a_model_of_random_weights_makes_no_prompt_worse(client: Client, brief: Brief, mode: Mode) -> None:
    composed = compose(brief)

    polished = await VllmPolisher(client, mode).polish(brief, composed)

    assert polished.taken == 0, "it says nothing that makes sense"
    assert set(check(polished.composition.prompt, brief)) <= set(check(composed.prompt, brief))
    assert parse(polished.composition.prompt) == brief
    assert set(composed.slots.criteria) <= set(polished.composition.slots.criteria)
    assert polished.composition.slots.role == composed.slots.role
    assert polished.tokens_in > 0
