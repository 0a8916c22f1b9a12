"""The one use case: something a person did, and what to reply.

The slow part, finding what is personal, comes before the transaction and needs nothing of it. Inside the transaction
the event is remembered, the session loaded, the text masked, the conversation advanced, and all of it saved with the
replies to send. What is sent later is what was committed.
"""

import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial

from core.conversation.events import Confirmed, Resumed
from core.conversation.finished_prompt import at_version
from core.conversation.grouped_replies import carded
from core.conversation.replies import Reply, Tell
from core.conversation.session import Job, Phase, Session
from core.conversation.step import Step
from core.conversation.surroundings import Surroundings
from core.errors import IllegalEvent, LimitReached, PersonError, PromptgenError, TextTooLong
from core.features.registry import MACHINE, advance, with_marks
from core.messages import FilesRead, Incoming, Outgoing, Pasted, Place, Pressed
from core.ports import Detector, Store, StoredSession, Transaction
from core.ports.effects import EffectContext, carried_out
from core.ports.mask_list import EditableList
from core.privacy.anonymizer import Anonymizer
from core.privacy.manual_marks import marked
from core.privacy.policy import Policy
from core.privacy.printable import printable
from core.privacy.spans import Span
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault
from core.sessions.masking import mask_into, pruned, with_switches
from core.usecases.delivery import Delivery, deliver, gathered, send
from core.usecases.event_of_action import is_confirmed, is_message, parse_action, texts_of
from core.usecases.gap_questions import with_gaps
from core.usecases.interface_words import is_wording
from core.usecases.limits import Limits, RateKind
from core.usecases.outcomes import outcomes
from core.usecases.rate_limiter import RateLimiter
from core.usecases.resolve_session import UNFINISHED, resolve_session
from core.usecases.reveal import reveal
from core.usecases.substance_request import with_substance
from core.usecases.summary_understanding import shown, told
from core.usecases.time_ago import ago
from core.values.choices import ExternalAssistant


