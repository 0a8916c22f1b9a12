"""Really started processes are killed cold and at work; `make crashes` does it for longer."""

from pathlib import Path

import pytest

from tests.bots.discord.crashes import Outcome, kill_often
from tests.core.adapters.store.databases import POSTGRESQL_URL, Database, postgresql_database


def check(outcome: Outcome) -> None:
    assert outcome.lost == []
    assert outcome.doubled == []
    assert outcome.answers > 0


@pytest.mark.timeout(400)
async def test_no_answer_is_lost_or_taken_twice(tmp_path: Path) -> None:
    check(await kill_often(Database(tmp_path), kills=2, people=4))


@pytest.mark.timeout(400)
@pytest.mark.postgresql
async def test_nor_on_postgresql(tmp_path: Path) -> None:
    if not POSTGRESQL_URL:
        pytest.skip("PROMPTGEN_TEST_POSTGRESQL_URL is not set")
    with postgresql_database(tmp_path) as database:
        check(await kill_often(database, kills=2, people=4))
