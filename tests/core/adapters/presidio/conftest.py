"""One loaded detector for all tests of this folder: loading is what takes the time."""

import pytest

from core.adapters.presidio.analysis import Analysis
from core.adapters.presidio.detector import PresidioDetector


@pytest.fixture(scope="session")
def detector() -> PresidioDetector:
    return PresidioDetector()


@pytest.fixture(scope="session")
def analysis(detector: PresidioDetector) -> Analysis:
    return detector._analysis
