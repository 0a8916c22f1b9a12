"""The library's side of a turn: the kept prompt that is wanted, and what is put there or changed."""

from dataclasses import replace

from core.conversation import events
from core.conversation.replies import Tell
from core.conversation.session import Asked
from core.conversation.step import Step
from core.features.library.entry import Amendment
from core.messages import Incoming, team_of
from core.ports import Transaction
from core.privacy.vault import Vault
from core.usecases.reveal import keep_hidden


def brought(transaction: Transaction, number: int, incoming: Incoming) -> events.EntryBrought:
    """Return the kept prompt of a number, if this person may see it here."""
    entries = transaction.entries(incoming.person, incoming.place)
    return events.EntryBrought(next((entry.prompt for entry in entries if entry.number == number), None))


def shelved(transaction: Transaction, step: Step, incoming: Incoming, vault: Vault) -> Step:
    """Carry out what a step means for the library, where everything is masked, kept items too: a team may see it."""
    if step.kept:
        kept = keep_hidden(step.kept, vault, step.session.locale)
        transaction.keep(kept, incoming.person, incoming.place)
    if _asks_in_vain(step, incoming):
        return replace(step, session=step.session.uncovered, replies=(Tell("library.no_team"),))
    if step.amended and step.amended.amendment is Amendment.SHARE and not team_of(incoming.place):
        return replace(step, replies=(Tell("library.no_team"),))
    if step.amended:
        transaction.amend(step.amended, incoming.person, incoming.place)
    return step


def _asks_in_vain(step: Step, incoming: Incoming) -> bool:
    """Say whether a person is asked whether to share where there is nobody to share with."""
    confirming = step.session.confirming
    return confirming is not None and confirming.what is Asked.SHARE_ENTRY and not team_of(incoming.place)
