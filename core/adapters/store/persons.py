"""What a person has begun, without opening more of it than is asked for."""

from collections.abc import Collection, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, func, select
from sqlmodel import col

from core.adapters.store.consents import Who
from core.adapters.store.tables import SessionRow
from core.conversation.session import State
from core.messages import Place

_number = col(SessionRow.number)
_THEIRS = [col(getattr(SessionRow, part)) == bindparam(part) for part in ("platform", "workspace", "person")]
_THERE = [col(getattr(SessionRow, part)) == bindparam(part) for part in ("channel", "thread", "private")]
_IN = col(SessionRow.phase).in_(bindparam("phases", expanding=True))
_NEWEST: Final = select(SessionRow).where(*_THEIRS).order_by(_number.desc())
_HOW_MANY: Final = select(func.count()).select_from(SessionRow).where(*_THEIRS, _IN)
_LEFT: Final = select(col(SessionRow.id)).where(*_THEIRS, *_THERE, _IN).order_by(_number.desc()).limit(1)


def newest(connection: Connection, who: Who, most: int | None) -> Sequence[Row[Any]]:
    """Return the newest sessions of a person in a workspace, or all of them."""
    return connection.execute(_NEWEST if most is None else _NEWEST.limit(most), _names(who)).all()


def how_many(connection: Connection, who: Who, phases: Collection[State]) -> int:
    """Return how many of a person's sessions in a workspace are in one of these phases."""
    count: int = connection.execute(_HOW_MANY, _names(who) | {"phases": list(phases)}).scalar_one()
    return count


def left_at(connection: Connection, person: str, place: Place, phases: Collection[State]) -> str | None:
    """Return the id of the newest session of a person at exactly this place that is in one of these phases."""
    there = {"channel": place.channel, "thread": place.thread, "private": place.private, "phases": list(phases)}
    return connection.execute(_LEFT, _names((place.platform, place.workspace, person)) | there).scalar()


def _names(who: Who) -> dict[str, Any]:
    platform, workspace, person = who
    return {"platform": platform, "workspace": workspace, "person": person}
