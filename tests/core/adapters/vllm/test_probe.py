from core.adapters.vllm.client import Client, connect
from core.adapters.vllm.probe import KOREAN_LINES, ModelCheck, ModelCheckResult, mode_of, probe
from core.prompting.model.mode import Mode
from tests.fakes.openai.drafts import USELESS, WHOLE, write
from tests.fakes.openai.server import FakeOpenAI


def value(findings: tuple[ModelCheckResult, ...], check: ModelCheck) -> str | int:
    return next(finding.value for finding in findings if finding.check is check)


async def test_a_capable_model_earns_the_whole_prompt(server: FakeOpenAI, client: Client) -> None:
    findings = await probe(client)

    assert [finding.check for finding in findings] == list(ModelCheck)
    assert all(finding.passed for finding in findings)
    assert value(findings, ModelCheck.MODEL) == "mixtral"
    assert value(findings, ModelCheck.CONTEXT) == 16_384
    assert value(findings, ModelCheck.SYSTEM_ROLE) == "no"
    assert value(findings, ModelCheck.KOREAN) == KOREAN_LINES
    assert value(findings, ModelCheck.WHOLE) in {"2/3 (fit)", "3/3"}, "the fake says the same of every matter"
    assert mode_of(findings) is Mode.WHOLE


async def test_a_model_that_loses_what_was_asked_brings_substance_and_the_reason_is_named(
    server: FakeOpenAI, client: Client
) -> None:
    server.whole = lambda prompt: WHOLE["a heading lost"](write(prompt))
    findings = await probe(client)

    assert ModelCheckResult(ModelCheck.WHOLE, passed=False, value="0/3 (shape)") in findings
    assert mode_of(findings) is Mode.SUBSTANCE


async def test_a_model_that_drifts_is_held_by_the_grammar(server: FakeOpenAI, client: Client) -> None:
    server.draft = USELESS["answers in English"]
    findings = await probe(client)

    assert value(findings, ModelCheck.KOREAN) == 0
    assert mode_of(findings) is Mode.SUBSTANCE


async def test_a_drifting_model_on_a_server_without_grammar_is_not_used(server: FakeOpenAI, client: Client) -> None:
    server.draft = USELESS["answers in English"]
    server.obedient = False
    findings = await probe(client)

    assert ModelCheckResult(ModelCheck.STRUCTURED_OUTPUT, passed=False, value="no") in findings
    assert mode_of(findings) is Mode.COMPOSER


async def test_a_small_context_does_not_pass(server: FakeOpenAI, client: Client) -> None:
    server.max_model_len = 2_048

    assert ModelCheckResult(ModelCheck.CONTEXT, passed=False, value=2_048) in await probe(client)


async def test_another_template_takes_the_system_role(server: FakeOpenAI, client: Client) -> None:
    server.takes_system = True

    assert value(await probe(client), ModelCheck.SYSTEM_ROLE) == "yes"


async def test_an_endpoint_that_is_not_there_is_named_so() -> None:
    client = connect("http://127.0.0.1:9/v1")
    findings = await probe(client)
    await client.close()

    assert findings[0] == ModelCheckResult(ModelCheck.REACHABLE, passed=False, value="unreachable")
    assert mode_of(findings) is Mode.COMPOSER


async def test_a_wrong_key_is_named_so(server: FakeOpenAI, client: Client) -> None:
    server.api_key = "right"

    assert (await probe(client))[0] == ModelCheckResult(ModelCheck.REACHABLE, passed=False, value="refused")
