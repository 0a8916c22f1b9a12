"""A database of every earlier revision, with what people left in it, opens and goes on.

`content/` holds sessions as programs wrote them: never renew these files, add to them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from cryptography.fernet import Fernet
from sqlalchemy import Connection, MetaData, create_engine, insert, make_url

from core.adapters.store.cipher import Cipher
from core.adapters.store.engine import make_engine
from core.adapters.store.open_store import open_store
from core.adapters.store.schema import config
from core.conversation.session import Phase
from core.errors import DatabaseError
from core.privacy.text import RawText
from tests.core.adapters.store.databases import POSTGRESQL_URL, Database, postgresql_database

pytestmark = pytest.mark.slow

_STATES: Final = [file.read_text("utf-8") for file in sorted((Path(__file__).parent / "content").glob("*.json"))]
_NOW: Final = 1_800_000_000.0
KEY: Final = Fernet.generate_key().decode()


def _revisions() -> list[str]:
    with create_engine("sqlite://").connect() as connection:
        script = ScriptDirectory.from_config(config(connection))
    return [revision.revision for revision in script.walk_revisions()][::-1]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        (tmp_path / "data").mkdir()
        yield Database(tmp_path / "data")
        return
    if not POSTGRESQL_URL:
        pytest.skip("PROMPTGEN_TEST_POSTGRESQL_URL is not set")
    with postgresql_database(tmp_path / "data") as made:
        yield made


@pytest.mark.parametrize("revision", _revisions())
def test_what_people_left_is_there_after_the_upgrade(database: Database, revision: str) -> None:
    fill(database, revision)
    store = open_store(database.folder, database.url, KEY, clock=lambda: _NOW)
    try:
        with store.begin() as transaction:
            for number in range(1, len(_STATES) + 1):
                held = transaction.get(f"s{number}")
                assert held is not None
                assert held.session.phase is Phase.DONE
                assert held.session.versions[0].prompt.startswith("[역할] 총무 담당자")
                assert [(entry.label, entry.value) for entry in held.vault] == [("{이름1}", RawText("윤가람빛"))]
                assert held.vault.reserved == {"{이름2}"}
                transaction.save(held)  # it goes on
            assert not transaction.remember("Ev1", "slack")
        assert len(store.unsent("slack")) == len(_STATES)
        assert "윤가람빛" in str(store.export("U1", "slack"))
    finally:
        store.close()


def test_a_newer_database_is_refused_and_left_as_it_is(database: Database) -> None:
    fill(database, _revisions()[-1])
    engine = database.plain_engine()
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999_later'")
    with pytest.raises(DatabaseError) as refused:
        open_store(database.folder, database.url, KEY, clock=lambda: _NOW)
    assert refused.value.details["reason"] == "newer"
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM session").scalar() == len(_STATES)
    engine.dispose()


@dataclass(frozen=True, slots=True)
class _Row:
    table: str
    values: Mapping[str, Any]


def fill(database: Database, revision: str) -> None:
    """Make a database of a revision, and put in what a program of that time would have."""
    engine = make_engine(make_url(database.url or f"sqlite:///{database.file}"), lock_wait_s=10)
    with engine.begin() as connection:
        command.upgrade(config(connection), revision)
    with engine.begin() as connection:
        for row in _rows(Cipher([KEY])):
            _insert(connection, row)
    engine.dispose()


def _insert(connection: Connection, row: _Row) -> None:
    """Insert a row into a table of the revision, with those of the values for which it has columns."""
    known = MetaData()
    known.reflect(connection)
    table = known.tables[row.table]
    connection.execute(insert(table).values({name: value for name, value in row.values.items() if name in table.c}))


def _rows(cipher: Cipher) -> Iterator[_Row]:
    yield _Row("event", {"platform": "slack", "id": "Ev1", "seen_at": _NOW})
    yield _Row("vault_check", {"id": 1, "secret": cipher.check()})
    place = {"platform": "slack", "workspace": "T1", "channel": "C1", "private": False, "person": "U1"}
    times = {"started_at": _NOW, "touched_at": _NOW, "leased_until": 0.0}
    later = {"attempts": 0, "guest": False, "beneath": "", "version": 3, "phase": "done", "reserved": '["{이름2}"]'}
    for number, state in enumerate(_STATES, 1):
        session = {"number": number, "id": f"s{number}", "thread": f"17{number}.0", "state": state}
        yield _Row("session", {**place, **times, **later, **session})
        secret = cipher.seal(RawText("윤가람빛"))
        entry = {"label": "{이름1}", "position": 0, "type": "PERSON", "kept": False, "secret": secret}
        yield _Row("vault_entry", {"session_number": number, **entry})
        reply = {"kind": "Greet", "reply": '{"_type":"Greet"}', "queued_at": _NOW, "leased_until": 0.0}
        yield _Row("outgoing", {"session_number": number, **reply})
