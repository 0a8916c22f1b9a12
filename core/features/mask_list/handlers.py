"""Adding a word to the team's list from the summary, and having it so in this conversation whatever comes of that."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.conversation.confirming import switch_item
from core.conversation.events import ItemSwitched
from core.conversation.masked_items import labels_in
from core.conversation.session import MaskedItem, Phase, Session
from core.conversation.step import Effect, Step
from core.conversation.summary import show_summary
from core.errors import SetupError
from core.features.mask_list.events import ListingRequested
from core.features.mask_list.replies import TellListed
from core.features.mask_list.typed_words import is_risky, order_in
from core.messages import Typed
from core.ports.counters import Choice, Outcome
from core.ports.effects import EffectContext
from core.privacy.entities import EntityType
from core.privacy.labels import find_labels
from core.privacy.spans import BY_PERSON, Span
from core.privacy.text import MaskedText, RawText
from core.privacy.unmask import unmask

_ADDED = frozenset({"masked", "kept"})
LISTENS = frozenset({Phase.SUMMARY, Phase.OPTIONS})

_Texts = Mapping[str, tuple[RawText, tuple[Span, ...]]]


@dataclass(frozen=True, slots=True)
class List(Effect):
    """A word, or the label of an item, is to be put on the list."""

    word: MaskedText
    type: EntityType
    masks: bool

    def carry_out(self, step: Step, context: EffectContext) -> Step:
        """Put it there where the person may, count that they did, and say what came of it."""
        listed = self._listed(context)
        if listed in _ADDED and not self._is_counted(step, context):
            item = next((item for item in step.session.items if item.label == self.word), None)
            detail = f"{item.type}: {item.found_by}" if item and item.found_by else str(self.type)
            context.transaction.count_outcomes([Outcome(Choice.ITEM, "", detail, listed)])
        return step.after(TellListed(f"list.{listed}", {"word": self.word}))

    def _is_counted(self, step: Step, context: EffectContext) -> bool:
        """Say whether the item is switched or new in the session, which is counted from that, now or once confirmed."""
        if step.session.phase is Phase.CONFIRMING:
            return True
        before = context.transaction.get(context.held.session.id)
        known = {item.label: item.kept for item in before.session.items} if before else {}
        item = next((item for item in step.session.items if item.label == self.word), None)
        if item is None or item.label in known:
            return item is not None and known[item.label] != item.kept
        return item.found_by == BY_PERSON and item.label in labels_in(replace(step.session, former={}))

    def _listed(self, context: EffectContext) -> str:
        value, to = self._value(context), context.mask_list
        if value is None:
            return "no_value"
        if is_risky(value.reveal(), self.type, masks=self.masks):
            return "risky"
        if to.words is None:
            return "no_file"
        if context.incoming.person not in to.editors:
            return "not_allowed"
        try:
            is_new = to.words.add(value, self._kind(context), masks=self.masks)
        except SetupError:
            return "unwritable"
        return ("masked" if self.masks else "kept") if is_new else "known"

    def _value(self, context: EffectContext) -> RawText | None:
        """Return the word as it was written; None where the operator's policy keeps no such value."""
        value, action = unmask(self.word, context.held.vault), context.incoming.action
        if find_labels(self.word):
            return None if find_labels(value.reveal()) else value
        return value if isinstance(action, Typed) and value.reveal() in action.text.reveal() else None

    def _kind(self, context: EffectContext) -> EntityType:
        """Return the type of an item that there was before; what is found in these few words alone is a guess."""
        before = context.transaction.get(context.held.session.id)
        was_there = before is not None and any(item.label == self.word for item in before.session.items)
        return self.type if was_there else EntityType.CUSTOM


def request_in(session: Session, text: MaskedText) -> ListingRequested | None:
    """Return what a text asks for at the summary; None if it is about something else."""
    order = order_in(text) if session.phase in LISTENS else None
    return ListingRequested(MaskedText(text[order.start : order.end]), order.masks) if order else None


def list_word(session: Session, event: ListingRequested) -> Step:
    """Have it so in this conversation, and ask for it to be so in all."""
    item = _named(session, event.word)
    if item is None:
        return replace(show_summary(session), effects=(List(event.word, EntityType.CUSTOM, event.masks),))
    is_so = item.kept is not event.masks
    step = (
        show_summary(session)
        if is_so
        else switch_item(session, ItemSwitched(item.label, kept=not event.masks, around=event.around))
    )
    return replace(step, effects=(List(MaskedText(item.label), item.type, event.masks),))


def with_word_marked(session: Session, texts: _Texts) -> _Texts:
    """Return what a person typed with the word marked that is always to be masked: here it is, too, from now on."""
    if session.underlying.phase not in LISTENS:
        return texts
    return {name: (raw, (*spans, *_marks(session, raw))) for name, (raw, spans) in texts.items()}


def _marks(session: Session, raw: RawText) -> tuple[Span, ...]:
    text = raw.reveal()
    order = order_in(text)
    if order is None or not order.masks:
        return ()
    word = text[order.start : order.end]
    if _named(session, word) or is_risky(word, EntityType.CUSTOM, masks=True):
        return ()
    return (Span(order.start, order.end, EntityType.CUSTOM, 0.5, BY_PERSON),)


def _named(session: Session, word: str) -> MaskedItem | None:
    """Return the item whose label a word is, with its braces or without."""
    name = word.strip("{}").casefold()
    return next((item for item in session.items if item.label.strip("{}").casefold() == name), None)
