"""What is loaded is left alone by collections, and a thread at work gives way soon."""

import gc
import sys
from collections.abc import Iterator

import pytest

from bots.ops.switch_interval import settle


@pytest.fixture(autouse=True)
def _unsettled() -> Iterator[None]:
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)
    gc.unfreeze()


def test_collections_leave_what_is_loaded_alone() -> None:
    loaded: list[object] = []
    settle()
    assert not any(each is loaded for each in gc.get_objects())


def test_who_waits_for_a_thread_at_work_waits_a_millisecond() -> None:
    settle()
    assert sys.getswitchinterval() == pytest.approx(0.001)
