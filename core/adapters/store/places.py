"""The places where interviews go on."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, func, select
from sqlmodel import col

from core.adapters.store.tables import SessionRow
from core.messages import Place

_PARTS: Final = [col(getattr(SessionRow, part)) for part in ("workspace", "channel", "thread", "private")]
_LAST: Final = func.max(SessionRow.touched_at).label("last")


def places(connection: Connection, platform: str, since: float) -> Sequence[tuple[Place, float]]:
    """Return where interviews went on after a time, with the last change at each, oldest first."""
    # As an expression, so that SQLite begins with what was touched lately and not with all there is of the platform.
    lately = (col(SessionRow.platform).concat("") == platform, col(SessionRow.touched_at) > since)
    rows = connection.execute(select(*_PARTS, _LAST).where(*lately).group_by(*_PARTS).order_by(_LAST)).all()
    return [(Place(platform, row.workspace, row.channel, row.thread, row.private), float(row.last)) for row in rows]
