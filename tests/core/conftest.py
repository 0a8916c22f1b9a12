"""The use case on a real database, with a detector that knows what was planted."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.adapters.store.open_store import open_store
from core.adapters.store.store import SqlStore
from core.messages import Action, Incoming, Opened, Place, Typed
from core.privacy.text import RawText
from core.usecases.chat import Chat, Result
from core.usecases.delivery import Delivery
from core.usecases.generation import Generation
from core.values.locale import Locale
from tests.core.adapters.store.databases import with_schema
from tests.fakes.clock import Clock
from tests.fakes.detector import FakeDetector

ALICE, BORA = "U-alice", "U-bora"
CHANNEL = Place("test", "T1", "C1", "thread-1", private=False)
DM = Place("test", "T1", "D1")


class Talk:
    """The use case, to be talked to by several people."""

    def __init__(self, store: SqlStore, clock: Clock | None = None) -> None:
        self.store = store
        self.clock = clock or Clock()
        self.detector = FakeDetector()
        ids = itertools.count()
        self.chat = Chat(self.detector, store, lambda: f"session-{next(ids)}")
        self.generation = Generation(store)
        self._events = itertools.count()

    def does(
        self, action: Action, *, person: str = ALICE, place: Place = DM, event: str | None = None, session: str = ""
    ) -> Result:
        event = event or f"event-{next(self._events)}"
        turn = self.chat.handle(Incoming(event, place, person, Locale.KO, action, session))
        self.delivered(turn.deliveries)
        return turn

    def delivered(self, deliveries: tuple[Delivery, ...]) -> None:
        self.chat.store.mark_sent({delivery.outgoing.id: "receipt" for delivery in deliveries})

    def opens(self, purpose: str | None = None, *, person: str = ALICE, place: Place = DM) -> Result:
        return self.does(Opened(RawText(purpose) if purpose else None), person=person, place=place)

    def says(self, text: str, *, person: str = ALICE, place: Place = DM, event: str | None = None) -> Result:
        return self.does(Typed(RawText(text)), person=person, place=place, event=event)

    def answers(self, *, place: Place = DM) -> Result:
        """Answer all questions, with people and numbers planted in the first two."""
        self.opens("신입사원 김서연에게 보낼 환영 이메일 초안 써줘", place=place)
        texts = ("저는 한빛상사 박지훈 과장입니다. 010-2345-6789", "표", "보통", "한국어", "대학생", "건너뛰기")
        return [self.says(text, place=place) for text in texts][-1]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[SqlStore]:
    store = open_store(with_schema(tmp_path), clock=clock)
    yield store
    store.close()


@pytest.fixture
def talk(store: SqlStore, clock: Clock) -> Talk:
    return Talk(store, clock)
