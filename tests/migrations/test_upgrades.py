"""A database of every earlier revision, with a row in each of its tables, opens, and what people left goes on.

`content/` holds sessions as programs wrote them, two that are finished and one of each phase in which an interview can
be left: never renew these files, add to them.
"""

import asyncio
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from cryptography.fernet import Fernet
from sqlalchemy import Connection, MetaData, create_engine, insert, make_url

from bots.slack.oauth import Installations, States
from core.adapters.store.cipher import Cipher
from core.adapters.store.engine import make_engine
from core.adapters.store.open_store import open_store
from core.adapters.store.schema import config
from core.adapters.store.store import SqlStore
from core.conversation.questions import Key
from core.conversation.session import Phase, Session
from core.errors import DatabaseError
from core.messages import Incoming, Place, Typed
from core.privacy.text import RawText
from core.usecases.chat import Chat
from core.usecases.generation import Generation
from core.values.locale import Locale
from tests.core.adapters.store.databases import POSTGRESQL_URL, Database, postgresql_database
from tests.fakes.detector import FakeDetector

pytestmark = pytest.mark.slow

_STATES: Final = {
    file.stem: file.read_text("utf-8").replace('"id": "s1"', f'"id": "{file.stem}"', 1)
    for file in sorted((Path(__file__).parent / "content").glob("*.json"))
}
_PHASES: Final = {name: Phase(json.loads(state)["phase"]) for name, state in _STATES.items()}
_FINISHED: Final = ("finished", "finished_early")
_TOKEN: Final = "xoxb-invented"
_NEXT: Final = {
    "new": ("주간 보고서를 요약해줘", Phase.ASKING),
    "asking": ("표로 해줘", Phase.ASKING),
    "gaps": ("건너뛰기", Phase.SUMMARY),
    "summary": ("만들기", Phase.GENERATING),
    "confirming": ("아니요", Phase.SUMMARY),
    "restoring": ("{이름1}님께 드립니다.", Phase.DONE),
    "finished": ("더 짧게", Phase.GENERATING),
}
"""What a person says next, and where the interview then stands."""
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


@pytest.fixture(params=_revisions())
def upgraded(request: pytest.FixtureRequest, database: Database) -> Iterator[tuple[SqlStore, Collection[str]]]:
    """A store that was of a revision, and the names of the tables that were there."""
    tables = fill(database, request.param)
    store = open_store(database.folder, database.url, KEY, clock=lambda: _NOW)
    yield store, tables
    store.close()


def test_what_people_left_is_there_after_the_upgrade(upgraded: tuple[SqlStore, Collection[str]]) -> None:
    store, tables = upgraded
    with store.begin() as transaction:
        for name, phase in _PHASES.items():
            held = transaction.get(name)
            assert held is not None
            assert held.session.phase is phase
            assert [(entry.label, entry.value) for entry in held.vault] == [("{이름1}", RawText("윤가람빛"))]
            assert held.vault.reserved == {"{이름2}"}
            if name in _FINISHED:
                assert held.session.versions[0].prompt.startswith("[역할] 총무 담당자")
            transaction.save(held)  # it goes on
        assert not transaction.remember("Ev1", "slack")
        assert transaction.wants_questions("U1", "slack", "T1") is ("preference" not in tables)
        assert transaction.ask_consent("U1", "slack", "T1") is ("consent" not in tables)
        saved = [(entry.name, entry.prompt, entry.tags) for entry in transaction.entries("U1", _place("finished"))]
    assert saved == ([("월례 결산", "[작업] 요약한다.", ("보고",))] if "kept_prompt" in tables else [])
    assert len(store.unsent("slack")) == len(_STATES)
    taken = [(each.kind, each.payload.reveal(), each.attempts) for each in store.inbox.take("slack")]
    assert taken == ([("press", "눌렀다", 2)] if "inbox" in tables else [])
    exported = str(store.export("U1", "slack"))
    assert "윤가람빛" in exported
    assert ("월례 결산" in exported) is ("kept_prompt" in tables)


def test_figures_and_installations_are_there_after_the_upgrade(upgraded: tuple[SqlStore, Collection[str]]) -> None:
    store, tables = upgraded
    assert store.votes() == ({"ours": 1} if "compared" in tables else {})
    assert [(figure.task_type, times) for figure, times in store.figures()] == (
        [("writing", 7)] if "feedback_figure" in tables else []
    )
    assert [(outcome.detail, times) for outcome, times in store.outcomes()] == (
        [("audience", 5)] if "outcome_figure" in tables else []
    )
    consented = {held.session.id for held in store.consented()}
    assert (set(_FINISHED) <= consented) is ("consent" in tables)
    if "slack_installations" in tables:
        oauth = Installations(store, "client").store
        found = oauth.find_installation(enterprise_id=None, team_id="T1")
        bot = oauth.find_bot(enterprise_id=None, team_id="T1")
        assert found is not None
        assert bot is not None
        assert (found.bot_token, bot.bot_token) == (_TOKEN, _TOKEN)
        assert States(store.engine).store.consume("agreed")


def test_interviews_that_were_left_go_on_after_the_upgrade(upgraded: tuple[SqlStore, Collection[str]]) -> None:
    store, _ = upgraded
    assert store.abandoned("slack") == ["generating"]
    asyncio.run(Generation(store).run("generating"))
    assert _session(store, "generating").phase is Phase.DONE
    store.mark_sent({outgoing.id: "1" for outgoing in store.unsent("slack")})  # what is said next waits behind it
    chat = Chat(FakeDetector(), store, lambda: "another", asks_gaps=True)
    for name, (text, phase) in _NEXT.items():
        before = _session(store, name)
        said = Incoming(f"Ev {name}", _place(name), "U1", Locale.KO, Typed(RawText(text)), name)
        deliveries = chat.handle(said).deliveries
        assert deliveries
        after = _session(store, name)
        assert (name, after.phase) == (name, phase)
        assert after != before
        if name == "restoring":
            assert [each.revealed.restored for each in deliveries] == [RawText("윤가람빛님께 드립니다.")]
    assert _session(store, "asking").answers[Key.FORM].choice == "table"


