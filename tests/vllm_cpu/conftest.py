import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from core.adapters.vllm.client import Client, connect
from tests.vllm_cpu.served import NAME, Served, make_model, served

PYTHON = "PROMPTGEN_TEST_VLLM_PYTHON"


@pytest.fixture(scope="session")
def python() -> Path:
    named = os.environ.get(PYTHON)
    if not named:
        pytest.skip(f"{PYTHON} names no interpreter with vLLM: `make vllm` installs one and runs these")
    return Path(named).absolute()


@pytest.fixture(scope="session")
def model(python: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(python, tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="session")
def server(python: Path, model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(python, model, tmp_path_factory.mktemp("log") / "vllm.log") as server:
        yield server


@pytest.fixture
async def client(server: Served) -> AsyncIterator[Client]:
    client = connect(server.url, model=NAME)
    yield client
    await client.close()
