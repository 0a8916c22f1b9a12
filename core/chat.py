"""The one use case: something a person did, and what to reply.

The slow part, finding what is personal, comes before the transaction and needs nothing of it. Inside the transaction
the event is remembered, the session loaded, the text masked, the conversation advanced, and all of it saved with the
replies to send. What is sent later is what was committed.
"""

import json
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.allowances import Allowances
from core.conversation import events
from core.conversation.consent import Consent
from core.conversation.controls import Control, control_in
from core.conversation.events import Event
from core.conversation.figures import changes
from core.conversation.library_words import tags_in
from core.conversation.machine import TRANSITIONS, advance, meant
from core.conversation.questions import Key
from core.conversation.replies import (
    FOR_ONE,
    Reply,
    ShowEntry,
    ShowExport,
    ShowLibrary,
    ShowLibraryFile,
    ShowRestored,
    ShowTakeaway,
    ShowTrial,
    ShowVerdict,
    Tell,
)
from core.conversation.session import Document, Phase, Session
from core.conversation.step import Step
from core.conversation.typed import event_of
from core.conversation.wordings import is_wording
from core.errors import IllegalEvent, LimitReached, NotCollecting, PromptgenError, TextTooLong
from core.focus import UNFINISHED, focus
from core.incoming import (
    Action,
    FileRead,
    FormFilled,
    Incoming,
    Opened,
    Outgoing,
    Pasted,
    Pressed,
    Revealed,
    Shelved,
    Typed,
    team_of,
)
from core.library.entry import Amendment, Entry
from core.library.exchange import as_markdown
from core.library.search import found
from core.limits import Limits, Rated
from core.masking import mask_into, with_switches
from core.outside import Outside
from core.ports import Detector, Held, Store, Transaction
from core.privacy.labels import find_labels
from core.privacy.policy import Policy
from core.privacy.printable import printable
from core.privacy.spans import Span
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault
from core.reveal import reveal

_LEFT_OUT: Final = "left_out"


@dataclass(frozen=True, slots=True)
class Models:
    """Which models there are.

    `has_reader` says that one can read wishes which the rules do not understand; `endpoints` names those that prompts
    can be tried on.
    """

    has_reader: bool = False
    endpoints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """A committed reply, ready to be rendered and sent."""

    outgoing: Outgoing
    revealed: Revealed


