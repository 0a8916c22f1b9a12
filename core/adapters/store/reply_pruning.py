"""Pruning the replies of interviews that rest: what was only good to know while they went on.

What a reply showed is gone when it is sent; its row says which message shows it. Of an interview that nobody touched
for two days there stay the first and the newest message, the one that waits, and those that people come back to and
write beneath: prompts, answers of a model, reviews.
"""

from typing import Final

from sqlalchemy import bindparam, select, text, update
from sqlmodel import col

from core.adapters.store.batch_deletion import Begin
from core.adapters.store.tables import ClockRow, SessionRow
from core.features.registry import REPLIES

_REST_S: Final = 2 * 86_400
_BATCH: Final = 500

_PRUNED: Final = select(col(ClockRow.pruned_to)).with_for_update()
_touched = col(SessionRow.touched_at)
_UP_TO: Final = (
    select(_touched)
    .where(_touched > bindparam("since"), _touched <= bindparam("until"))
    .order_by(_touched)
    .offset(_BATCH - 1)
    .limit(1)
)
_PRUNE: Final = text(
    """DELETE FROM outgoing WHERE id IN (
        SELECT reply.id FROM session JOIN outgoing reply ON reply.session_number = session.number
        WHERE session.touched_at > :since AND session.touched_at <= :up_to
        AND reply.sent_at IS NOT NULL AND reply.kind NOT IN :stays
        AND EXISTS (
            SELECT 1 FROM outgoing earlier WHERE earlier.session_number = reply.session_number
            AND earlier.id < reply.id AND earlier.receipt IS NOT NULL AND earlier.only_to IS NULL)
        AND EXISTS (
            SELECT 1 FROM outgoing later WHERE later.session_number = reply.session_number
            AND later.id > reply.id AND later.receipt IS NOT NULL)
        AND (reply.kind NOT IN :cards OR EXISTS (
            SELECT 1 FROM outgoing later WHERE later.session_number = reply.session_number
            AND later.id > reply.id AND later.receipt IS NOT NULL AND later.only_to IS NULL
            AND later.kind IN :cards))
    )
    """
).bindparams(bindparam("stays", expanding=True), bindparam("cards", expanding=True))
_STAYS: Final = [kind.__name__ for kind in REPLIES if kind.ends]
_CARDS: Final = [kind.__name__ for kind in REPLIES if kind.waits or kind.settles]


def prune(begin: Begin, now: float) -> int:
    """Prune interviews that came to rest since the last time, a few at a time; return how many rows went.

    After a clock that was ahead it goes on from where the right one has come to.
    """
    until, pruned = now - _REST_S, 0
    while True:
        with begin() as connection:
            since = connection.execute(_PRUNED).scalar()
            if since is None or since >= until:
                connection.execute(update(ClockRow).values(pruned_to=until))
                return pruned
            up_to = connection.execute(_UP_TO, {"since": since, "until": until}).scalar() or until
            where = {"since": since, "up_to": up_to, "stays": _STAYS, "cards": _CARDS}
            pruned += connection.execute(_PRUNE, where).rowcount
            connection.execute(update(ClockRow).values(pruned_to=up_to))
