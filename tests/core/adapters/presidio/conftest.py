"""The loaded detector, and what it is made of."""

import pytest

from core.adapters.presidio.analysis import Analysis
from core.adapters.presidio.detector import PresidioDetector
from core.adapters.presidio.engine import KiwiNlpEngine
from core.ports import Detector


@pytest.fixture(scope="session")
def detector(loaded_detector: Detector) -> PresidioDetector:
    assert isinstance(loaded_detector, PresidioDetector)
    return loaded_detector


@pytest.fixture(scope="session")
def analysis(detector: PresidioDetector) -> Analysis:
    return detector._analysis


@pytest.fixture(scope="session")
def engine(analysis: Analysis) -> KiwiNlpEngine:
    engine = analysis._engine.nlp_engine
    assert isinstance(engine, KiwiNlpEngine)
    return engine
