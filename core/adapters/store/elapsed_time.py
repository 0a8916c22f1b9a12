"""The time that has been seen to pass: what is deleted for its age goes by it, not by a clock that jumps.

Between two looks, a day apart while a bot runs, two days at most may have passed. A clock that is further ahead, or a
bot that was off for longer, is doubted for a day in which whoever looks after it can put it right.
"""

from typing import Any, Final

from sqlalchemy import Connection, Row, func, select, text, update
from sqlmodel import col

from core.adapters.store.tables import ClockRow, EventRow, SessionRow

_STEP_S: Final = 2 * 86_400.0
_DOUBTED_S: Final = 86_400.0

_READ: Final = select(ClockRow).with_for_update()
_BEGIN: Final = text("INSERT INTO clock (id, seen_at) VALUES (1, :last) ON CONFLICT DO NOTHING")
_LAST: Final = (col(EventRow.seen_at), col(SessionRow.touched_at))


def ahead(connection: Connection, now: float) -> float:
    """Take a look, and return by how many seconds the clock is ahead of the time that was seen to pass; 0 normally."""
    row = connection.execute(_READ).one_or_none() or _first(connection, now)
    since = now if row.doubted_since is None else min(now, row.doubted_since)
    if now - row.seen_at <= _STEP_S or now - since >= _DOUBTED_S:
        return _noted(connection, 0, seen_at=now, doubted_since=None)
    return _noted(connection, now - row.seen_at, doubted_since=since)


def _first(connection: Connection, now: float) -> Row[Any]:
    """Begin with the last time at which something happened."""
    last = max(connection.execute(select(func.max(each))).scalar() or 0 for each in _LAST) or now
    connection.execute(_BEGIN, {"last": last})
    return connection.execute(_READ).one()


def _noted(connection: Connection, seconds: float, **columns: float | None) -> float:
    connection.execute(update(ClockRow).values(columns))
    return seconds
