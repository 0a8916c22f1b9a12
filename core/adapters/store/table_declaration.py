"""What a table declares of its rows: whose data they hold, how long they stay, and how they are exported.

`declared_tables.py` finds the tables by these; forgetting, purging, exporting and scrubbing follow from them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from typing import Any

Shape = str | tuple[str, Callable[[Any], object]] | Mapping[str, "Shape"]
"""How a row is exported: a column as it is, opened where it is sealed; what a function makes of it; parts by name."""


class Owner(Enum):
    """Whose data a row holds."""

    PERSON = "person"
    """The person's whom its columns `platform`, `workspace` and `person` name."""
    SESSION = "session"
    """The person's whose session its column `session_number` refers to; the database deletes it with that session."""
    NOBODY = "nobody"
    """Nobody's: it names no person and no text of one."""


@dataclass(frozen=True, slots=True)
class Data:
    """What a table declares; the strings name columns of it, and are empty where there is none."""

    owner: Owner
    age: str = ""
    """By which time, in Unix seconds, a row is purged; without one it stays until its owner deletes it."""
    days: float = 0
    """After how many days of that time a row goes at the latest; 0 leaves it to the retention time alone."""
    stays_with_sessions: bool = False
    """Whether an old row stays for as long as its person has a session in that workspace."""
    channel: str = ""
    """Which channel a row belongs to: it goes when that channel wants no bot any more."""
    shared_with: str = ""
    """Which channel a row is shared with: only the sharing ends then."""
    only_to: str = ""
    """Which person besides the owner a row tells something: it goes when they are forgotten."""
    section: str = ""
    """Under which name the rows stand in the export of a person, or of a session."""
    shape: Mapping[str, Shape] = field(default_factory=dict)
    """How a row stands there."""
    order: str = ""
    """By which column the rows are sorted there, if not by their key."""
    why_not_exported: str = ""


def iso(seconds: float) -> str:
    """Return a time of the database as it stands in an export."""
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def as_they_are(columns: str) -> Mapping[str, Shape]:
    """Return the shape of columns, with blanks between their names, that an export holds as the database does."""
    return {name: name for name in columns.split()}
