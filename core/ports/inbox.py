"""The role of the inbox: what is acknowledged before it is carried out."""

from collections.abc import Collection, Sequence
from typing import Protocol

from core.messages import Interaction


class Inbox(Protocol):
    """Keeps interactions that are acknowledged before they are carried out, sealed, so that they outlive the process.

    An interaction goes when `Transaction.remember` notes the event of its id, or when it is discarded.
    """

    @property
    def is_open(self) -> bool:
        """Whether there is a key to seal with; where there is none, nothing is acknowledged before it is committed."""

    def put(self, interaction: Interaction) -> bool:
        """Seal and commit an interaction, leased to the caller for 15 s; False if it was carried out.

        One that is there is the caller's from now on, as it is now.

        Raises:
            VaultKeyError: There is no key to seal with.
            StoreUnavailable: The database does not answer.
        """

    def take(self, platform: str) -> Sequence[Interaction]:
        """Lease interactions that nobody carries out at the moment, oldest first, and count the attempt.

        Where all have been taken up before, only one, so that what ends processes takes nothing else with it.
        """

    def renew(self, platform: str, interaction_ids: Collection[str]) -> None:
        """Prolong the leases on what the caller still carries out."""

    def withdraw(self, platform: str, interaction_id: str) -> None:
        """Delete an interaction that was put in too late to be acknowledged, unless it came again or was taken up."""

    def discard(self, platform: str, interaction_id: str) -> None:
        """Delete an interaction that is carried out, or never will be."""
