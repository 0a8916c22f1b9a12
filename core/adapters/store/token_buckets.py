"""What is left of limits that all processes on PostgreSQL count together: token buckets, as in the memory of one."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, text

from core.adapters.store.cipher import Cipher

# In the order of their ids, so that no two wait for each other. A clock that went back fills nothing, but one that was
# ahead by more than a period keeps nobody waiting for it.
_TAKE: Final = text(
    """
    WITH taken AS (SELECT * FROM unnest(:ids, :sizes, :weights) AS t (id, size, weight) ORDER BY id)
    INSERT INTO allowance (id, available, filled_at)
    SELECT id, size - weight, :now FROM taken
    ON CONFLICT (id) DO UPDATE SET filled_at = excluded.filled_at, available = (
        SELECT least(size, CASE WHEN allowance.filled_at > :now + :period_s THEN size
            ELSE allowance.available + greatest(0, :now - allowance.filled_at) * size / :period_s END) - weight
        FROM taken WHERE taken.id = excluded.id
    )
    RETURNING id, available
    """
)
_GIVE_BACK: Final = text(
    "UPDATE allowance SET available = available + weight FROM unnest(:ids, :weights) AS t (of_id, weight)"
    " WHERE id = of_id"
)


def spend(
    connection: Connection, cipher: Cipher, wanted: Mapping[str, tuple[int, int]], period_s: float, now: float
) -> Mapping[str, float] | None:
    """Take from each of these allowances, and return what is left; below zero for one of them, nothing was taken.

    `wanted` is how many each holds, filled evenly in a period, and how many to take. None: nobody else counts here, or
    there is no key under which their names can be hidden.
    """
    names = {cipher.digest(f"allowance {name}"): name for name in wanted}
    if connection.dialect.name != "postgresql" or None in names:
        return None
    sizes, weights = zip(*wanted.values(), strict=True)
    given = {"ids": list(names), "sizes": list(sizes), "weights": list(weights)}
    taken = connection.execute(_TAKE, {**given, "now": now, "period_s": period_s})
    left = {names[row.id]: row.available for row in taken}
    if min(left.values()) < 0:
        connection.execute(_GIVE_BACK, given)
    return left
