"""What comes of a turn, of a prompt and of a reply is counted, each by why it came to nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bots.ops.prometheus import Metrics
from bots.relay import Relay
from bots.shared.model_wait import ModelWait
from core.adapters.store.open_store import open_store
from core.adapters.store.store import SqlStore
from core.errors import DeliveryRefused, DetectorError, InterviewGone, PlatformUnreachable, StoreUnavailable
from core.messages import Incoming, Opened, Outgoing, Place, Revealed
from core.usecases.chat import Chat, Result
from core.usecases.generation import Generation
from core.values.locale import Locale
from tests.core.adapters.store.databases import with_schema
from tests.fakes.clock import Clock
from tests.fakes.detector import FakeDetector

_OPENED = Incoming("1", Place("slack", "T1", "D1"), "U1", Locale.KO, Opened())


class Platform:
    """Shows every reply, or fails as it is told to."""

    def __init__(self) -> None:
        self.error: Exception | None = None

    async def send(self, outgoing: Outgoing, _revealed: Revealed) -> str:
        if self.error:
            raise self.error
        return str(outgoing.id)


@pytest.fixture
def platform() -> Platform:
    return Platform()


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    store = open_store(with_schema(tmp_path), clock=Clock())
    yield store
    store.close()


@pytest.fixture
def relay(store: SqlStore, platform: Platform, metrics: Metrics) -> Relay:
    chat = Chat(FakeDetector(), store, lambda: "new")
    return Relay("slack", chat, Generation(store), platform, meter=metrics)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (DetectorError(), "detector_unavailable"),
        (StoreUnavailable(reason="full"), "store_unavailable_full"),
        (ZeroDivisionError(), "failed"),
    ],
)
async def test_a_turn_that_fails_is_counted_by_why(
    relay: Relay, metrics: Metrics, monkeypatch: pytest.MonkeyPatch, error: Exception, outcome: str
) -> None:
    def handle(_chat: Chat, _incoming: Incoming) -> Result:
        raise error

    monkeypatch.setattr(Chat, "handle", handle)
    await relay.handle(_OPENED)
    labels = {"platform": "slack", "action": "Opened", "outcome": outcome}
    assert metrics.registry.get_sample_value("promptgen_turns_total", labels) == 1


@pytest.mark.parametrize(("error", "outcome"), [(InterviewGone(), "interview_gone"), (ZeroDivisionError(), "failed")])
async def test_a_prompt_that_is_not_made_is_counted_by_why(
    relay: Relay, metrics: Metrics, monkeypatch: pytest.MonkeyPatch, error: Exception, outcome: str
) -> None:
    async def finish(*_: object) -> None:
        raise error

    monkeypatch.setattr(Chat, "handle", lambda *_: Result(generating="s1"))
    monkeypatch.setattr(ModelWait, "finish", finish)
    await relay.handle(_OPENED)
    labels = {"platform": "slack", "outcome": outcome}
    assert metrics.registry.get_sample_value("promptgen_generation_seconds_count", labels) == 1


@pytest.mark.parametrize(
    ("error", "counted"),
    [
        (DeliveryRefused(reason="is_archived"), ("refused", "is_archived")),
        (DeliveryRefused(), ("refused", "DeliveryRefused")),
        (PlatformUnreachable(platform="Slack", reason="503"), ("failed", "503")),
        (TimeoutError("나한테만 보이는 글"), ("failed", "TimeoutError")),
        (None, ("sent", "")),
    ],
)
async def test_a_reply_is_counted_with_the_platforms_reason_and_no_text(
    relay: Relay, metrics: Metrics, platform: Platform, error: Exception | None, counted: tuple[str, str]
) -> None:
    platform.error = error
    await relay.handle(_OPENED)
    labels = {"platform": "slack", "outcome": counted[0], "reason": counted[1]}
    assert (metrics.registry.get_sample_value("promptgen_deliveries_total", labels) or 0) > 0