@dataclass(frozen=True, slots=True)
class Turn:
    """What one event led to.

    `generating` is the id of a session whose prompt is now to be made, or tried; `stopped` of one that nobody waits for
    any more.
    """

    deliveries: tuple[Delivery, ...] = ()
    generating: str | None = None
    stopped: str | None = None


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
        allowances: Allowances | None = None,
        collects: bool = False,
        outside: tuple[Outside, ...] = (),
    ) -> None:
        """Take ready parts.

        `collects`: people can agree that their prompts are learnt from; `outside` are the assistants that a link may
        lead to.
        """
        self._detector = detector
        self._store = store
        self._new_id = new_id
        self._policy = policy
        self._has_reader = models is not None and models.has_reader
        self._endpoints = models.endpoints if models else ()
        self._collects = collects
        self._outside = tuple(map(str, outside))
        self._allowances = allowances or Allowances(Limits(), time.monotonic)

    def handle(self, incoming: Incoming) -> Turn:
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
            texts = {name: self._examined(raw) for name, raw in _texts(incoming.action).items()}
        except PromptgenError:
            if self._is_left_alone(incoming):
                return Turn()
            raise
        with self._store.begin() as transaction:
            if not transaction.remember(incoming.id, incoming.place.platform):
                return Turn()
            at = focus(transaction, incoming)
            held = at.meant or self._begun(transaction, incoming)
            if held.person != incoming.person:
                return _turn_away(transaction, held, incoming)
            masked = mask_into(held.session, held.vault, texts, self._policy)
            event = self._event(incoming.action, masked.texts, held.session)
            session = replace(masked.session, endpoints=self._endpoints)
            event = self._allowed(meant(session, event))
            step = advance(session, _with_prompt(transaction, event, incoming))
            step = _shelved(transaction, step, incoming)
            if step.session.phase is Phase.GENERATING is not held.session.phase:
                self._allowances.take(Rated.PROMPTS, incoming.person, incoming.place)
            vault = with_switches(masked.vault, step.session)
            after = replace(held, session=step.session, vault=vault, beneath=incoming.beneath)
            for figure, change in changes(held.session, step.session):
                transaction.count(figure, change)
            _note_consent(transaction, after, event)
            if at.comes_forward(step.session, event):
                transaction.bring_forward(after)
            turn = _commit(transaction, after, tuple(map(self._with_links, step.replies)))
            for comparison in (reply.comparison for reply in step.replies if isinstance(reply, ShowVerdict)):
                transaction.note_vote(after, comparison)
            stopped = held.session.id if is_stopped(held.session, step.session) else None
        return replace(turn, deliveries=tuple(map(self._gathered, turn.deliveries)), stopped=stopped)

    def unsent(self, platform: str, session_id: str | None = None) -> tuple[Delivery, ...]:
        """Return the replies, of one session or of all, that were committed and that nobody delivers."""
        return tuple(self._delivery(outgoing) for outgoing in self._store.unsent(platform, session_id))

    def mark_sent(self, receipts: Mapping[int, str]) -> Collection[str]:
        """Note that replies were delivered; return the sessions in which others still wait."""
        return self._store.mark_sent(receipts)

    def _delivery(self, outgoing: Outgoing) -> Delivery:
        with self._store.begin() as transaction:
            held = transaction.get(outgoing.session)
        return self._gathered(Delivery(outgoing, reveal(outgoing, held.vault if held else Vault())))

    def _gathered(self, delivery: Delivery) -> Delivery:
        """Gather at the last moment what a reply is about: a person's data, or what they keep."""
        match delivery.outgoing.reply:
            case ShowExport():
                return _with_document(delivery, self._data(delivery.outgoing))
            case ShowLibraryFile():
                mine = (entry for entry in self._entries(delivery.outgoing) if entry.mine)
                return _with_document(delivery, as_markdown(mine))
            case ShowLibrary() | ShowEntry() as reply:
                entries = _asked_for(reply, self._entries(delivery.outgoing))
                return replace(delivery, revealed=replace(delivery.revealed, entries=entries))
            case _:
                return delivery

    def _data(self, outgoing: Outgoing) -> str:
        """Return all that is known of a person: it holds real values, which are stored nowhere in the clear."""
        data = self._store.export(outgoing.person, outgoing.place.platform, outgoing.place.workspace)
        return json.dumps(data, ensure_ascii=False, indent=2)

    def _entries(self, outgoing: Outgoing) -> Sequence[Entry]:
        with self._store.begin() as transaction:
            return transaction.entries(outgoing.person, outgoing.place)

    def _examined(self, raw: RawText) -> tuple[RawText, tuple[Span, ...]]:
        text = printable(raw)
        if len(text) > self._allowances.limits.text:
            raise TextTooLong(max=self._allowances.limits.text)
        return text, () if is_wording(text.reveal()) else self._detector.detect(text)

    def _is_left_alone(self, incoming: Incoming) -> bool:
        """Say whether somebody wrote it in another's interview: they are not answered, whatever is wrong with it."""
        with self._store.begin() as transaction:
            held = transaction.open_at(incoming.place)
        return held is not None and held.person != incoming.person and _is_written(incoming.action)

    def _begun(self, transaction: Transaction, incoming: Incoming) -> Held:
        """Begin an interview."""
        if isinstance(incoming.action, Pressed) and (Phase.NEW, type(incoming.action.event)) not in TRANSITIONS:
            raise IllegalEvent
        if not isinstance(incoming.action, Pressed):  # who asks for their data, or to delete it, begins nothing
            self._allow_interview(transaction, incoming)
        session = Session(self._new_id(), incoming.locale)
        return Held(session, incoming.place, incoming.person, Vault())

    def _allow_interview(self, transaction: Transaction, incoming: Incoming) -> None:
        most = self._allowances.limits.interviews
        if most:
            theirs = transaction.held_by(incoming.person, incoming.place.platform, incoming.place.workspace)
            if sum(held.session.phase in UNFINISHED for held in theirs) >= most:
                raise LimitReached(reason="interviews", max=most)

    def _with_links(self, reply: Reply) -> Reply:
        return replace(reply, assistants=self._outside) if isinstance(reply, ShowTakeaway) else reply

    def _allowed(self, event: Event) -> Event:
        if isinstance(event, events.ConsentRequested | events.ConsentGiven) and not self._collects:
            raise NotCollecting
        return event

    def _event(self, action: Action, masked: Mapping[str, MaskedText], session: Session) -> Event:
        match action:
            case Opened():
                return _wanted(masked.get("text")) or events.Started(masked.get("text"))
            case Typed():
                said = events.Said(masked["text"], self._has_reader)
                opens = _is_new(session) and meant(session, said) is said
                return _opening(masked["text"]) if opens else said
            case Pressed(event=event):
                return event
            case _:
                return _handed_in(action, masked)


