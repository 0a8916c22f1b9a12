"""The bot with the least of PostgreSQL's privileges: it does all its work, and can change no table."""

import re
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import ProgrammingError

from core.adapters.store.engine import make_engine
from core.adapters.store.open_store import open_store
from core.adapters.store.schema import upgrade
from core.adapters.store.store import SqlStore
from core.conversation.replies import Greet
from tests.core.adapters.store.conversations import generating
from tests.core.adapters.store.databases import Database
from tests.core.adapters.store.test_third_party_tables import encrypt_columns, installed

pytestmark = pytest.mark.postgresql

_ROLES = Path(__file__).parents[4] / "bots/examples/postgresql-roles.sql"


@dataclass
class Roles:
    """A database with two roles of its own, made by the example."""

    database: Database
    owner: str
    runner: str

    def url(self, role: str) -> str:
        return make_url(self.database.url or "").set(username=role).render_as_string(hide_password=False)

    def apply(self) -> None:
        """Run the example as it is, but for the names of the roles, which all databases of a server share."""
        script = re.sub(r"\bpromptgen_owner\b", self.owner, _ROLES.read_text())
        script = re.sub(r"\bpromptgen\b", self.runner, script)
        address = (self.database.url or "").replace("+psycopg", "")
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(script.encode())


@pytest.fixture
def roles(postgresql: Database) -> Iterator[Roles]:
    mark = uuid4().hex[:12]
    made = Roles(postgresql, f"owner_{mark}", f"runner_{mark}")
    made.apply()
    yield made
    engine = create_engine(postgresql.url or "", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for role in (made.owner, made.runner):
            connection.execute(text(f"DROP OWNED BY {role}"))
            connection.execute(text(f"DROP ROLE {role}"))
    engine.dispose()


def work(roles: Roles) -> None:
    """Do all that a bot does, as the role that runs it."""
    with closing(open_store(roles.database.folder, roles.url(roles.runner), clock=time.time)) as store:
        use(store)


def use(store: SqlStore) -> None:
    with store.begin() as transaction:
        assert transaction.remember(f"Ev{uuid4()}", "slack")
        held = generating()
        transaction.save(held)
        (outgoing,) = transaction.send(held, [Greet()])
    assert store.is_current()
    store.mark_sent({outgoing.id: "1.1"})
    assert store.export("U1", "slack")["sessions"]
    encrypt_columns(store)[0].save(installed("T1"))
    store.rotate_keys()
    store.purge(30)
    with store.begin() as transaction:
        assert transaction.forget("U1", "slack") == 1


def refused(url: str, statement: str) -> bool:
    engine = create_engine(url)
    try:
        with engine.begin() as connection:
            connection.execute(text(statement))
    except ProgrammingError as error:
        return getattr(error.orig, "sqlstate", "") == "42501"  # insufficient privilege
    finally:
        engine.dispose()
    return False


@pytest.mark.parametrize("filled", [False, True], ids=["from the start", "in a database that is there"])
def test_the_bot_works_and_can_change_no_table(roles: Roles, filled: bool) -> None:  # noqa: FBT001 - a row
    if filled:
        open_store(roles.database.folder, roles.database.url, clock=time.time).close()
        roles.apply()
    owner = make_engine(make_url(roles.url(roles.owner)), lock_wait_s=10)
    upgrade(owner)
    owner.dispose()
    work(roles)
    runner = roles.url(roles.runner)
    for statement in (
        "CREATE TABLE mine (id int)",
        "DROP TABLE vault_entry",
        "ALTER TABLE session ADD COLUMN more text",
        "TRUNCATE session",
        "CREATE ROLE another",
        "COPY session TO PROGRAM 'cat'",
        "CREATE SCHEMA mine",
    ):
        assert refused(runner, statement), statement


def test_the_example_can_be_run_again(roles: Roles) -> None:
    roles.apply()
