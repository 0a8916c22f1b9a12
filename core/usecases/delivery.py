"""The delivery of committed replies: who may see which, with what is gathered only at the last moment."""

import json
from dataclasses import dataclass, replace

from core.conversation.model_replies import ShowTrial
from core.conversation.replies import Reply, ShowExport, ShowRestored
from core.features.registry import GATHERS
from core.messages import Outgoing, Revealed
from core.ports import Store, StoredSession, Transaction
from core.privacy.anonymizer import Anonymizer
from core.privacy.labels import find_labels
from core.privacy.text import RawText
from core.privacy.vault import Vault
from core.usecases.reveal import reveal


@dataclass(frozen=True, slots=True)
class Delivery:
    """A committed reply, ready to be rendered and sent."""

    outgoing: Outgoing
    revealed: Revealed


def send(transaction: Transaction, held: StoredSession, replies: tuple[Reply, ...]) -> tuple[Outgoing, ...]:
    """Put replies into the outbox; some are for their owner alone, wherever that is.

    Where others read along, an answer with labels comes a second time, restored, to its owner.
    """
    if held.place.private:
        return transaction.send(held, replies)
    own = held.person if any(reply.for_one for reply in replies) else None
    outgoing = transaction.send(held, replies, only_to=own)
    copies = [
        ShowRestored(reply.trial.answer) for reply in replies if isinstance(reply, ShowTrial) and not reply.letter
    ]
    hidden = [copy for copy in copies if any(held.vault.get(label) for label in find_labels(copy.text))]
    return (*outgoing, *(transaction.send(held, hidden, only_to=held.person) if hidden else ()))


def deliver(outgoing: tuple[Outgoing, ...], vault: Vault, anonymizer: Anonymizer | None = None) -> tuple[Delivery, ...]:
    """Return committed replies as their readers may see them."""
    return tuple(Delivery(row, reveal(row, vault, anonymizer)) for row in outgoing)


def gathered(store: Store, delivery: Delivery) -> Delivery:
    """Gather at the last moment what a reply is about: a person's data, or what they keep."""
    outgoing, revealed = delivery.outgoing, delivery.revealed
    if isinstance(outgoing.reply, ShowExport):
        return replace(delivery, revealed=replace(revealed, restored=RawText(_data(store, outgoing))))
    gather = GATHERS.get(type(outgoing.reply))
    return replace(delivery, revealed=gather(outgoing.reply, store, outgoing, revealed)) if gather else delivery


def _data(store: Store, outgoing: Outgoing) -> str:
    """Return all that is known of a person: it holds real values, which are stored nowhere in the clear."""
    data = store.export(outgoing.person, outgoing.place.platform, outgoing.place.workspace)
    return json.dumps(data, ensure_ascii=False, indent=2)