@dataclass(frozen=True, slots=True)
class Models:
    """Which models there are.

    `has_reader` says that one can read wishes which the rules do not understand; `endpoints` names those that prompts
    can be tried on; `advises` says that one proposes substance while the summary is read.
    """

    has_reader: bool = False
    endpoints: tuple[str, ...] = ()
    advises: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What one event led to.

    `generating` is the id of a session whose prompt is now to be made, or tried, `advising` of one about which a model
    is asked while its person reads the summary; `cancelled` of one that nobody waits for any more.
    """

    deliveries: tuple[Delivery, ...] = ()
    generating: str | None = None
    advising: str | None = None
    cancelled: str | None = None


class Chat:
    """The conversation with everybody; plain and blocking, to be called from a worker thread."""

    def __init__(  # noqa: PLR0913 - three ports, and what the operator set
        self,
        detector: Detector,
        store: Store,
        new_id: Callable[[], str],
        policy: Policy | None = None,
        *,
        models: Models | None = None,
        rate_limiter: RateLimiter | None = None,
        collects: bool = False,
        assistants: tuple[ExternalAssistant, ...] = (),
        asks_gaps: bool = False,
        mask_list: EditableList | None = None,
    ) -> None:
        """Take ready parts.

        `collects`: people can agree that their prompts become training data; `assistants` are those outside that a link
        may lead to; `asks_gaps`: somebody is there to be asked for what decides and was not said; `mask_list` is what
        words may be added to.
        """
        self._detector = detector
        self.store = store
        self._new_id = new_id
        self._policy = policy
        self._anonymizer = policy.anonymizer if policy else None
        self._has_reader = models is not None and models.has_reader
        self._advises = models is not None and models.advises
        self._models = models.endpoints if models else ()
        self._collects = collects
        self._assistants = assistants
        self._asks_gaps = asks_gaps
        self._mask_list = mask_list or EditableList()
        self._rate_limiter = rate_limiter or RateLimiter(Limits(), time.monotonic)

    @property
    def collects(self) -> bool:
        """Whether people can agree that their prompts become training data."""
        return self._collects

    def handle(self, incoming: Incoming) -> Result:
        """Take one event up; a repeat of it changes nothing and replies nothing.

        Raises:
            IllegalEvent: It cannot happen now.
            InterviewGone: It was to be done to an interview that is over or deleted.
            TextTooLong: Nothing of it was taken.
            NotCollecting: There is no training data to agree to.
            DetectorError: Nothing of it was taken, because nothing could be masked.
            ItemRefused: The policy lets no such item in.
            LimitReached: Too many interviews are open, or prompts were made; nothing has changed.
            StoreUnavailable: The database does not answer.
        """
        try:
            own = not isinstance(incoming.action, FilesRead | Pasted)
            texts = {name: self._scan_pii(raw, own=own) for name, raw in texts_of(incoming.action).items()}
        except PromptgenError as error:
            if self._is_left_alone(incoming) or (isinstance(error, PersonError) and self._was_refused(incoming)):
                return Result()
            raise
        with self.store.begin() as transaction:
            if not transaction.remember(incoming.id, incoming.place.platform):
                return Result()
            at = resolve_session(transaction, incoming)
            held = at.target or self._begun(incoming)
            if held.person != incoming.person:
                return _turn_away(transaction, held, incoming)
            masked = mask_into(held.session, held.vault, with_marks(held.session, texts), self._policy)
            step = self._advanced(
                transaction, replace(held, session=masked.session, vault=masked.vault), incoming, masked.texts
            )
            if held.session.underlying.phase is Phase.NEW and step.session.phase in UNFINISHED:
                self._allow_interview(transaction, incoming)
            vault = with_switches(masked.vault, step.session)
            if step.left:
                transaction.save(pruned(replace(held, session=step.left, vault=vault)))
                step = replace(step, session=replace(step.session, id=self._new_id()))
            after = replace(held, session=step.session, vault=vault, parent_message=incoming.parent_message)
            after = pruned(after, step.replies)
            if step.asks_gaps is not None:
                where = held.place.platform, held.place.workspace
                transaction.note_questions(held.person, *where, wanted=step.asks_gaps)
            if step.left is None and at.becomes_active(step.session, in_passing=step.in_passing):
                transaction.activate(after)
            transaction.count_outcomes(outcomes(held.session, after.session))
            messages = carded(held.session, after.session, step.replies, self._resumed_at(held.place))
            replies = tuple(shown(reply, after.session) for reply in messages)
            result = _commit(transaction, after, replies, self._anonymizer)
            cancelled = held.session.id if is_stopped(held.session, step.session) else None
        return replace(
            result, deliveries=tuple(gathered(self.store, each) for each in result.deliveries), cancelled=cancelled
        )

    def unsent(self, platform: str, session_id: str | None = None) -> tuple[Delivery, ...]:
        """Return the replies, of one session or of a hundred, that were committed and that nobody delivers."""
        outgoing = self.store.unsent(platform, session_id)
        vaults = self._vaults({each.session for each in outgoing})
        return tuple(
            gathered(self.store, Delivery(each, reveal(each, vaults[each.session], self._anonymizer)))
            for each in outgoing
        )

    def _vaults(self, sessions: Collection[str]) -> dict[str, Vault]:
        if not sessions:
            return {}
        with self.store.begin() as transaction:
            found = {session: transaction.get(session) for session in sorted(sessions)}
        return {session: held.vault if held else Vault() for session, held in found.items()}

    def _scan_pii(self, raw: RawText, *, own: bool) -> tuple[RawText, tuple[Span, ...]]:
        """Return a text as it can be shown, with what is found in it; bars in a file or an AI's answer are no marks."""
        text, marks = marked(printable(raw)) if own else (printable(raw), ())
        if len(text) > self._rate_limiter.limits.text:
            raise TextTooLong(max=self._rate_limiter.limits.text)
        return text, marks if is_wording(text.reveal()) else (*marks, *self._detector.detect(text))

    def _is_left_alone(self, incoming: Incoming) -> bool:
        """Say whether somebody wrote it in another's interview: they are not answered, whatever is wrong with it."""
        with self.store.begin() as transaction:
            held = transaction.get(incoming.session) if incoming.session else transaction.latest_at(incoming.place)
        return held is not None and held.person != incoming.person and is_message(incoming.action)

    def _was_refused(self, incoming: Incoming) -> bool:
        """Say whether an event was refused before, and note that it is now: its person is told once."""
        with self.store.begin() as transaction:
            return not transaction.remember(incoming.id, incoming.place.platform)

    def _begun(self, incoming: Incoming) -> StoredSession:
        """Begin an interview."""
        if isinstance(incoming.action, Pressed) and (Phase.NEW, type(incoming.action.event)) not in MACHINE.transitions:
            raise IllegalEvent
        session = Session(self._new_id(), incoming.locale)
        return StoredSession(session, incoming.place, incoming.person, Vault())

    def _allow_interview(self, transaction: Transaction, incoming: Incoming) -> None:
        most = self._rate_limiter.limits.interviews
        if most:
            where = incoming.place.platform, incoming.place.workspace
            if transaction.how_many(incoming.person, *where, UNFINISHED) >= most:
                raise LimitReached(reason="interviews", max=most)

    def _advanced(
        self, transaction: Transaction, held: StoredSession, incoming: Incoming, texts: Mapping[str, MaskedText]
    ) -> Step:
        since = ago(held.changed_at, transaction.now, held.session.locale) if held.changed_at else ""
        event = parse_action(incoming.action, texts, has_reader=self._has_reader, since=since)
        event = told(event, at_version(held.session, incoming.version), held.vault)
        here = self._advance_at(held.place)
        step = self._allowed(transaction, here(held.session, event, incoming.version), held.session, incoming)
        context = EffectContext(transaction, held, incoming, here, self._collects, self._assistants, self._mask_list)
        step = carried_out(step, context)
        if is_confirmed(incoming.action) and step.session.phase is Phase.CONFIRMING:
            step = carried_out(here(step.session, Confirmed()), context)
        step = with_gaps(step, is_wanted=step.is_complete and self._is_asked(transaction, incoming))
        return with_substance(step, held.vault, private=held.place.private) if self._advises else step

    def _advance_at(self, place: Place) -> "partial[Step]":
        """Return what advances a session at a place."""
        return partial(advance, around=Surroundings(self._models, shared=not place.private))

    def _resumed_at(self, place: Place) -> Callable[[Session], tuple[Reply, ...]]:
        return lambda session: self._advance_at(place)(session, Resumed()).replies

    def _is_asked(self, transaction: Transaction, incoming: Incoming) -> bool:
        where = incoming.place.platform, incoming.place.workspace
        return self._asks_gaps and transaction.wants_questions(incoming.person, *where)

    def _allowed(self, transaction: Transaction, step: Step, before: Session, incoming: Incoming) -> Step:
        """Return the step if the operator allows what it leads to; a line for which there is no model now is kept.

        Raises:
            LimitReached: They do not.
        """
        after = step.session
        if after.phase is not Phase.GENERATING or before.underlying.phase is Phase.GENERATING:
            return step
        try:
            rated = RateKind.PROMPTS if after.job is Job.PROMPT else RateKind.ANSWERS
            self._rate_limiter.take_together(rated, incoming.person, incoming.place, transaction.spend)
        except LimitReached as error:
            event = MACHINE.refused(after.state, int(error.details["minutes"]))
            if event is None:
                raise
            return self._advance_at(incoming.place)(after, event)
        return step


