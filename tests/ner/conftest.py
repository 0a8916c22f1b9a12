import importlib.util
import os

import pytest

_REQUIRED = "PROMPTGEN_TEST_NER"


@pytest.fixture(scope="session", autouse=True)
def _extra() -> None:
    """Skip where a transformer cannot run, but never where these tests are what was asked for (`make ner`)."""
    missing = [name for name in ("torch", "transformers") if importlib.util.find_spec(name) is None]
    if missing and _REQUIRED not in os.environ:
        pytest.skip("the optional extra `ner` is not installed: `make ner` installs it and runs these")
    assert not missing
