"""A bot process is killed with SIGKILL, for real; `python -m tests.crash` does it many more times."""

import pytest

from tests.core.adapters.store.crash_worker import Plan
from tests.core.adapters.store.crashes import check, kill_at_points, kill_at_random
from tests.core.adapters.store.databases import Database


@pytest.mark.parametrize("first", [1, 11, 21])
def test_killed_at_points_of_the_path(sqlite: Database, first: int) -> None:
    assert kill_at_points(sqlite, first, step=30) >= 2


def test_killed_at_random_moments(database: Database) -> None:
    plan = Plan(database.folder, database.url, conversations=6, events=6)
    assert kill_at_random(plan, kills=8, processes=1 if database.is_sqlite else 3, seed=7) > 0
    check(plan)
