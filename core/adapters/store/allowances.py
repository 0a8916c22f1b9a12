"""What is left of limits that all processes on PostgreSQL count together: token buckets, as in the memory of one."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, select, text, update
from sqlmodel import col

from core.adapters.store.cipher import Cipher
from core.adapters.store.tables import AllowanceRow

_FILL: Final = text(
    "INSERT INTO allowance (id, available, filled_at) VALUES (:id, :available, :filled_at) ON CONFLICT DO NOTHING"
)
# In one order, so that no two wait for each other.
_LOCK: Final = (
    select(AllowanceRow)
    .where(col(AllowanceRow.id).in_(bindparam("ids", expanding=True)))
    .order_by(col(AllowanceRow.id))
    .with_for_update()
)
_TAKE: Final = update(AllowanceRow).where(col(AllowanceRow.id) == bindparam("of_id"))


def spend(
    connection: Connection, cipher: Cipher, sizes: Mapping[str, int], period_s: float, now: float
) -> float | None:
    """Take one from each of these allowances, or nothing; return how many seconds to wait, 0 where it was taken.

    `sizes` are how many each holds, filled evenly in a period. None: nobody else counts here, or there is no key under
    which their names can be hidden.
    """
    ids = {cipher.digest(f"allowance {name}"): size for name, size in sizes.items()}
    if connection.dialect.name != "postgresql" or None in ids:
        return None
    connection.execute(_FILL, [{"id": each, "available": size, "filled_at": now} for each, size in ids.items()])
    rows = {row.id: row for row in connection.execute(_LOCK, {"ids": list(ids)})}
    left = {each: _left(rows.get(each), size, period_s, now) for each, size in ids.items()}
    wait_s = max((1 - left[each]) * period_s / ids[each] for each in left)
    if wait_s <= 0:
        connection.execute(_TAKE, [{"of_id": each, "available": left[each] - 1, "filled_at": now} for each in left])
    return max(0.0, wait_s)


def _left(row: Row[Any] | None, size: int, period_s: float, now: float) -> float:
    """Return what an allowance holds now; one that was purged a moment ago is full.

    A clock that went back fills nothing, but one that was ahead by more than a period keeps nobody waiting for it.
    """
    if row is None or row.filled_at > now + period_s:
        return size
    filled: float = row.available + max(0.0, now - row.filled_at) * size / period_s
    return min(size, filled)
