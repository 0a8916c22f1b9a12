import pytest

from core.adapters.vllm.client import Client
from core.adapters.vllm.probed import ProbedPolisher
from core.errors import ModelUnavailable
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.prompting.polished import Part
from tests.fakes.detector import FakeDetector
from tests.fakes.openai.faults import WORDINGS
from tests.fakes.openai.server import FakeOpenAI


async def test_the_first_prompt_is_worded_slot_by_slot_and_the_next_as_a_whole(client: Client, brief: Brief) -> None:
    polisher = ProbedPolisher(client, FakeDetector())
    first = await polisher.polish(brief, compose(brief))
    assert polisher._probing is not None
    await polisher._probing
    second = await polisher.polish(brief, compose(brief))

    assert Part.WHOLE not in {decision.part for decision in first.decisions}
    assert {decision.part for decision in second.decisions} == {Part.WHOLE}


async def test_an_unfit_model_is_left_alone_until_it_is_fit(server: FakeOpenAI, client: Client, brief: Brief) -> None:
    server.wording = WORDINGS["drifts into English"]
    server.obedient = False
    polisher = ProbedPolisher(client, FakeDetector())
    await polisher.polish(brief, compose(brief))
    assert polisher._probing is not None
    await polisher._probing
    with pytest.raises(ModelUnavailable) as unfit:
        await polisher.polish(brief, compose(brief))
    assert unfit.value.details == {"reason": "unfit"}

    server.obedient = True
    await polisher._probing
    assert (await polisher.polish(brief, compose(brief))).decisions
