"""The tables, the same on SQLite and PostgreSQL; `migrations` builds them."""

import json
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Double, Index, Integer, LargeBinary, Text, text
from sqlmodel import Field

from core.adapters.store.bot_tables import ClockRow as ClockRow  # noqa: PLC0414
from core.adapters.store.bot_tables import ProcessRow as ProcessRow  # noqa: PLC0414
from core.adapters.store.bot_tables import RateLimitRow as RateLimitRow  # noqa: PLC0414 - all tables are known here
from core.adapters.store.bot_tables import VaultCheckRow as VaultCheckRow  # noqa: PLC0414
from core.adapters.store.table_declaration import Data, Owner, as_they_are, iso
from core.adapters.store.table_row import TableRow as TableRow  # noqa: PLC0414 - exported: its metadata knows what is defined here

_NUMBER = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts only INTEGER keys by itself
_UNSENT = text("sent_at IS NULL")
_GENERATING = text("phase = 'generating'")
_ADVISING = text("advising > 0")


class EventRow(TableRow, table=True):
    """An event that was taken up. It names nobody, so it may outlive the person's other rows.

    Slack sends one again for a day, and Discord's messages of a day are read again after a restart. Two more, because
    a clock that goes ahead by so much is believed (`elapsed_time.py`).
    """

    __tablename__ = "event"
    data: ClassVar[Data] = Data(Owner.NOBODY, age="seen_at", days=3)
    platform: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    seen_at: float = Field(sa_type=Double, index=True)


class InboxRow(TableRow, table=True):
    """An interaction that was acknowledged and is not yet carried out; `payload` is sealed, times in Unix seconds."""

    __tablename__ = "inbox"
    data: ClassVar[Data] = Data(
        Owner.PERSON,
        age="received_at",
        why_not_exported="it is there for the milliseconds until it is carried out, and is then in the session",
    )
    platform: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    workspace: str
    person: str
    kind: str
    payload: bytes = Field(sa_type=LargeBinary)
    received_at: float = Field(sa_type=Double)
    leased_until: float = Field(sa_type=Double)
    attempts: int = Field(sa_type=Integer)


class SessionRow(TableRow, table=True):
    """An interview: `state` is its session and `reserved` the reserved labels, both as JSON; times in Unix seconds.

    `front` orders the sessions of a place: the one with the highest is spoken of there. `beneath` is the message under
    which its owner was last active. `advising` is the number of the question about its answers that a model is to
    answer, 0 for none. `attempts` is how often somebody has set to work on a generation, or on that question.
    """

    __tablename__ = "session"
    data: ClassVar[Data] = Data(
        Owner.PERSON,
        age="touched_at",
        channel="channel",
        section="sessions",
        shape={
            "place": as_they_are("workspace channel thread private"),
            "started_at": ("started_at", iso),
            "touched_at": ("touched_at", iso),
            "session": ("state", json.loads),
        },
    )
    __table_args__: ClassVar[Any] = (
        Index(None, "platform", "workspace", "channel", "thread"),
        Index(None, "platform", "person"),
        Index("ix_session_generating", "platform", sqlite_where=_GENERATING, postgresql_where=_GENERATING),
        Index("ix_session_advising", "platform", sqlite_where=_ADVISING, postgresql_where=_ADVISING),
        # Numbers are never given out twice: they tell which of two sessions is the newer one.
        {"sqlite_autoincrement": True},
    )
    number: int = Field(default=None, primary_key=True, sa_type=_NUMBER)
    id: str = Field(unique=True)
    front: int = Field(default=0, sa_type=BigInteger, sa_column_kwargs={"server_default": text("0")})
    platform: str
    workspace: str
    channel: str
    thread: str
    private: bool
    guest: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    beneath: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    person: str
    phase: str
    advising: int = Field(default=0, sa_type=Integer, sa_column_kwargs={"server_default": text("0")})
    state: str = Field(sa_type=Text)
    reserved: str = Field(sa_type=Text)
    version: int
    started_at: float = Field(sa_type=Double)
    touched_at: float = Field(sa_type=Double, index=True)
    leased_until: float = Field(default=0, sa_type=Double)
    attempts: int = Field(default=0, sa_type=Integer, sa_column_kwargs={"server_default": text("0")})


class PersonKeyRow(TableRow, table=True):
    """The key under which a person's values lie, wrapped by the vault's; a backup is made without this table."""

    __tablename__ = "person_key"
    data: ClassVar[Data] = Data(
        Owner.PERSON,
        age="used_at",
        stays_with_sessions=True,
        why_not_exported="the values that it opens are exported",
    )
    platform: str = Field(primary_key=True)
    workspace: str = Field(primary_key=True)
    person: str = Field(primary_key=True)
    secret: bytes = Field(sa_type=LargeBinary)
    used_at: float = Field(sa_type=Double)


class VaultEntryRow(TableRow, table=True):
    """A vault entry; `secret` is the value, if there is one to restore, sealed under its person's key."""

    __tablename__ = "vault_entry"
    data: ClassVar[Data] = Data(
        Owner.SESSION,
        section="items",
        shape={**as_they_are("label type kept"), "value": "secret"},
        order="position",
    )
    session_number: int = Field(primary_key=True, sa_type=_NUMBER, foreign_key="session.number", ondelete="CASCADE")
    label: str = Field(primary_key=True)
    position: int
    type: str
    kept: bool
    secret: bytes | None = Field(default=None, sa_type=LargeBinary)


