"""Which sessions a person has, and where interviews went on, without opening more of them than is asked for."""

from collections.abc import Collection, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, func, select
from sqlmodel import col

from core.adapters.store.conditions import PersonFilter, as_given
from core.adapters.store.tables import SessionRow
from core.conversation.session import State
from core.messages import Place

_number = col(SessionRow.number)
_THEIRS = as_given(SessionRow)
_IN = col(SessionRow.phase).in_(bindparam("phases", expanding=True))
_NEWEST: Final = select(SessionRow).where(*_THEIRS).order_by(_number.desc())
_HOW_MANY: Final = select(func.count()).select_from(SessionRow).where(*_THEIRS, _IN)
_LEFT: Final = (
    select(col(SessionRow.id))
    .where(*_THEIRS, *as_given(SessionRow, ("channel", "thread", "private")), _IN)
    .order_by(_number.desc())
    .limit(1)
)


def newest(connection: Connection, who: PersonFilter, most: int | None) -> Sequence[Row[Any]]:
    """Return the newest sessions of a person in a workspace, or all of them."""
    return connection.execute(_NEWEST if most is None else _NEWEST.limit(most), who._asdict()).all()


def how_many(connection: Connection, who: PersonFilter, phases: Collection[State]) -> int:
    """Return how many of a person's sessions in a workspace are in one of these phases."""
    count: int = connection.execute(_HOW_MANY, {**who._asdict(), "phases": list(phases)}).scalar_one()
    return count


def left_at(connection: Connection, person: str, place: Place, phases: Collection[State]) -> str | None:
    """Return the id of the newest session of a person at exactly this place that is in one of these phases."""
    who = PersonFilter(place.platform, place.workspace, person)
    there = {"channel": place.channel, "thread": place.thread, "private": place.private, "phases": list(phases)}
    return connection.execute(_LEFT, who._asdict() | there).scalar()


_PARTS: Final = [col(getattr(SessionRow, part)) for part in ("workspace", "channel", "thread", "private")]
_LAST: Final = func.max(SessionRow.touched_at).label("last")


def places(connection: Connection, platform: str, since: float) -> Sequence[tuple[Place, float]]:
    """Return where interviews went on after a time, with the last change at each, oldest first."""
    # As an expression, so that SQLite begins with what was touched lately and not with all there is of the platform.
    lately = (col(SessionRow.platform).concat("") == platform, col(SessionRow.touched_at) > since)
    rows = connection.execute(select(*_PARTS, _LAST).where(*lately).group_by(*_PARTS).order_by(_LAST)).all()
    return [(Place(platform, row.workspace, row.channel, row.thread, row.private), float(row.last)) for row in rows]
