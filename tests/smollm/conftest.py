import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from core.adapters.vllm.client import Client, connect
from tests.smollm.served import NAME, served

PYTHON = "PROMPTGEN_TEST_SMOLLM_PYTHON"


@pytest.fixture(scope="session")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    named = os.environ.get(PYTHON)
    if not named:
        pytest.skip(f"{PYTHON} names no interpreter with SmolLM2: `make smollm` installs one and runs these")
    with served(Path(named).absolute(), tmp_path_factory.mktemp("log") / "smollm.log") as url:
        yield url


@pytest.fixture
async def client(url: str) -> AsyncIterator[Client]:
    client = connect(url, model=NAME)
    yield client
    await client.close()
