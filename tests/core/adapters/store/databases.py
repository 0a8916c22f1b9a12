"""Databases to test on: fresh ones, gone afterwards."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from sqlalchemy import Engine, TextClause, create_engine, make_url, text

from core.adapters.store.engine import make_engine
from core.adapters.store.schema import upgrade

POSTGRESQL_URL = os.environ.get("PROMPTGEN_TEST_POSTGRESQL_URL", "")


@dataclass(frozen=True, slots=True)
class Database:
    """A data folder and a database's address, as the settings would name them."""

    folder: Path
    url: str | None = None

    @property
    def is_sqlite(self) -> bool:
        return self.url is None

    @property
    def file(self) -> Path:
        return self.folder / "promptgen.db"

    def plain_engine(self) -> Engine:
        """Look at the database from outside, past the store."""
        return create_engine(self.url or f"sqlite:///{self.file}")

    async def settles(self) -> None:
        """Wait until nothing is left to be sent or carried out, after which nobody says anything more."""
        left = text(
            "SELECT (SELECT count(*) FROM outgoing WHERE sent_at IS NULL) + (SELECT count(*) FROM inbox)"
            " + (SELECT count(*) FROM session WHERE phase = 'generating')"
        )
        engine = self.plain_engine()
        try:
            async with asyncio.timeout(60):
                while await asyncio.to_thread(_scalar, engine, left):  # noqa: ASYNC110 - it happens in other processes
                    await asyncio.sleep(0.05)
        finally:
            engine.dispose()


def with_schema(folder: Path) -> Path:
    """Put an SQLite file at the newest revision into a data folder that has none, so that no migration has to run."""
    file = Database(folder).file
    if not file.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.write_bytes(_newest())
    return folder


@cache
def _newest() -> bytes:
    with TemporaryDirectory() as folder:
        database = Database(Path(folder))
        engine = make_engine(make_url(f"sqlite:///{database.file}"), 10)
        upgrade(engine)
        engine.dispose()
        return database.file.read_bytes()


def _scalar(engine: Engine, statement: TextClause) -> int:
    with engine.connect() as connection:
        return int(connection.execute(statement).scalar_one())


@contextmanager
def postgresql_database(folder: Path, template: str = "template1") -> Iterator[Database]:
    name = f"promptgen_test_{uuid4().hex}"
    server = make_url(POSTGRESQL_URL)
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    try:
        yield Database(folder, server.set(database=name).render_as_string(hide_password=False))
    finally:
        with engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        engine.dispose()
