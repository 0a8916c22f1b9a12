"""What a connection to PostgreSQL leaves in its session: nothing, so that a pooler may hand it to anybody."""

import time
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, make_url, text

from core.adapters.store.db_errors import map_db_errors
from core.adapters.store.engine import close_engine, make_engine
from core.errors import StoreUnavailable
from tests.core.adapters.store.databases import POSTGRESQL_URL

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.skipif(not POSTGRESQL_URL, reason="PROMPTGEN_TEST_POSTGRESQL_URL is not set"),
]


@pytest.fixture
def engine() -> Iterator[Engine]:
    made = make_engine(make_url(POSTGRESQL_URL), lock_wait_s=7)
    yield made
    made.dispose()


def setting(engine: Engine, name: str) -> list[str]:
    """Return what a setting is within a transaction, and what it is for whoever gets the session next."""
    with engine.connect() as connection:
        within = connection.execute(text(f"SHOW {name}")).scalar_one()
        driver = connection.connection.driver_connection
        connection.commit()
        assert driver is not None
        after = driver.execute(f"SHOW {name}").fetchone()[0]
        driver.rollback()
    return [within, after]


def test_waits_are_bounded_within_a_transaction_alone(engine: Engine) -> None:
    assert setting(engine, "lock_timeout") == ["7s", "0"]
    assert setting(engine, "idle_in_transaction_session_timeout") == ["42s", "0"]


def test_who_sleeps_in_a_transaction_is_shown_out_and_may_come_again(engine: Engine) -> None:
    with pytest.raises(StoreUnavailable):
        sleep_within(engine)
    with engine.begin() as connection:
        assert connection.execute(text("SELECT 1")).scalar_one() == 1


def sleep_within(engine: Engine) -> None:
    """Begin a transaction, and go on with it when it is over."""
    with map_db_errors(), engine.begin() as connection:
        connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 50"))
        time.sleep(0.5)
        connection.execute(text("SELECT 1"))


def test_nothing_is_prepared_for_later(engine: Engine) -> None:
    with engine.connect() as connection:
        for _ in range(20):
            connection.execute(text("SELECT :n + 1"), {"n": 1}).all()
        assert connection.execute(text("SELECT count(*) FROM pg_prepared_statements")).scalar() == 0


def test_what_runs_outside_transactions_is_left_so(engine: Engine) -> None:
    alone = engine.execution_options(isolation_level="AUTOCOMMIT")
    with alone.connect() as connection:
        connection.execute(text("VACUUM"))


def test_a_connection_at_work_is_closed_when_it_comes_back(engine: Engine) -> None:
    with engine.connect() as connection:
        close_engine(engine)
        assert connection.execute(text("SELECT 1")).scalar_one() == 1
        driver = connection.connection.driver_connection
        assert driver is not None
    assert driver.closed
