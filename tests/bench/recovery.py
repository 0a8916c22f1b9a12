"""How soon what a dead process left is taken up: `python -m tests.bench.recovery [INTERVIEWS]`.

Once so many open interviews with an undelivered reply each, on a platform that takes 0.1 s for a message; and, where
`PROMPTGEN_TEST_POSTGRESQL_URL` names a server, how long a second process waits for the leases of one that was killed.
"""

import asyncio
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Final

from bots.relay import Relay
from core.adapters.store.open_store import open_store
from core.adapters.store.store import SqlStore
from core.conversation.questions import Key
from core.conversation.replies import Ask
from core.conversation.session import Phase
from core.messages import Outgoing, Revealed
from core.usecases.chat import Chat
from core.usecases.generation import Generation
from tests.core.adapters.store.conversations import generating, place
from tests.core.adapters.store.databases import POSTGRESQL_URL, Database, postgresql_database
from tests.fakes.detector import FakeDetector

_MESSAGE_S: Final = 0.1
_WORKSPACES: Final = (1, 100)


class _Platform:
    """Takes 0.1 s for each message."""

    def __init__(self) -> None:
        self.shown: list[int] = []

    async def send(self, outgoing: Outgoing, _revealed: Revealed) -> str:
        await asyncio.sleep(_MESSAGE_S)
        self.shown.append(outgoing.id)
        return str(outgoing.id)


def main(interviews: int) -> None:
    """Print one line a figure."""
    for kind in ("sqlite", "postgresql"):
        if kind == "sqlite" or POSTGRESQL_URL:
            with ExitStack() as stack:
                folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
                database = Database(folder) if kind == "sqlite" else stack.enter_context(postgresql_database(folder))
                for workspaces in _WORKSPACES:
                    asyncio.run(_recover(kind, database, interviews, workspaces))
                if kind == "postgresql":
                    asyncio.run(_take_over(database))


async def _recover(kind: str, database: Database, interviews: int, workspaces: int) -> None:
    long_ago = open_store(database.folder, database.url, clock=lambda: time.time() - 3600)
    for number in range(interviews):
        _leave(long_ago, f"{workspaces}-{number}", f"T{number % workspaces}")
    long_ago.close()
    store = open_store(database.folder, database.url, clock=time.time)
    platform = _Platform()
    relay = Relay("slack", Chat(FakeDetector(), store, lambda: ""), Generation(store), platform)
    began = time.perf_counter()
    await relay.resend_pending()
    took = time.perf_counter() - began
    assert len(platform.shown) == len(set(platform.shown))
    _say(f"{kind}, {workspaces} workspace(s): {len(platform.shown)} of {interviews} interviews in {took:.1f} s")
    store.close()


async def _take_over(database: Database) -> None:
    """Let another process have just leased a reply, as one does that is killed while it delivers."""
    store = open_store(database.folder, database.url, clock=time.time)
    platform = _Platform()
    relay = Relay("slack", Chat(FakeDetector(), store, lambda: ""), Generation(store), platform)
    watching = asyncio.create_task(relay.resend_loop())
    waits = []
    for number in range(3):
        _leave(store, f"d{number}")
        began = time.perf_counter()
        while len(platform.shown) == number:  # noqa: ASYNC110 - a platform rings no bell
            await asyncio.sleep(0.05)
        waits.append(time.perf_counter() - began)
    watching.cancel()
    shown = " ".join(f"{seconds:.1f}" for seconds in waits)
    _say(f"postgresql: what a killed process was delivering is delivered by another after {shown} s")
    store.close()


def _leave(store: SqlStore, session: str, workspace: str = "T0") -> None:
    held = generating(session, at=place(session, workspace=workspace))
    held = replace(held, session=replace(held.session, phase=Phase.ASKING))
    with store.begin() as transaction:
        transaction.save(held)
        transaction.send(held, [Ask(Key.FORM, 3)])


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
