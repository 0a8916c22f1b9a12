"""One transaction: an event's id, a session with its vault, the replies to send.

- All of it is committed or none. An event that was remembered has its replies in the outbox and has left the inbox; one
  whose transaction failed was never here, so whoever began it begins it again from the start.
- A place is locked when it is looked at, so that two first events for it are put in order though there is no row yet,
  and a session when it is read: the place first, then the session. What lists sessions locks none. SQLite lets one
  writer in at a time, which does the same by itself.
- Beyond the locks, a session is written only over the version that was read; else `StoreUnavailable`, and it is tried
  again. So a session that was neither read nor saved here cannot be changed, sent to or voted on.
- A lease is for one job. Saving a session that waits for another one, or for none, ends it and its attempts.
- A reply is the caller's to deliver only if nothing older of its session is unsent.
- There is one time, that of the opening. What is deleted is scrubbed by the store, after the commit.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, delete, func, insert, select, text, update
from sqlmodel import col

from core.adapters.store import counters, forgetting, inbox, message_cleanup, person_sessions, preferences
from core.adapters.store import saved_prompts as library
from core.adapters.store import token_buckets as buckets
from core.adapters.store.cipher import Cipher
from core.adapters.store.codec import load_labels, load_session
from core.adapters.store.conditions import PLACE, PersonFilter, as_given, whose
from core.adapters.store.outbox import LEASE_S, OutboxRows, is_leased, place_of
from core.adapters.store.person_keys import PersonCipher
from core.adapters.store.receipts import prompt as newest_prompt
from core.adapters.store.session_columns import columns_of, job_of, place_columns
from core.adapters.store.tables import SessionRow
from core.adapters.store.vault_rows import EntryRows
from core.conversation.replies import Reply
from core.conversation.session import Phase, State
from core.errors import StoreUnavailable
from core.messages import Outgoing, Place
from core.ports import StoredSession
from core.ports.consent import Consent
from core.ports.counters import Contender, Outcome, RatingCount
from core.ports.library import Amendment, Change, LibraryEntry, SavedPrompt
from core.privacy.vault import Vault
from core.values.locale import Locale

# Statements are built once: building one takes several times as long as running it.
_number = col(SessionRow.number)
_REMEMBER: Final = text(
    "INSERT INTO event (platform, id, seen_at) VALUES (:platform, :id, :now) ON CONFLICT DO NOTHING"
)
_LOCK_PLACE: Final = text("SELECT pg_advisory_xact_lock(hashtextextended(:place, 0))")
_THERE = as_given(SessionRow, PLACE)
_front = col(SessionRow.front)
_FRONT_AT: Final = select(SessionRow).where(*_THERE).order_by(_front.desc(), _number.desc()).limit(1).with_for_update()
_NEXT_FRONT: Final = select(func.coalesce(func.max(_front), 0) + 1).where(*_THERE)
_BY_ID: Final = select(SessionRow).where(col(SessionRow.id) == bindparam("id")).with_for_update()
_ADD: Final = insert(SessionRow).returning(_number)
_CHANGE: Final = update(SessionRow).where(
    _number == bindparam("of_session"), col(SessionRow.version) == bindparam("read_version")
)


@dataclass(frozen=True, slots=True)
class _Known:
    """What this transaction has read or written of a session."""

    number: int
    version: int
    job: object
    leased_until: float
    attempts: int
    entries: EntryRows


class SqlTransaction:
    """A `core.ports.Transaction` on one database transaction."""

    def __init__(self, connection: Connection, cipher: Cipher, clock: Callable[[], float]) -> None:
        self._connection: Final = connection
        self._cipher: Final = cipher
        self._now: Final = clock()
        self._outbox: Final = OutboxRows(connection, self._now)
        self._known: Final[dict[str, _Known]] = {}
        self._event = ""
        self.has_deleted = False

    @property
    def now(self) -> float:
        """When it was opened, in Unix seconds."""
        return self._now

    def remember(self, event_id: str, platform: str) -> bool:
        """Note that an event was taken up, which takes it out of the inbox; False if it was taken up before."""
        inbox.discard(self._connection, platform, event_id)
        self._event = event_id
        values = {"platform": platform, "id": event_id, "now": self._now}
        return self._connection.execute(_REMEMBER, values).rowcount == 1

    def latest_at(self, place: Place) -> StoredSession | None:
        """Return the session at the front of a place, finished or not: the newest, or one brought forward since."""
        self._lock(place)
        return self._read(_FRONT_AT, place_columns(place))

    def activate(self, held: StoredSession) -> None:
        """Put a session that was read in this transaction at the front of its place, which was looked at."""
        self._change(held.session.id, {"front": self._next_front(held.place)})

    def get(self, session_id: str) -> StoredSession | None:
        """Return a session by its id."""
        return self._read(_BY_ID, {"id": session_id})

    def sessions_of(
        self, person: str, platform: str, workspace: str, most: int | None = None
    ) -> Sequence[StoredSession]:
        """Return the sessions of a person in a workspace with their vaults, newest first; nothing is locked."""
        return [
            self._held(row)
            for row in person_sessions.newest(self._connection, PersonFilter(platform, workspace, person), most)
        ]

    def how_many(self, person: str, platform: str, workspace: str, phases: Collection[State]) -> int:
        """Return how many sessions of a person in a workspace are in one of these phases."""
        return person_sessions.how_many(self._connection, PersonFilter(platform, workspace, person), phases)

    def left_at(self, person: str, place: Place, phases: Collection[State]) -> StoredSession | None:
        """Return the newest session of a person at exactly this place that is in one of these phases."""
        session_id = person_sessions.left_at(self._connection, person, place, phases)
        return self.get(session_id) if session_id else None

    def locale_of(self, person: str, platform: str, workspace: str) -> Locale | None:
        """Return the language of a person's newest session in a workspace; nothing is locked."""
        rows = person_sessions.newest(self._connection, PersonFilter(platform, workspace, person), 1)
        return load_session(rows[0].state).locale if rows else None

    def prompt_of(self, session_id: str) -> str:
        """Return the receipt of the newest prompt of a session that all there were shown; empty for none."""
        return newest_prompt(self._connection, session_id)

    def claim(self, session_id: str) -> StoredSession | None:
        """Lease a session that waits for a model, for 6 s; None if it does not, or somebody else works on it."""
        held = self.get(session_id)
        if held is None or not (held.session.phase is Phase.GENERATING or held.session.advising):
            return None
        known = self._known[session_id]
        if is_leased(known.leased_until, self._now):
            return None
        attempt = known.attempts + 1
        self._change(held.session.id, {"leased_until": self._now + LEASE_S, "attempts": attempt})
        return replace(held, attempt=attempt)

    def save(self, held: StoredSession) -> None:
        """Write a session that is new or was read in this transaction, with what its vault has gained and lost."""
        columns = columns_of(held, self._now)
        known = self._known.get(held.session.id)
        if known is None:
            self._add(held, columns)
        elif known.job == job_of(held.session.phase, held.session.advising):
            self._change(held.session.id, columns)
        else:
            # A lease is for one thing that a model is waited for, and so are its attempts.
            self._change(held.session.id, columns | {"leased_until": 0, "attempts": 0})
        self._known[held.session.id].entries.write(held.vault.entries)

    def send(
        self, held: StoredSession, replies: Sequence[Reply], *, only_to: str | None = None
    ) -> tuple[Outgoing, ...]:
        """Put replies into the outbox, in order, and return those that are the caller's to deliver now.

        There are none while older replies of the session are unsent: `Store.unsent` gives them out in their order.
        """
        queued, locale = self._outbox.put(self._known[held.session.id].number, replies, only_to), held.session.locale
        return tuple(
            Outgoing(
                number, held.session.id, held.place, held.person, locale, reply, only_to, held.parent_message, before
            )
            for number, reply, before in queued
        )

    def save_prompt(self, kept: SavedPrompt, person: str, place: Place) -> int:
        """Put a prompt into a person's library and return its number."""
        return library.save(self._connection, kept, person, place, self._now)

    def update_prompt(self, change: Change, person: str, place: Place) -> None:
        """Change an entry of a person's own library; one that is not theirs stays as it is."""
        library.change_entry(self._connection, change, person, place)
        self.has_deleted = self.has_deleted or change.amendment is Amendment.DELETE

    def entries(self, person: str, place: Place) -> Sequence[LibraryEntry]:
        """Return what a person keeps, and what their team at this place shares, newest first."""
        return library.entries(self._connection, person, place)

    def count(self, figure: RatingCount, change: int) -> None:
        """Raise or lower a figure of the feedback."""
        counters.count_rating(self._connection, figure, change)

    def count_outcomes(self, found: Iterable[Outcome]) -> None:
        """Count what people keep."""
        counters.count_outcomes(self._connection, found)

    def note_vote(self, held: StoredSession, contenders: Sequence[Contender]) -> None:
        """Keep the figures of a comparison that was voted on, with a session that was saved."""
        counters.keep_vote(self._connection, self._known[held.session.id].number, contenders)

    def ask_consent(self, person: str, platform: str, workspace: str) -> bool:
        """Note that a person is asked for consent; False if they were before, or have said something to it."""
        return preferences.ask_consent(self._connection, PersonFilter(platform, workspace, person), self._now)

    def note_consent(self, person: str, platform: str, workspace: str, consent: Consent) -> None:
        """Note what a person has said to it."""
        preferences.note_consent(self._connection, PersonFilter(platform, workspace, person), consent, self._now)

    def note_questions(self, person: str, platform: str, workspace: str, *, wanted: bool) -> None:
        """Note whether a person wants to be asked for what their answers leave open."""
        preferences.note_questions(
            self._connection, PersonFilter(platform, workspace, person), self._now, wanted=wanted
        )

    def wants_questions(self, person: str, platform: str, workspace: str) -> bool:
        """Say whether they want to be asked; who has said nothing does."""
        return preferences.wants_questions(self._connection, PersonFilter(platform, workspace, person))

    def spend(self, wanted: Mapping[str, tuple[int, int]], period_s: float) -> Mapping[str, float] | None:
        """Take from each allowance that processes share; return what is left, None where none is shared."""
        return buckets.spend(self._connection, self._cipher, wanted, period_s, self._now)

    def forget(self, person: str, platform: str, workspace: str | None = None) -> int:
        """Delete every session, vault entry, reply, kept prompt and word of a person; return how many sessions went.

        Without a workspace, those in all of the platform's. Where messages of the bot's can be deleted, too, the inbox
        says which.
        """
        theirs = [col(SessionRow.platform) == platform, col(SessionRow.person) == person]
        if workspace is not None:
            theirs.append(col(SessionRow.workspace) == workspace)
        message_cleanup.note(self._connection, self._cipher, theirs, self._event, self._now)
        forgotten = self._delete(*theirs)
        forgetting.forget(self._connection, person, platform, workspace)
        return forgotten + self._delete(*theirs)  # what another process began meanwhile has lost its key

    def _lock(self, place: Place) -> None:
        if self._connection.dialect.name == "postgresql":
            name = repr((place.platform, place.workspace, place.channel, place.thread))
            self._connection.execute(_LOCK_PLACE, {"place": name})

    def _next_front(self, place: Place) -> int:
        front: int = self._connection.execute(_NEXT_FRONT, place_columns(place)).scalar_one()
        return front

    def _read(self, one: Select[Any], where: Mapping[str, str]) -> StoredSession | None:
        row = self._connection.execute(one, where).one_or_none()
        return self._held(row) if row else None

    def _held(self, row: Row[Any]) -> StoredSession:
        cipher = PersonCipher(self._connection, self._cipher, whose(row), self._now)
        entries = EntryRows(self._connection, cipher, row.number)
        self._known[row.id] = _Known(
            row.number, row.version, job_of(row.phase, row.advising), row.leased_until, row.attempts, entries
        )
        vault = Vault(entries.read(), load_labels(row.reserved))
        return StoredSession(
            load_session(row.state), place_of(row), row.person, vault, row.beneath, changed_at=row.touched_at
        )

    def _add(self, held: StoredSession, columns: Mapping[str, Any]) -> None:
        new = {"id": held.session.id, "person": held.person, "started_at": self._now, "version": 1, "leased_until": 0}
        new["front"] = self._next_front(held.place)
        number = self._connection.execute(_ADD, {**columns, **new}).scalar_one()
        who = PersonFilter(held.place.platform, held.place.workspace, held.person)
        cipher = PersonCipher(self._connection, self._cipher, who, self._now)
        cipher.hold()  # who has a session has a key, so that in a backup those without one are the forgotten
        entries = EntryRows(self._connection, cipher, number)
        self._known[held.session.id] = _Known(
            number, 1, job_of(held.session.phase, held.session.advising), 0, 0, entries
        )

    def _change(self, session_id: str, columns: Mapping[str, Any]) -> None:
        """Write columns of a session, unless somebody wrote it since it was read, which the locks should prevent."""
        known = self._known[session_id]
        changed = replace(
            known,
            version=known.version + 1,
            job=job_of(columns["phase"], columns["advising"]) if "phase" in columns else known.job,
            leased_until=columns.get("leased_until", known.leased_until),
            attempts=columns.get("attempts", known.attempts),
        )
        where = {"of_session": known.number, "read_version": known.version}
        if self._connection.execute(_CHANGE, {**columns, **where, "version": changed.version}).rowcount != 1:
            raise StoreUnavailable(reason="conflict")
        self._known[session_id] = changed

    def _delete(self, *where: ColumnElement[bool]) -> int:
        ids = self._connection.execute(delete(SessionRow).where(*where).returning(col(SessionRow.id))).scalars().all()
        for session_id in ids:
            self._known.pop(session_id, None)
        self.has_deleted = True
        return len(ids)
