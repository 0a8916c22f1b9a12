"""Every table declares whose data it holds; forgetting, purging, exporting and scrubbing ask nothing else."""

import itertools
from collections.abc import Iterator
from typing import Any, ClassVar

import pytest
from sqlalchemy import Double, LargeBinary, func, insert, select
from sqlmodel import Field, col

from core.adapters.store import declared_tables
from core.adapters.store.store import SqlStore
from core.adapters.store.table_declaration import Data, Owner, Shape, iso
from core.adapters.store.tables import SavedPromptRow, SessionRow, TableRow, VaultEntryRow
from core.privacy.text import RawText
from tests.fakes.clock import Clock

_DAY = 86_400
_EVERY = [table for owner in Owner for table in declared_tables.tables(owner)]


def names(shape: Shape) -> Iterator[str]:
    """Yield the columns that a shape reads."""
    if isinstance(shape, str | tuple):
        yield shape if isinstance(shape, str) else shape[0]
    else:
        yield from itertools.chain.from_iterable(map(names, shape.values()))


def flaws(table: type[TableRow]) -> list[str]:
    """Return what a declaration says that the table cannot hold to."""
    data, columns = table.data, TableRow.metadata.tables[str(table.__tablename__)].c
    wanted = {name for name in (data.age, data.channel, data.shared_with, data.only_to, data.order) if name}
    wanted |= {*names(data.shape)}
    wanted |= {"platform", "workspace", "person"} if data.owner is Owner.PERSON else set()
    wanted |= {"session_number"} if data.owner is Owner.SESSION else set()
    found = [f"no column {name}" for name in sorted(wanted - set(columns.keys()))]
    if data.owner is Owner.NOBODY and "person" in columns:
        found.append("names a person")
    if data.owner is Owner.SESSION and "session_number" in columns:
        keys = columns["session_number"].foreign_keys
        found += [] if {key.ondelete for key in keys} == {"CASCADE"} else ["does not go with its session"]
    if data.owner is not Owner.NOBODY and bool(data.section) == bool(data.why_not_exported):
        found.append("is neither exported nor says why not")
    return found


def test_every_table_is_declared_and_can_hold_to_it() -> None:
    assert {str(table.__tablename__) for table in _EVERY} == set(TableRow.metadata.tables)
    assert {str(table.__tablename__): flaws(table) for table in _EVERY if flaws(table)} == {}


def test_a_table_without_a_declaration_cannot_be_defined() -> None:
    with pytest.raises(TypeError, match="UndeclaredRow does not declare"):

        class UndeclaredRow(TableRow, table=True):
            __tablename__ = "undeclared"
            id: int = Field(primary_key=True)

    assert "undeclared" not in TableRow.metadata.tables


@pytest.fixture
def note_table(store: SqlStore) -> Iterator[type[TableRow]]:
    """Make a new table of people's data, as somebody would who adds one."""

    class NoteRow(TableRow, table=True):
        __tablename__ = "note"
        data: ClassVar[Data] = Data(
            Owner.PERSON, age="written_at", section="notes", shape={"at": ("written_at", iso), "text": "secret"}
        )
        id: int = Field(primary_key=True)
        platform: str
        workspace: str
        person: str
        secret: bytes = Field(sa_type=LargeBinary)
        written_at: float = Field(sa_type=Double)

    table = TableRow.metadata.tables["note"]
    table.create(store.engine)
    yield NoteRow
    TableRow.metadata.remove(table)


# SQLAlchemy knows the table of the run before, which went with its end.
@pytest.mark.filterwarnings("ignore:This declarative base already contains:sqlalchemy.exc.SAWarning")
def test_a_new_table_is_forgotten_purged_exported_and_scrubbed_by_its_declaration_alone(
    store: SqlStore, note_table: type[TableRow], clock: Clock
) -> None:
    def add(number: int, person: str, workspace: str) -> None:
        sealed = store._cipher.seal(RawText("010-2345-6789"))
        where = {"id": number, "platform": "slack", "workspace": workspace, "person": person}
        with store._connected() as connection:
            connection.execute(insert(note_table).values(**where, secret=sealed, written_at=clock.now))

    def left() -> int:
        with store._connected() as connection:
            return connection.execute(select(func.count()).select_from(note_table)).scalar_one()

    assert flaws(note_table) == []
    assert "note" in declared_tables.personal_tables()
    for number, (person, workspace) in enumerate([("U1", "T1"), ("U1", "T2"), ("U2", "T1"), ("U3", "T3")]):
        add(number, person, workspace)
    assert store.export("U1", "slack", "T2")["notes"] == [{"at": iso(clock.now), "text": "010-2345-6789"}]
    with store.begin() as transaction:
        transaction.forget("U1", "slack")
    assert left() == 2
    store.forget_workspace("slack", "T1", "C1")
    assert left() == 2
    store.forget_workspace("slack", "T1")
    assert left() == 1
    clock.now += 31 * _DAY
    store.purge(30)
    assert left() == 0


@pytest.mark.parametrize(
    ("table", "data", "flaw"),
    [
        (VaultEntryRow, Data(Owner.PERSON, section="x"), "no column person"),
        (SavedPromptRow, Data(Owner.NOBODY), "names a person"),
        (SavedPromptRow, Data(Owner.PERSON), "is neither exported nor says why not"),
        (SavedPromptRow, Data(Owner.PERSON, age="gone_at", section="x"), "no column gone_at"),
        (SessionRow, Data(Owner.SESSION, section="x"), "no column session_number"),
    ],
)
def test_a_wrong_declaration_is_seen(
    table: type[TableRow], data: Data, flaw: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "data", data)
    assert flaw in flaws(table)


def test_nothing_of_a_person_is_left_in_any_table(store: SqlStore) -> None:
    """Fill every table that holds people's data with made-up rows, whatever its columns, and forget the person."""
    with store._connected() as connection:
        for table in (*declared_tables.tables(Owner.PERSON), *declared_tables.tables(Owner.SESSION)):
            connection.execute(insert(table).values(made_up(table)))
    with store.begin() as transaction:
        assert transaction.forget("U1", "slack", "T1") == 1
    with store._connected() as connection:
        counts = {
            name: connection.execute(select(func.count()).select_from(TableRow.metadata.tables[name])).scalar_one()
            for name in declared_tables.personal_tables()
        }
    assert {name for name, count in counts.items() if count} == {"inbox"}, "the messages of the bot's to delete"


def made_up(table: type[TableRow]) -> dict[str, Any]:
    """Return a row of a table: of one person in one workspace."""
    known = {"platform": "slack", "workspace": "T1", "person": "U1", "session_number": 1, "number": 1}
    kinds: dict[type, object] = {bytes: b"x", bool: False, int: 1, float: 1.0}
    columns = TableRow.metadata.tables[str(table.__tablename__)].c
    return {column.name: known.get(column.name, kinds.get(column.type.python_type, "x")) for column in columns}


def test_a_channel_that_leaves_ends_the_sharing_with_it_alone(store: SqlStore) -> None:
    def keep(number: int, team: str) -> None:
        with store._connected() as connection:
            connection.execute(
                insert(SavedPromptRow).values({**made_up(SavedPromptRow), "number": number, "team": team})
            )

    keep(1, "C1")
    keep(2, "C2")
    store.forget_workspace("slack", "T1", "C1")
    with store._connected() as connection:
        assert connection.execute(
            select(col(SavedPromptRow.team)).order_by(col(SavedPromptRow.number))
        ).scalars().all() == ["", "C2"]