def _session(store: SqlStore, name: str) -> Session:
    with store.begin() as transaction:
        held = transaction.get(name)
    assert held is not None
    return held.session


def _place(name: str) -> Place:
    return Place("slack", "T1", "C1", f"17.{name}", private=False)


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


def fill(database: Database, revision: str) -> Collection[str]:
    """Make a database of a revision, put in what a program of that time would have, and return its tables."""
    engine = make_engine(make_url(database.url or f"sqlite:///{database.file}"), lock_wait_s=10)
    with engine.begin() as connection:
        command.upgrade(config(connection), revision)
    with engine.begin() as connection:
        known = MetaData()
        known.reflect(connection)
        filled = set(known.tables) & {row.table for row in _rows(Cipher([KEY])) if _insert(connection, known, row)}
    engine.dispose()
    assert filled == set(known.tables) - {"alembic_version"}, "a table has no row here"
    return filled


def _insert(connection: Connection, known: MetaData, row: _Row) -> bool:
    """Insert a row into a table of the revision, if it has that, with those of the values for which it has columns."""
    if row.table not in known.tables:
        return False
    table = known.tables[row.table]
    connection.execute(insert(table).values({name: value for name, value in row.values.items() if name in table.c}))
    return True


def _rows(cipher: Cipher) -> Iterator[_Row]:
    yield _Row("event", {"platform": "slack", "id": "Ev1", "seen_at": _NOW})
    yield _Row("vault_check", {"id": 1, "secret": cipher.check()})
    person = {"platform": "slack", "workspace": "T1", "person": "U1"}
    times = {"started_at": _NOW, "touched_at": _NOW, "leased_until": 0.0}
    later = {"attempts": 0, "guest": False, "beneath": "", "version": 3, "reserved": '["{이름2}"]'}
    for number, (name, state) in enumerate(_STATES.items(), 1):
        place = {"channel": "C1", "thread": _place(name).thread, "private": False, "phase": str(_PHASES[name])}
        session = {"number": number, "id": name, "state": state}
        yield _Row("session", {**person, **place, **times, **later, **session})
        secret = cipher.seal(RawText("윤가람빛"))
        entry = {"label": "{이름1}", "position": 0, "type": "PERSON", "kept": False, "secret": secret}
        yield _Row("vault_entry", {"session_number": number, **entry})
        reply = {"kind": "Greet", "reply": '{"_type":"Greet"}', "queued_at": _NOW, "leased_until": 0.0}
        yield _Row("outgoing", {"session_number": number, **reply})
    yield from _rows_of_a_person(cipher, person)
    yield from _rows_of_nobody()
    yield from _rows_of_slack(cipher)


def _rows_of_a_person(cipher: Cipher, person: Mapping[str, str]) -> Iterator[_Row]:
    yield _Row("consent", {**person, "consent": "given", "said_at": _NOW})
    yield _Row("preference", {**person, "questions": False, "said_at": _NOW})
    yield _Row("person_key", {**person, "secret": cipher.make_key(), "used_at": _NOW})
    saved = {"name": "월례 결산", "prompt": "[작업] 요약한다.", "tags": '["보고"]', "favourite": True, "team": "T1"}
    yield _Row("kept_prompt", {**person, **saved, "kept_at": _NOW})
    leased = {"received_at": _NOW, "leased_until": 0.0, "attempts": 1}
    yield _Row("inbox", {**person, "id": "in1", "kind": "press", "payload": cipher.seal(RawText("눌렀다")), **leased})


def _rows_of_nobody() -> Iterator[_Row]:
    counts = {"kept": 2, "looked_at": 3, "chars": 400, "tokens": 200, "first_words": 0.5, "seconds": 9.0}
    arm = {"session_number": 1, "number": 1, "position": 0, "arm": "ours", "model": "m", "chosen": True}
    yield _Row("compared", {**arm, **counts})
    rating = {"rating": "good", "reason": "", "task_type": "writing", "variant": "full", "locale": "ko"}
    yield _Row("feedback_figure", {**rating, "by_model": False, "times": 7})
    yield _Row("outcome_figure", {"choice": "gap", "intent": "i", "detail": "audience", "result": "left", "times": 5})
    yield _Row("clock", {"id": 1, "seen_at": _NOW, "doubted_since": None, "pruned_to": 0.0})
    process = {"platform": "slack", "id": "p1", "address": "", "shards": "[]", "leased_until": _NOW}
    yield _Row("bot_process", process)
    yield _Row("allowance", {"id": b"digest", "available": 3.0, "filled_at": _NOW})


def _rows_of_slack(cipher: Cipher) -> Iterator[_Row]:
    token = cipher.seal(RawText(_TOKEN))
    assert token is not None
    whose = {"client_id": "client", "app_id": "A1", "team_id": "T1", "bot_id": "B1", "bot_user_id": "UB"}
    whose |= {"bot_token": token.decode()}
    installed = {"is_enterprise_install": False, "installed_at": datetime(2026, 1, 1)}  # noqa: DTZ001 - as slack_sdk has it
    yield _Row("slack_bots", {**whose, **installed})
    yield _Row("slack_installations", {**whose, **installed, "user_id": "U1"})
    soon = datetime.now(UTC).replace(tzinfo=None) + timedelta(hours=1)
    yield _Row("slack_oauth_states", {"state": "agreed", "expire_at": soon})
