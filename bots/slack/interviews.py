"""Looking an interview up, where Slack needs to know of one before anything has happened to it."""

from collections.abc import Callable
from typing import Final

from core.conversation.session import Phase
from core.locale import Locale
from core.messages import Place
from core.ports import Store, StoredSession

_MOST: Final = 50
_GONE: Final = frozenset({Phase.CANCELLED, Phase.FORGOTTEN})


class Interviews:
    """Reads sessions; plain and blocking, to be called from a worker thread."""

    def __init__(self, store: Store, session_at: Callable[[Place, str], str]) -> None:
        """Take ready parts; `session_at` returns the id of the interview that a message of a place belongs to."""
        self._store = store
        self.session_at = session_at

    def at(self, place: Place) -> StoredSession | None:
        """Return the newest interview at a place, if there is one that goes on or is finished."""
        with self._store.begin() as transaction:
            held = transaction.latest_at(place)
        return held if held and held.session.phase not in _GONE else None

    def named(self, session_id: str) -> StoredSession | None:
        """Return an interview by its id, if there still is one that goes on or is finished."""
        with self._store.begin() as transaction:
            held = transaction.get(session_id)
        return held if held and held.session.phase not in _GONE else None

    def of(self, workspace: str, person: str) -> tuple[StoredSession, ...]:
        """Return the newest interviews of a person, more than any list shows."""
        with self._store.begin() as transaction:
            return tuple(transaction.sessions_of(person, "slack", workspace, _MOST))

    def prompt_of(self, session_id: str) -> str:
        """Return the timestamp of the message that holds the newest prompt of an interview; empty for none."""
        with self._store.begin() as transaction:
            return transaction.prompt_of(session_id).partition(" ")[0]

    def locale_of(self, workspace: str, person: str) -> Locale | None:
        """Return the language of a person's newest interview."""
        with self._store.begin() as transaction:
            return transaction.locale_of(person, "slack", workspace)