def deliver(outgoing: tuple[Outgoing, ...], vault: Vault) -> tuple[Delivery, ...]:
    """Return committed replies as their readers may see them."""
    return tuple(Delivery(row, reveal(row, vault)) for row in outgoing)


def _handed_in(action: Pasted | Shelved | FormFilled | FileRead, masked: Mapping[str, MaskedText]) -> Event:
    """Return what a window that was sent, or a file, is to the conversation."""
    match action:
        case Pasted():
            return events.AnswerPasted(masked["text"])
        case Shelved():
            name = MaskedText(masked["name"].strip())
            return events.SaveRequested(name or None, tags_in(masked["tags"]))
        case FormFilled():
            return events.FormSent({Key(name): text for name, text in masked.items()})
        case FileRead(pages=pages, pages_used=used):
            left_out = tuple(text for name, text in masked.items() if name.startswith(_LEFT_OUT))
            return events.ReferenceAdded(Document(masked["name"], pages, used), masked["text"], left_out)


def _texts(action: Action) -> Mapping[str, RawText]:
    match action:
        case Opened(purpose=RawText() as purpose):
            return {"text": purpose}
        case Typed(text=text) | Pasted(text=text):
            return {"text": text}
        case FormFilled(texts=texts):
            return {str(key): text for key, text in texts.items()}
        case FileRead(name=name, text=text, left_out=left_out):
            return {"name": name, "text": text} | {f"{_LEFT_OUT}{n}": other for n, other in enumerate(left_out)}
        case Shelved(name=name, tags=tags):
            return {"name": name, "tags": tags}
        case _:
            return {}


def _is_new(session: Session) -> bool:
    return session.phase is Phase.NEW and not session.confirming_forget and session.filling is None


def _with_prompt(transaction: Transaction, event: Event, incoming: Incoming) -> Event:
    """Put the kept prompt into the wish to use it, if this person may see it here."""
    if not isinstance(event, events.EntryUsed):
        return event
    entries = transaction.entries(incoming.person, incoming.place)
    return replace(event, prompt=next((entry.prompt for entry in entries if entry.number == event.number), None))


def _shelved(transaction: Transaction, step: Step, incoming: Incoming) -> Step:
    """Carry out what a step means for the library."""
    if step.kept:
        transaction.keep(step.kept, incoming.person, incoming.place)
    if step.amended and step.amended.amendment is Amendment.SHARE and not team_of(incoming.place):
        return replace(step, replies=(Tell("library.no_team"),))
    if step.amended:
        transaction.amend(step.amended, incoming.person, incoming.place)
    return step


