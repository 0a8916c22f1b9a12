"""The rows of the library."""

from typing import Any, Final

from sqlalchemy import Connection, Row, delete, insert, or_, select, update
from sqlmodel import col

from core.adapters.store.codec import dump_tags, load_tags
from core.adapters.store.tables import KeptRow
from core.messages import Place, team_of
from core.ports.library import Amendment, Change, Entry, SavedPrompt
from core.privacy.text import MaskedText

_NUMBER: Final = col(KeptRow.number)


def save(connection: Connection, kept: SavedPrompt, person: str, place: Place, now: float) -> int:
    """Add an entry and return its number."""
    values = {
        "platform": place.platform,
        "workspace": place.workspace,
        "person": person,
        "team": "",
        "name": kept.name,
        "prompt": kept.prompt,
        "tags": dump_tags(kept.tags),
        "favourite": kept.favourite,
        "kept_at": now,
    }
    return int(connection.execute(insert(KeptRow).values(values).returning(_NUMBER)).scalar_one())


def change_entry(connection: Connection, change: Change, person: str, place: Place) -> None:
    """Change or delete an entry, if it is the person's own."""
    mine = (
        col(KeptRow.number) == change.number,
        col(KeptRow.platform) == place.platform,
        col(KeptRow.workspace) == place.workspace,
        col(KeptRow.person) == person,
    )
    if change.amendment is Amendment.DELETE:
        connection.execute(delete(KeptRow).where(*mine))
    else:
        connection.execute(update(KeptRow).where(*mine).values(_changed(change, place)))


def entries(connection: Connection, person: str, place: Place) -> list[Entry]:
    """Return what a person keeps and what their team shares, newest first."""
    team = team_of(place)
    shared = (col(KeptRow.workspace) == place.workspace) & (col(KeptRow.team) == team) & (col(KeptRow.team) != "")
    seen = or_((col(KeptRow.workspace) == place.workspace) & (col(KeptRow.person) == person), shared)
    rows = connection.execute(
        select(KeptRow).where(col(KeptRow.platform) == place.platform, seen).order_by(_NUMBER.desc())
    ).all()
    return [_entry(row, person) for row in rows]


def _changed(change: Change, place: Place) -> dict[str, object]:
    match change.amendment:
        case Amendment.STAR | Amendment.UNSTAR:
            return {"favourite": change.amendment is Amendment.STAR}
        case Amendment.SHARE | Amendment.UNSHARE:
            return {"team": team_of(place) if change.amendment is Amendment.SHARE else ""}
        case Amendment.RENAME:
            return {"name": change.texts[0]}
        case _:
            return {"tags": dump_tags(change.texts)}


def _entry(row: Row[Any], person: str) -> Entry:
    return Entry(
        row.number,
        MaskedText(row.name),
        MaskedText(row.prompt),
        tuple(load_tags(row.tags)),
        favourite=row.favourite,
        shared=bool(row.team),
        mine=row.person == person,
    )
