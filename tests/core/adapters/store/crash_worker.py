"""A bot process as the store knows it, made to be killed: it takes events, generates, delivers, and recovers."""

import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import event as on

from core.adapters.store.open_store import open_store
from core.adapters.store.store import SqlStore
from core.conversation.questions import Key
from core.conversation.replies import Reply, ShowPrompt, Tell
from core.conversation.session import Answer, Phase, Version
from core.errors import ServiceError
from core.messages import Outgoing
from core.ports import StoredSession
from core.privacy.entities import EntityType
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import VaultEntry
from tests.core.adapters.store.conversations import place, started

HASTE = 40
"""How much faster the clock goes, so that a lease of 6 s is over in 0.15 s."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What happens: so many conversations of so many events; the last of each asks for the prompt."""

    folder: Path
    url: str | None
    conversations: int = 4
    events: int = 4

    def names(self) -> Iterator[str]:
        for conversation in range(self.conversations):
            yield f"c{conversation}"

    @property
    def acknowledged(self) -> "Ledger":
        return Ledger(self.folder / "acknowledged")

    @property
    def delivered(self) -> "Ledger":
        return Ledger(self.folder / "delivered")


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the platform knows: lines that outlive the process that wrote them."""

    path: Path

    def write(self, *words: object) -> None:
        fd = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.write(fd, f"{' '.join(map(str, words))}\n".encode())
        os.close(fd)

    def lines(self) -> list[list[str]]:
        return [line.split() for line in self.path.read_text().splitlines()] if self.path.exists() else []


class JobRunner:
    """One process; `reach` is called at each point where it may die."""

    def __init__(self, plan: Plan, store: SqlStore, reach: Callable[[], None]) -> None:
        self._plan = plan
        self._store = store
        self._reach = reach

    def run(self) -> None:
        """Work until the platform has every event acknowledged and nothing is left to do."""
        while not self._is_done():
            self._recover()
            for name in self._plan.names():
                acknowledged = len(
                    {number for conversation, number in self._plan.acknowledged.lines() if conversation == name}
                )
                if acknowledged < self._plan.events:
                    self._take(name, acknowledged)

    def _is_done(self) -> bool:
        acknowledged = {tuple(line) for line in self._plan.acknowledged.lines()}
        prompts = {line[1] for line in self._plan.delivered.lines() if line[2] == "prompt"}
        total = self._plan.conversations * self._plan.events
        return len(acknowledged) == total and prompts == set(self._plan.names()) and self._store.outbox_age() == 0

    def _recover(self) -> None:
        self._deliver(self._store.unsent("slack"))
        for session_id in self._store.abandoned("slack"):
            self._generate(session_id)

    def _take(self, name: str, number: int) -> None:
        batch: Sequence[Outgoing] = ()
        phase = None
        with self._store.begin() as transaction:
            if transaction.remember(f"{name}.{number}", "slack"):
                held = _answered(transaction.latest_at(place(name)) or started(name), self._plan.events)
                transaction.save(held)
                batch = transaction.send(held, _replies(number))
                phase = held.session.phase
        self._reach()
        self._acknowledge(name, number)
        self._deliver(batch)
        if phase is Phase.GENERATING:
            self._generate(name)

    def _acknowledge(self, name: str, number: int) -> None:
        self._plan.acknowledged.write(name, number)
        self._reach()

    def _generate(self, session_id: str) -> None:
        with self._store.begin() as transaction:
            if transaction.claim(session_id) is None:
                return
        self._reach()
        with self._store.begin() as transaction:
            held = transaction.get(session_id)
            if held is None or held.session.phase is not Phase.GENERATING:
                return
            version = Version(1, MaskedText("완성"), {})
            held = replace(held, session=replace(held.session, phase=Phase.DONE, versions=(version,)))
            transaction.save(held)
            batch = transaction.send(held, [ShowPrompt(version, ())])
        self._reach()
        self._deliver(batch)

    def _deliver(self, batch: Sequence[Outgoing]) -> None:
        sessions: dict[str, list[Outgoing]] = {}
        for outgoing in batch:
            sessions.setdefault(outgoing.session, []).append(outgoing)
        for session_id, theirs in sessions.items():
            for outgoing in theirs:
                what = "prompt" if isinstance(outgoing.reply, ShowPrompt) else _number_of(outgoing.reply)
                self._plan.delivered.write(outgoing.id, outgoing.session, what)
                self._reach()
            waiting = self._store.mark_sent({outgoing.id: "1" for outgoing in theirs})
            self._reach()
            if session_id in waiting:
                self._deliver(self._store.unsent("slack", session_id))


def work(plan: Plan, fatal_point: int = 0) -> None:
    """Run one process, which kills itself at its n-th point if it is told to."""
    points = 0

    def reach(*_: object) -> None:
        nonlocal points
        points += 1
        if points == fatal_point:
            os.kill(os.getpid(), signal.SIGKILL)

    store = open_store(plan.folder, plan.url, clock=lambda: time.time() * HASTE)
    on.listen(store._engine, "before_cursor_execute", reach)
    on.listen(store._engine, "commit", reach)
    worker = JobRunner(plan, store, reach)
    while True:
        try:
            worker.run()
            break
        except ServiceError:  # several of them were after the same thing: the platform delivers again
            time.sleep(0.01)
    store.close()


def _answered(held: StoredSession, events: int) -> StoredSession:
    """Count one more event, in the session and in the vault."""
    count = len(held.vault.entries) + 1
    answers = {Key.PURPOSE: Answer(MaskedText(count))}
    phase = Phase.GENERATING if count == events else Phase.ASKING
    entry = VaultEntry(f"{{이름{count}}}", EntityType.PERSON, RawText(f"{held.session.id}-{count}"))
    return replace(held, session=replace(held.session, answers=answers, phase=phase), vault=held.vault.add(entry))


def _replies(number: int) -> list[Reply]:
    return [Tell("first", {"event": number, "part": 0}), Tell("second", {"event": number, "part": 1})]


def _number_of(reply: Reply) -> str:
    assert isinstance(reply, Tell)
    return f"{reply.details['event']}.{reply.details['part']}"
