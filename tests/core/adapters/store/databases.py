"""Databases to test on: fresh ones, gone afterwards."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine, create_engine, make_url, text

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


@contextmanager
def postgresql_database(folder: Path) -> Iterator[Database]:
    name = f"promptgen_test_{uuid4().hex}"
    server = make_url(POSTGRESQL_URL)
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield Database(folder, server.set(database=name).render_as_string(hide_password=False))
    finally:
        with engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        engine.dispose()
