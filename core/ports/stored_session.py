"""A session as the store holds it."""

from dataclasses import dataclass, field

from core.conversation.session import Session
from core.messages import Place
from core.privacy.vault import Vault


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session as the store holds it: whose it is, where, and the vault beside it.

    `parent_message` is the message of the place under which its owner was last active, empty for none. `attempt` says,
    where it was claimed to be generated, how often somebody has set to work on it; it is 0 elsewhere. `changed_at` is
    when it was last written, in Unix seconds, 0 for one that is new.
    """

    session: Session
    place: Place
    person: str
    vault: Vault
    parent_message: str = ""
    attempt: int = field(default=0, compare=False)
    changed_at: float = field(default=0, compare=False)
