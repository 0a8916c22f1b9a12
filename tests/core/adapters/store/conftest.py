"""Every test that asks for a store runs on SQLite and on PostgreSQL."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import make_url

from core.adapters.store.open_store import open_store
from core.adapters.store.schema import upgrade
from core.adapters.store.store import SqlStore
from tests.core.adapters.store.databases import POSTGRESQL_URL, Database, postgresql_database, with_schema
from tests.fakes.clock import Clock

Open = Callable[..., SqlStore]


@pytest.fixture
def sqlite(tmp_path: Path) -> Database:
    return Database(tmp_path / "data")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the name of a PostgreSQL database at the newest revision, to which nobody is connected."""
    with postgresql_database(tmp_path_factory.mktemp("template")) as made:
        engine = made.plain_engine()
        upgrade(engine)
        engine.dispose()
        yield make_url(made.url or "").database or ""


@pytest.fixture
def postgresql(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Database]:
    """Give a database, at the newest revision where the test asks for an open store."""
    if not POSTGRESQL_URL:
        pytest.skip("PROMPTGEN_TEST_POSTGRESQL_URL is not set")
    template = request.getfixturevalue("template") if "store" in request.fixturenames else "template1"
    with postgresql_database(tmp_path / "data", template) as database:
        yield database


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database(request: pytest.FixtureRequest) -> Database:
    made: Database = request.getfixturevalue(request.param)
    return made


@pytest.fixture
def open_at(clock: Clock) -> Iterator[Callable[..., SqlStore]]:
    """Open stores as often as a test likes; they are closed at its end."""
    with ExitStack() as stack:

        def opened(database: Database, vault_key: str | None = None, lock_wait_s: float = 10) -> SqlStore:
            store = open_store(database.folder, database.url, vault_key, clock=clock, lock_wait_s=lock_wait_s)
            stack.callback(store.close)
            return store

        yield opened


@pytest.fixture
def open_again(database: Database, open_at: Open) -> Open:
    return partial(open_at, database)


@pytest.fixture
def store(database: Database, open_again: Open) -> SqlStore:
    if database.is_sqlite:
        with_schema(database.folder)
    return open_again()
