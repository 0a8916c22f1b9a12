"""What the use cases ask of the store: conversations, replies to send, and what belongs to a person."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from core.conversation.replies import Reply
from core.conversation.session import State
from core.messages import Outgoing, Place, Standing, Waiting
from core.ports.consent import Consent
from core.ports.counters import Contender, Outcome, RatingCount
from core.ports.library import Change, LibraryEntry, SavedPrompt
from core.ports.stored_session import StoredSession
from core.values.locale import Locale


class Transaction(Protocol):
    """All that one event changes; it is committed whole or not at all.

    Every read locks what it reads until the end, so that two events for one place are put in order.
    """

    @property
    def now(self) -> float:
        """When it was opened, in Unix seconds."""

    def remember(self, event_id: str, platform: str) -> bool:
        """Note that an event was taken up, which takes it out of the inbox; False if it was taken up before."""

    def latest_at(self, place: Place) -> StoredSession | None:
        """Return the session at the front of a place, finished or not: the newest, or one brought forward since."""

    def activate(self, held: StoredSession) -> None:
        """Put a session that was read in this transaction at the front of its place, which was looked at."""

    def get(self, session_id: str) -> StoredSession | None:
        """Return a session by its id."""

    def sessions_of(
        self, person: str, platform: str, workspace: str, most: int | None = None
    ) -> Sequence[StoredSession]:
        """Return the sessions of a person in a workspace with their vaults, newest first; nothing is locked."""

    def how_many(self, person: str, platform: str, workspace: str, phases: Collection[State]) -> int:
        """Return how many sessions of a person in a workspace are in one of these phases."""

    def left_at(self, person: str, place: Place, phases: Collection[State]) -> StoredSession | None:
        """Return the newest session of a person at exactly this place that is in one of these phases."""

    def locale_of(self, person: str, platform: str, workspace: str) -> Locale | None:
        """Return the language of a person's newest session in a workspace; nothing is locked."""

    def prompt_of(self, session_id: str) -> str:
        """Return the receipt of the newest prompt of a session that all there were shown; empty for none."""

    def claim(self, session_id: str) -> StoredSession | None:
        """Lease a session that is generating, for 6 s; None if it is not, or somebody else works on it."""

    def save(self, held: StoredSession) -> None:
        """Write a session that is new or was read in this transaction, with what its vault has gained and lost."""

    def send(
        self, held: StoredSession, replies: Sequence[Reply], *, only_to: str | None = None
    ) -> tuple[Outgoing, ...]:
        """Put replies into the outbox, in order, and return those that are the caller's to deliver now.

        There are none while older replies of the session are unsent: `Store.unsent` gives them out in their order.
        """

    def save_prompt(self, kept: SavedPrompt, person: str, place: Place) -> int:
        """Put a prompt into a person's library and return its number."""

    def update_prompt(self, change: Change, person: str, place: Place) -> None:
        """Change an entry of a person's own library; one that is not theirs stays as it is."""

    def entries(self, person: str, place: Place) -> Sequence[LibraryEntry]:
        """Return what a person keeps, and what their team at this place shares, newest first."""

    def count(self, figure: RatingCount, change: int) -> None:
        """Raise or lower a figure; figures name nobody and outlive what they were counted from."""

    def count_outcomes(self, found: Iterable[Outcome]) -> None:
        """Count what people keep; like the figures."""

    def note_vote(self, held: StoredSession, contenders: Sequence[Contender]) -> None:
        """Keep the figures of a comparison that was voted on, with a session that was saved."""

    def ask_consent(self, person: str, platform: str, workspace: str) -> bool:
        """Note that a person is asked for consent; False if they were before, or have said something to it."""

    def note_consent(self, person: str, platform: str, workspace: str, consent: Consent) -> None:
        """Note what a person has said to it."""

    def note_questions(self, person: str, platform: str, workspace: str, *, wanted: bool) -> None:
        """Note whether a person wants to be asked for what their answers leave open."""

    def wants_questions(self, person: str, platform: str, workspace: str) -> bool:
        """Say whether they want to be asked; who has said nothing does."""

    def spend(self, wanted: Mapping[str, tuple[int, int]], period_s: float) -> Mapping[str, float] | None:
        """Take from each of the allowances that all processes count together, or nothing if one has too few.

        `wanted` is how many each holds by its name, filled evenly in a period, and how many to take. Return what is
        left of each, below zero where it has too few; None where processes count nothing together.
        """

    def forget(self, person: str, platform: str, workspace: str | None = None) -> int:
        """Delete every session, vault entry, reply and kept prompt of a person; return how many sessions there were.

        Without a workspace, those in all of the platform's.
        """


