"""A small model that really speaks English: what it proposes is read, judged, and makes no prompt worse."""

import json

import pytest

from core.adapters.vllm.client import Client
from core.adapters.vllm.prompt_advisor import VllmAdvisor
from core.prompting.brief import Brief, said
from core.prompting.checking.lost_content import lost, promised
from core.prompting.compose import compose
from core.prompting.guard.violations import numbers
from core.prompting.model.advised_prompt import Advised, DropReason, ProposalKind
from core.prompting.model.asking_substance import known_to, substance_request
from core.prompting.model.mode import Mode
from tests.smollm.briefs import BRIEFS

pytestmark = [pytest.mark.timeout(900), pytest.mark.xdist_group("smollm")]
_PATIENCE = 600.0


@pytest.mark.parametrize("brief", BRIEFS)
async def test_it_obeys_the_schema_and_what_it_proposes_makes_no_prompt_worse(client: Client, brief: Brief) -> None:
    composed = compose(brief)
    request = substance_request(brief, composed)
    answer = await client.ask(request, _PATIENCE)
    if answer.finished:
        assert request.schema is not None
        assert list(json.loads(answer.text)) == request.schema["required"]

    advised = await VllmAdvisor(client, budget=_PATIENCE).advise(brief, composed)

    assert advised.proposals, "the same is answered again, and can be read"
    assert DropReason.UNREADABLE not in {reason for each in advised.proposals for reason in each.reasons}
    assert list(lost(promised(composed), advised.prompt)) == []
    assert set(numbers(advised.prompt)) <= set(numbers(f"{composed.prompt}\n{known_to(composed)}\n{said(brief)}"))


@pytest.mark.parametrize("brief", BRIEFS[:1])
async def test_a_prompt_of_its_own_stands_only_where_it_keeps_every_promise(client: Client, brief: Brief) -> None:
    composed, drafts = compose(brief), [""]
    advisor = VllmAdvisor(client, Mode.WHOLE, whole_budget=_PATIENCE)
    advised = await advisor.write(brief, Advised(composed, ""), drafts.append)

    (decided,) = (each for each in advised.proposals if each.part is ProposalKind.PROMPT)
    assert (advised.whole is not None) is decided.is_kept
    assert list(lost(promised(composed), advised.prompt)) == []
    known = f"{composed.prompt}\n{known_to(composed)}\n{said(brief)}"
    assert set(numbers(drafts[-1])) <= {*numbers(known), *map(str, range(11))}, "at most how many parts there are"
