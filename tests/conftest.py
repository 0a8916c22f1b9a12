"""What holds for all tests."""

import gc
import os
from collections.abc import Generator

import pytest
from hypothesis import settings

from core.ports import Detector

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("promptgen", deadline=None)
settings.load_profile("promptgen")

# Nobody outside is spoken to; every client would load all certificates that the machine trusts.
os.environ.pop("SSL_CERT_FILE", None)
os.environ["SSL_CERT_DIR"] = os.devnull


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage among the modules and the tests that are read: all of it stays."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session")
def loaded_detector() -> Detector:
    """One for all tests of a worker: loading is what takes the time."""
    from core.adapters.presidio.detector import PresidioDetector  # noqa: PLC0415 - most tests need none

    return PresidioDetector()
