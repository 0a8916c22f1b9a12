"""What processes tell each other of themselves."""

from sqlalchemy import text

from core.adapters.store.store import SqlStore
from core.ports.processes import BotProcess
from tests.fakes.clock import Clock


def test_a_process_clears_away_dead_ones_of_its_own_platform_alone(store: SqlStore, clock: Clock) -> None:
    for platform in ("slack", "discord"):
        store.processes.meet(platform, BotProcess("dead"), lambda _others, _stays: ())
    clock.now += 3_600
    store.processes.meet("slack", BotProcess("alive"), lambda _others, _stays: ())
    with store.engine.connect() as connection:
        rows = connection.execute(text("SELECT platform, id FROM bot_process ORDER BY platform")).all()
    assert [tuple(row) for row in rows] == [("discord", "dead"), ("slack", "alive")]
