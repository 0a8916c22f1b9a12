"""The inbox: interactions that were acknowledged and are not yet carried out, sealed.

A row lives from the acknowledgement to the commit of the event that it leads to, which is mostly some milliseconds.
`Transaction.remember` deletes it with the same id, so that what was committed is carried out by nobody again. It is
leased as replies are; to carry one out twice is no harm, for its event is taken once.
"""

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection, bindparam, delete, select, text, update
from sqlmodel import col

from core.adapters.store.cipher import Cipher
from core.adapters.store.outbox import LEASE_S
from core.adapters.store.tables import EventRow, InboxRow
from core.errors import VaultKeyError
from core.messages import LEFTOVERS, Interaction
from core.privacy.text import RawText

_BATCH: Final = 100

_PUT: Final = text(
    "INSERT INTO inbox (platform, id, workspace, person, kind, payload, received_at, leased_until, attempts)"
    " VALUES (:platform, :id, :workspace, :person, :kind, :payload, :now, :leased_until, 1)"
    " ON CONFLICT (platform, id) DO UPDATE SET"
    " payload = excluded.payload, leased_until = excluded.leased_until, attempts = inbox.attempts + 1"
)
_COMMITTED: Final = select(col(EventRow.id)).where(
    col(EventRow.platform) == bindparam("platform"), col(EventRow.id) == bindparam("id")
)
_DISCARD: Final = delete(InboxRow).where(
    col(InboxRow.platform) == bindparam("of_platform"), col(InboxRow.id) == bindparam("of_id")
)
_FREE: Final = (
    select(InboxRow)
    .where(col(InboxRow.platform) == bindparam("platform"), col(InboxRow.leased_until) <= bindparam("now"))
    .order_by(col(InboxRow.attempts), col(InboxRow.received_at))
    .limit(_BATCH)
    .with_for_update(skip_locked=True)
)


class SqlInbox:
    """A `core.ports.Inbox` beside the store's other tables; any thread may use it."""

    def __init__(
        self, begin: Callable[[], AbstractContextManager[Connection]], cipher: Cipher, clock: Callable[[], float]
    ) -> None:
        self._begin: Final = begin
        self._cipher: Final = cipher
        self._clock: Final = clock

    @property
    def is_open(self) -> bool:
        """Whether there is a key to seal with; without one nothing raw is stored."""
        return self._cipher.works

    def put(self, interaction: Interaction) -> bool:
        """Seal and commit an interaction, leased to the caller; False if it was carried out.

        One that is there is the caller's from now on, as it is now.

        Raises:
            VaultKeyError: There is no key to seal with.
            StoreUnavailable: The database does not answer.
        """
        payload = self._cipher.seal(interaction.payload)
        if payload is None:
            raise VaultKeyError
        now = self._clock()
        row = {name: getattr(interaction, name) for name in ("platform", "id", "workspace", "person", "kind")}
        values = {**row, "payload": payload, "now": now, "leased_until": now + LEASE_S}
        with self._begin() as connection:
            if connection.execute(_COMMITTED, {"platform": interaction.platform, "id": interaction.id}).first():
                return False
            connection.execute(_PUT, values)
            return True

    def take(self, platform: str) -> Sequence[Interaction]:
        """Lease interactions that nobody carries out at the moment, oldest first, and count the attempt.

        What is still there after some attempts may be what ends processes. With each attempt a quarter as many are
        taken together, so that it is soon alone, and what only waited beside it is not given up. Those that no key here
        opens are left to a process that has it.
        """
        now = self._clock()
        with self._begin() as connection:
            rows = connection.execute(_FREE, {"platform": platform, "now": now}).all()
            opened = ((row, self._opened(row.kind, row.payload)) for row in rows)
            free = [
                Interaction(row.id, platform, row.workspace, row.person, row.kind, payload, row.attempts)
                for row, payload in opened
                if payload is not None
            ]
            taken = [each for place, each in enumerate(free) if place < _together(each.attempts)]
            ours = (col(InboxRow.platform) == platform, col(InboxRow.id).in_([each.id for each in taken]))
            lease = {"leased_until": now + LEASE_S, "attempts": col(InboxRow.attempts) + 1}
            connection.execute(update(InboxRow).where(*ours).values(lease))
        return [replace(each, attempts=each.attempts + 1) for each in taken]

    def _opened(self, kind: str, payload: bytes) -> RawText | None:
        """Return what was sealed; the places of a deletion were not where there was no key."""
        if kind == LEFTOVERS and payload.startswith(b"{"):
            return RawText(payload.decode(errors="replace"))  # one that is damaged must not keep the others from us
        return self._cipher.open(payload)

    def renew(self, platform: str, interaction_ids: Collection[str]) -> None:
        """Prolong the leases on what the caller still carries out."""
        if interaction_ids:
            these = (col(InboxRow.platform) == platform, col(InboxRow.id).in_(interaction_ids))
            with self._begin() as connection:
                connection.execute(update(InboxRow).where(*these).values(leased_until=self._clock() + LEASE_S))

    def withdraw(self, platform: str, interaction_id: str) -> None:
        """Delete an interaction that was put in too late to be acknowledged, unless it came again or was taken up."""
        with self._begin() as connection:
            this = {"of_platform": platform, "of_id": interaction_id}
            connection.execute(_DISCARD.where(col(InboxRow.attempts) == 1), this)

    def discard(self, platform: str, interaction_id: str) -> None:
        """Delete an interaction that is carried out, or never will be."""
        with self._begin() as connection:
            discard(connection, platform, interaction_id)


def _together(attempts: int) -> int:
    """Return how many may be taken at once of those that were taken up so often: 100, 25, 6, and from the 4th one."""
    return max(1, _BATCH >> 2 * (max(1, attempts) - 1))


def discard(connection: Connection, platform: str, interaction_id: str) -> None:
    """Delete an interaction whose event is committed with this."""
    connection.execute(_DISCARD, {"of_platform": platform, "of_id": interaction_id})


def end_leases(connection: Connection) -> None:
    """End all leases, for whoever held them is gone."""
    connection.execute(update(InboxRow).values(leased_until=0))
