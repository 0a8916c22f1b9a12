"""What holds for all tests."""

import pytest
from hypothesis import settings

from core.ports import Detector

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("promptgen")
settings.load_profile("promptgen")


@pytest.fixture(scope="session")
def loaded_detector() -> Detector:
    """One for all tests of a worker: loading is what takes the time."""
    from core.adapters.presidio.detector import PresidioDetector  # noqa: PLC0415 - most tests need none

    return PresidioDetector()
