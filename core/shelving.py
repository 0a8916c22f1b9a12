"""The library's side of a turn: the kept prompt that is wanted, and what is put there or changed."""

from dataclasses import replace

from core.conversation import events
from core.conversation.events import Event
from core.conversation.replies import Tell
from core.conversation.step import Step
from core.incoming import Incoming, team_of
from core.library.entry import Amendment
from core.ports import Transaction


def with_prompt(transaction: Transaction, event: Event, incoming: Incoming) -> Event:
    """Put the kept prompt into the wish to use it, if this person may see it here."""
    if not isinstance(event, events.EntryUsed):
        return event
    entries = transaction.entries(incoming.person, incoming.place)
    return replace(event, prompt=next((entry.prompt for entry in entries if entry.number == event.number), None))


def shelved(transaction: Transaction, step: Step, incoming: Incoming) -> Step:
    """Carry out what a step means for the library."""
    if step.kept:
        transaction.keep(step.kept, incoming.person, incoming.place)
    if step.amended and step.amended.amendment is Amendment.SHARE and not team_of(incoming.place):
        return replace(step, replies=(Tell("library.no_team"),))
    if step.amended:
        transaction.amend(step.amended, incoming.person, incoming.place)
    return step
