"""The tables of the bot itself, in which nothing of people stands."""

from typing import ClassVar

from sqlalchemy import Double, Integer, LargeBinary, text
from sqlmodel import Field

from core.adapters.store.table_declaration import Data, Owner
from core.adapters.store.table_row import TableRow


class VaultCheckRow(TableRow, table=True):
    """One known value, encrypted: only the right key opens it. `by_person`: all values lie under their person's key."""

    __tablename__ = "vault_check"
    data: ClassVar[Data] = Data(Owner.NOBODY)
    id: int = Field(default=1, primary_key=True, sa_type=Integer)
    secret: bytes = Field(sa_type=LargeBinary)
    by_person: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})


class ClockRow(TableRow, table=True):
    """The time that has been seen to pass, since when, by the clock, the clock is doubted to be right.

    `pruned_to` is up to which last change of an interview its old replies were pruned.
    """

    __tablename__ = "clock"
    data: ClassVar[Data] = Data(Owner.NOBODY)
    id: int = Field(default=1, primary_key=True, sa_type=Integer)
    seen_at: float = Field(sa_type=Double)
    doubted_since: float | None = Field(default=None, sa_type=Double)
    pruned_to: float = Field(default=0, sa_type=Double, sa_column_kwargs={"server_default": text("0")})


class ProcessRow(TableRow, table=True):
    """A process of the bot; `shards` is a JSON list, and who has not renewed the lease does not live any more."""

    __tablename__ = "bot_process"
    data: ClassVar[Data] = Data(Owner.NOBODY, age="leased_until", days=1)
    platform: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    address: str
    shards: str
    leased_until: float = Field(sa_type=Double)


class RateLimitRow(TableRow, table=True):
    """What was left of a limit at a time; the id is a digest that only the vault's key makes, and names nobody."""

    __tablename__ = "allowance"
    data: ClassVar[Data] = Data(Owner.NOBODY, age="filled_at", days=1)
    id: bytes = Field(primary_key=True, sa_type=LargeBinary)
    available: float = Field(sa_type=Double)
    filled_at: float = Field(sa_type=Double)