class Store(Protocol):
    """Keeps sessions, vaults, the ids of events and the replies still to send."""

    def begin(self) -> AbstractContextManager[Transaction]:
        """Open a transaction; it commits at the end of the block and rolls back on an exception.

        Raises:
            StoreUnavailable: The database does not answer.
            DatabaseError: The database cannot be used.
        """

    def spend(self, wanted: Mapping[str, tuple[int, int]], period_s: float) -> Mapping[str, float] | None:
        """Do what a transaction's does, in one of its own.

        Raises:
            StoreUnavailable: The database does not answer.
        """

    def waiting(self, platform: str) -> Sequence[Waiting]:
        """Return the sessions with replies that were committed and that nobody delivers, oldest first."""

    def unsent(self, platform: str, session_id: str | None = None) -> Sequence[Outgoing]:
        """Give out the replies, of one session or of a hundred, that were committed but not marked as sent.

        They are the caller's for 6 s, and for as long as `keep_leases` is called; a session of which somebody delivers
        replies already is left out. Who has delivered a session's replies asks again for it, until there are none.
        """

    def keep_leases(self, sessions: Collection[str]) -> None:
        """Prolong the leases on replies of these sessions, which are still being delivered."""

    def postpone(self, session_id: str) -> None:
        """Leave the replies of a session, which could not be delivered now, alone for half a minute."""

    def mark_sent(self, receipts: Mapping[int, str | None]) -> Collection[str]:
        """Note that replies were delivered, and return the sessions in which others still wait.

        `receipts` are the platform's ids of the messages, for later edits, by the ids of the replies.
        One that the platform refuses for good is noted as well, or it would hold up those behind it.
        """

    def last_receipt(self, session_id: str, before: int | None = None) -> str | None:
        """Return the newest receipt of a session's place, or of its own replies before one."""

    def standing_before(self, session_id: str, before: int | None = None) -> Standing:
        """Return what stands in a session: before the reply of this id, if one is given."""

    def session_at(self, place: Place, message: str) -> str:
        """Return the session that a message of a place belongs to; empty for none."""

    def places(self, platform: str, since: float) -> Sequence[tuple[Place, float]]:
        """Return where interviews went on after a time, with the last change at each, in Unix seconds, oldest first."""

    def renew(self, session_id: str) -> bool:
        """Prolong the lease on a generation; False if the session is not generating any more."""

    def release(self, session_id: str) -> None:
        """End the lease on a generation that is given up for no fault of its own; another may take it up at once."""

    def abandoned(self, platform: str) -> Sequence[str]:
        """Return the ids of sessions that are generating and on which nobody works."""

    def export(self, person: str, platform: str, workspace: str | None = None) -> Mapping[str, object]:
        """Return all that is known of a person, real values included, as plain data: for its owner alone."""

    def votes(self) -> Mapping[str, int]:
        """Return how often each arm of the comparisons was voted for: an arm of the prompt, or an endpoint's name."""

    def figures(self) -> Sequence[tuple[RatingCount, int]]:
        """Return the figures of the feedback, with how often each was counted."""

    def outcomes(self) -> Sequence[tuple[Outcome, int]]:
        """Return what people keep of proposals, answer of gaps and change of prompts, with how often."""

    def consented(self) -> Iterator[StoredSession]:
        """Yield the sessions of those who agreed to training data, oldest first; nothing is locked."""

    def split_bucket(self, held: StoredSession) -> float:
        """Return a number from 0 to 1 that is always the same for a person, and from which nobody finds the person."""