class OutgoingRow(TableRow, table=True):
    """A reply in the outbox; once it is sent, its text goes and the platform's receipt stays."""

    __tablename__ = "outgoing"
    data: ClassVar[Data] = Data(
        Owner.SESSION,
        only_to="only_to",
        section="replies",
        shape={
            "kind": "kind",
            "queued_at": ("queued_at", iso),
            "sent_at": ("sent_at", iso),
            "receipt": "receipt",
        },
    )
    __table_args__: ClassVar[Any] = (
        Index("ix_outgoing_unsent", "session_number", sqlite_where=_UNSENT, postgresql_where=_UNSENT),
        # The id makes a repeated send recognisable on the platform, so it must never name another reply.
        {"sqlite_autoincrement": True},
    )
    id: int = Field(default=None, primary_key=True, sa_type=_NUMBER)
    session_number: int = Field(sa_type=_NUMBER, foreign_key="session.number", ondelete="CASCADE", index=True)
    only_to: str | None = Field(default=None, index=True)
    kind: str
    reply: str = Field(sa_type=Text)
    queued_at: float = Field(sa_type=Double)
    leased_until: float = Field(default=0, sa_type=Double)
    sent_at: float | None = Field(default=None, sa_type=Double)
    receipt: str | None = None


class SavedPromptRow(TableRow, table=True):
    """A prompt that a person keeps, masked; `tags` is a JSON list, `team` who sees it while it is shared."""

    __tablename__ = "kept_prompt"
    data: ClassVar[Data] = Data(
        Owner.PERSON,
        shared_with="team",
        section="library",
        shape={
            "name": "name",
            "tags": ("tags", json.loads),
            "favourite": "favourite",
            "shared": ("team", bool),
            "prompt": "prompt",
        },
    )
    __table_args__: ClassVar[Any] = (
        Index(None, "platform", "person"),
        Index(None, "platform", "workspace", "team"),
        {"sqlite_autoincrement": True},
    )
    number: int = Field(default=None, primary_key=True, sa_type=_NUMBER)
    platform: str
    workspace: str
    person: str
    team: str
    name: str = Field(sa_type=Text)
    prompt: str = Field(sa_type=Text)
    tags: str = Field(sa_type=Text)
    favourite: bool
    kept_at: float = Field(sa_type=Double)


class RatingCountRow(TableRow, table=True):
    """How often a kind of prompt was rated so; it names nobody, and an empty reason is none."""

    __tablename__ = "feedback_figure"
    data: ClassVar[Data] = Data(Owner.NOBODY)
    rating: str = Field(primary_key=True)
    reason: str = Field(primary_key=True)
    task_type: str = Field(primary_key=True)
    variant: str = Field(primary_key=True)
    locale: str = Field(primary_key=True)
    by_model: bool = Field(primary_key=True)
    times: int


class OutcomeRow(TableRow, table=True):
    """How often people kept, answered or changed something of this kind; it names nobody."""

    __tablename__ = "outcome_figure"
    data: ClassVar[Data] = Data(Owner.NOBODY)
    choice: str = Field(primary_key=True)
    intent: str = Field(primary_key=True)
    detail: str = Field(primary_key=True)
    result: str = Field(primary_key=True)
    times: int


class ConsentRow(TableRow, table=True):
    """What a person has said in a workspace about training data: asked, given or withdrawn."""

    __tablename__ = "consent"
    data: ClassVar[Data] = Data(
        Owner.PERSON,
        age="said_at",
        stays_with_sessions=True,
        section="training_consent",
        shape={"workspace": "workspace", "said": "consent", "said_at": ("said_at", iso)},
    )
    platform: str = Field(primary_key=True)
    workspace: str = Field(primary_key=True)
    person: str = Field(primary_key=True)
    consent: str
    said_at: float = Field(sa_type=Double)


class PreferenceRow(TableRow, table=True):
    """What a person wants of every interview in a workspace: whether they are asked for what decides."""

    __tablename__ = "preference"
    data: ClassVar[Data] = Data(
        Owner.PERSON,
        age="said_at",
        stays_with_sessions=True,
        section="preferences",
        shape={"workspace": "workspace", "questions": "questions", "said_at": ("said_at", iso)},
    )
    platform: str = Field(primary_key=True)
    workspace: str = Field(primary_key=True)
    person: str = Field(primary_key=True)
    questions: bool
    said_at: float = Field(sa_type=Double)


class ComparedRow(TableRow, table=True):
    """The figures of one arm of a comparison that was voted on; times in seconds."""

    __tablename__ = "compared"
    data: ClassVar[Data] = Data(
        Owner.SESSION,
        section="comparisons",
        shape=as_they_are("number position arm model chosen kept looked_at chars tokens first_words seconds"),
    )
    session_number: int = Field(primary_key=True, sa_type=_NUMBER, foreign_key="session.number", ondelete="CASCADE")
    number: int = Field(primary_key=True, sa_type=Integer)
    position: int = Field(primary_key=True, sa_type=Integer)
    arm: str
    model: str
    chosen: bool
    kept: int
    looked_at: int
    chars: int
    tokens: int
    first_words: float = Field(sa_type=Double)
    seconds: float = Field(sa_type=Double)
