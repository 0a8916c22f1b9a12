"""The rows of the library."""

from typing import Any, Final

from sqlalchemy import Connection, Row, delete, insert, or_, select, update
from sqlmodel import col

from core.adapters.store.codec import dump_tags, load_tags
from core.adapters.store.tables import SavedPromptRow
from core.messages import Place, team_of
from core.ports.library import Amendment, Change, LibraryEntry, SavedPrompt
from core.privacy.text import MaskedText

_NUMBER: Final = col(SavedPromptRow.number)


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
    return int(connection.execute(insert(SavedPromptRow).values(values).returning(_NUMBER)).scalar_one())


def change_entry(connection: Connection, change: Change, person: str, place: Place) -> None:
    """Change or delete an entry, if it is the person's own."""
    mine = (
        col(SavedPromptRow.number) == change.number,
        col(SavedPromptRow.platform) == place.platform,
        col(SavedPromptRow.workspace) == place.workspace,
        col(SavedPromptRow.person) == person,
    )
    if change.amendment is Amendment.DELETE:
        connection.execute(delete(SavedPromptRow).where(*mine))
    else:
        connection.execute(update(SavedPromptRow).where(*mine).values(_changed(change, place)))


def entries(connection: Connection, person: str, place: Place) -> list[LibraryEntry]:
    """Return what a person keeps and what their team shares, newest first."""
    there, team = col(SavedPromptRow.workspace) == place.workspace, col(SavedPromptRow.team)
    shared = there & (team == team_of(place)) & (team != "")
    seen = or_(there & (col(SavedPromptRow.person) == person), shared)
    rows = connection.execute(
        select(SavedPromptRow).where(col(SavedPromptRow.platform) == place.platform, seen).order_by(_NUMBER.desc())
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


def _entry(row: Row[Any], person: str) -> LibraryEntry:
    return LibraryEntry(
        row.number,
        MaskedText(row.name),
        MaskedText(row.prompt),
        tuple(load_tags(row.tags)),
        favourite=row.favourite,
        shared=bool(row.team),
        mine=row.person == person,
    )