def _with_document(delivery: Delivery, document: str) -> Delivery:
    return replace(delivery, revealed=replace(delivery.revealed, restored=RawText(document)))


def _asked_for(reply: ShowLibrary | ShowEntry, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    if isinstance(reply, ShowLibrary):
        theirs = [entry for entry in entries if (entry.shared if reply.team else entry.mine)]
        return found(theirs, reply.query or "")
    if reply.number:
        return tuple(entry for entry in entries if entry.number == reply.number)
    return tuple(entry for entry in entries if entry.mine)[:1]


def _opening(text: MaskedText) -> Event:
    """Take the first message of a conversation for what it asks for, or its purpose, unless it is a mere hello."""
    control = control_in(text)
    event = event_of(control) if control else None
    if event is not None and (Phase.NEW, type(event)) in TRANSITIONS:
        return event
    return events.Started(text if len(text.split()) > 1 else None)


def _wanted(text: MaskedText | None) -> Event | None:
    """Return what a first text asks for by a word of the controls, besides an interview."""
    return events.RehearsalRequested() if text is not None and control_in(text) is Control.REHEARSE else None


def _note_consent(transaction: Transaction, held: Held, event: Event) -> None:
    """Keep what a person says to being learnt from."""
    said = {events.ConsentGiven: Consent.GIVEN, events.ConsentWithdrawn: Consent.WITHDRAWN}
    consent = said.get(type(event))
    if consent:
        transaction.note_consent(held.person, held.place.platform, held.place.workspace, consent)


def _turn_away(transaction: Transaction, held: Held, incoming: Incoming) -> Turn:
    """Leave what others write alone; tell those who press a button of somebody else's."""
    if _is_written(incoming.action):
        return Turn()
    hint = (Tell("error.not_owner"),)
    return Turn(deliver(transaction.send(held, hint, only_to=incoming.person), Vault()))


def _is_written(action: Action) -> bool:
    match action:
        case Typed() | FileRead() | Pressed(event=events.ReferenceRefused() | events.SentNoWords()):
            return True
        case _:
            return False


def _commit(transaction: Transaction, held: Held, replies: tuple[Reply, ...]) -> Turn:
    session = held.session
    if session.phase is Phase.FORGOTTEN:
        transaction.forget(held.person, held.place.platform, held.place.workspace)
        to = Outgoing(0, "", held.place, held.person, session.locale, Reply(), beneath=held.beneath)
        farewell = tuple(replace(to, reply=reply) for reply in replies)
        return Turn(deliver(farewell, Vault()))
    transaction.save(held)
    deliveries = deliver(send(transaction, held, replies), held.vault)
    return Turn(deliveries, session.id if session.phase is Phase.GENERATING else None)


def send(transaction: Transaction, held: Held, replies: tuple[Reply, ...]) -> tuple[Outgoing, ...]:
    """Put replies into the outbox; some are for their owner alone, wherever that is.

    Where others read along, an answer with labels comes a second time, restored, to its owner.
    """
    if held.place.private:
        return transaction.send(held, replies)
    own = held.person if any(isinstance(reply, FOR_ONE) for reply in replies) else None
    outgoing = transaction.send(held, replies, only_to=own)
    copies = [
        ShowRestored(reply.trial.answer) for reply in replies if isinstance(reply, ShowTrial) and not reply.letter
    ]
    hidden = [copy for copy in copies if any(held.vault.get(label) for label in find_labels(copy.text))]
    return (*outgoing, *(transaction.send(held, hidden, only_to=held.person) if hidden else ()))


def is_stopped(before: Session, after: Session) -> bool:
    """Say whether what a model was waited for is not wanted any more."""
    waited = before.phase is Phase.GENERATING
    return waited and (after.phase is not Phase.GENERATING or after.errands != before.errands)