def _turn_away(transaction: Transaction, held: StoredSession, incoming: Incoming) -> Result:
    """Leave what others write alone; tell those who press a button of somebody else's."""
    if is_message(incoming.action):
        return Result()
    hint = (Tell("error.not_owner"),)
    return Result(deliver(transaction.send(held, hint, only_to=incoming.person), Vault()))


def _commit(
    transaction: Transaction, held: StoredSession, replies: tuple[Reply, ...], anonymizer: Anonymizer | None
) -> Result:
    session = held.session
    if session.phase is Phase.FORGOTTEN:
        transaction.forget(held.person, held.place.platform, held.place.workspace)
        to = Outgoing(0, "", held.place, held.person, session.locale, Reply(), parent_message=held.parent_message)
        farewell = tuple(replace(to, reply=reply) for reply in replies)
        return Result(deliver(farewell, Vault()))
    transaction.save(held)
    deliveries = deliver(send(transaction, held, replies), held.vault, anonymizer)
    is_generating = session.phase is Phase.GENERATING
    return Result(deliveries, session.id if is_generating else None, session.id if session.advising else None)


def is_stopped(before: Session, after: Session) -> bool:
    """Say whether what a model was waited for is not wanted any more."""
    if before.advising:
        return after.advising != before.advising
    waited = before.phase is Phase.GENERATING
    return waited and (after.phase is not Phase.GENERATING or after.job_seq != before.job_seq)
