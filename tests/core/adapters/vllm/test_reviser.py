import json

import pytest

from core.adapters.vllm.client import Client
from core.adapters.vllm.reviser import VllmReviser
from core.errors import ModelUnavailable
from core.ports import Reviser
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.values.choices import Form
from tests.fakes.openai.server import FakeOpenAI

WISH = MaskedText("한눈에 비교되게")


async def test_a_wish_becomes_changes(server: FakeOpenAI, client: Client, brief: Brief) -> None:
    server.draft = lambda _: json.dumps({"form": "table", "length": "same"})
    reviser: Reviser = VllmReviser(client)

    assert await reviser.revise(brief, WISH) == {"form": Form.TABLE}


async def test_half_an_answer_changes_nothing(server: FakeOpenAI, client: Client, brief: Brief) -> None:
    server.draft = lambda _: json.dumps({"form": "table"})
    server.finish_reason = "length"

    assert await VllmReviser(client).revise(brief, WISH) == {}


async def test_a_server_that_is_down_is_said_to_be(server: FakeOpenAI, client: Client, brief: Brief) -> None:
    server.statuses = [503]

    with pytest.raises(ModelUnavailable):
        await VllmReviser(client).revise(brief, WISH)
