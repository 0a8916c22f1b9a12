"""What is gathered of the library just before it is shown."""

from collections.abc import Sequence
from dataclasses import replace

from core.features.library.exchange import as_markdown
from core.features.library.replies import ShowEntry, ShowFilled, ShowLibrary, ShowLibraryFile
from core.features.library.search import found
from core.features.library.variables import fill, variables_in
from core.messages import Outgoing, Revealed
from core.ports import Store
from core.ports.library import LibraryEntry
from core.privacy.anonymizer import Anonymizer
from core.privacy.text import RawText
from core.privacy.unmask import unmask
from core.privacy.vault import Vault
from core.prompting.label_sentence import about_labels


def reveal_filled(reply: ShowFilled, _outgoing: Outgoing, vault: Vault, anonymizer: Anonymizer | None) -> Revealed:
    """Put the given values in; the labels of the kept prompt are another vault's, and stay where nothing was given."""
    values = {variable: unmask(value, vault, anonymizer) for variable, value in reply.values.items()}
    left = tuple(variable for variable in variables_in(reply.prompt) if variable not in values)
    return Revealed(reply, {}, fill(about_labels(reply.prompt, left), values), left)


def gather_list(reply: ShowLibrary, store: Store, outgoing: Outgoing, revealed: Revealed) -> Revealed:
    """Put in what a person or their team keeps, and the query finds."""
    theirs = [entry for entry in _entries(store, outgoing) if (entry.shared if reply.team else entry.mine)]
    return replace(revealed, reply=replace(reply, entries=found(theirs, reply.query or "")))


def gather_entry(reply: ShowEntry, store: Store, outgoing: Outgoing, revealed: Revealed) -> Revealed:
    """Put in the entry that is shown, if this person may see it."""
    entries = _entries(store, outgoing)
    shown = [entry for entry in entries if (entry.number == reply.number if reply.number else entry.mine)]
    return replace(revealed, reply=replace(reply, entry=shown[0] if shown else None))


def gather_file(_reply: ShowLibraryFile, store: Store, outgoing: Outgoing, revealed: Revealed) -> Revealed:
    """Put in the file with all that a person keeps."""
    document = as_markdown(entry for entry in _entries(store, outgoing) if entry.mine)
    return replace(revealed, restored=RawText(document))


def _entries(store: Store, outgoing: Outgoing) -> Sequence[LibraryEntry]:
    with store.begin() as transaction:
        return transaction.entries(outgoing.person, outgoing.place)
