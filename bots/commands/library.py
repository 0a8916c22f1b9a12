"""`promptgen library`: kept prompts on the command line."""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Final

from bots.commands.json_lines import dumped
from bots.commands.progress import watched
from bots.commands.stdin_or_files import opened, whole
from bots.container import load_detector, load_policy, opened_store
from bots.terminal.places import PERSON, place
from core.conversation.texts import t
from core.errors import InputError
from core.features.library import LONGEST_NAME, ImportedEntry, as_json, as_markdown, found, read
from core.ports import Detector, Store
from core.ports.library import LibraryEntry, SavedPrompt
from core.privacy.batch_mask import mask_together
from core.privacy.policy import Policy
from core.privacy.printable import printable
from core.privacy.text import RawText
from core.privacy.vault import Vault
from core.settings import Settings
from core.values.locale import Locale

_FORMS: Final[dict[str, Callable[[Sequence[LibraryEntry]], str]]] = {"json": as_json, "markdown": as_markdown}


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Do what was asked for with the library of the person at this machine.

    Raises:
        InputError: There is no such prompt, or the file cannot be read.
        ItemRefused: The policy lets no such item in.
    """
    with opened_store(settings, read_beside=True) as store:
        library = _Library(store, settings.locale)
        match options.action:
            case "list" | "search":
                library.search(" ".join(options.query), as_json=options.json)
            case "show":
                library.show(options.number)
            case "export":
                library.export(options.format)
            case _:
                with opened(options.file) as stream:
                    library.take(whole(stream), load_detector(settings), load_policy(settings))
    return 0


class _Library:
    """The library of the person at this machine."""

    def __init__(self, store: Store, locale: Locale) -> None:
        self._store = store
        self._locale = locale
        self._place = place("terminal")

    def search(self, query: str, *, as_json: bool) -> None:
        """Write the number, name and tags of each entry that is found, a line each; all of them for an empty query."""
        for entry in found(self._mine(), query):
            if as_json:
                data = {"number": entry.number, "name": entry.name, "tags": entry.tags, "favourite": entry.favourite}
                sys.stdout.write(dumped(data) + "\n")
                continue
            tags = " ".join(f"#{tag}" for tag in entry.tags)
            star = "★ " if entry.favourite else ""
            sys.stdout.write(f"{entry.number}\t{star}{entry.name}\t{tags}\n")

    def show(self, number: int) -> None:
        """Write one prompt."""
        prompt = next((entry.prompt for entry in self._mine() if entry.number == number), None)
        if prompt is None:
            raise InputError(reason="not_kept")
        sys.stdout.write(f"{prompt}\n")

    def export(self, form: str) -> None:
        """Write all entries as JSON or Markdown."""
        sys.stdout.write(_FORMS[form](self._mine()))

    def take(self, text: str, detector: Detector, policy: Policy) -> None:
        """Keep the prompts of a file that was exported; they are masked first, whatever was done to the file.

        What is there already under the same name is not kept a second time.
        """
        drafts = read(printable(RawText(text)).reveal())
        kept = [self._kept(draft, detector, policy) for draft in watched(drafts, total=len(drafts))]
        there = {(entry.name, entry.prompt) for entry in self._mine()}
        new = {(each.name, each.prompt): each for each in kept if (each.name, each.prompt) not in there}
        with self._store.begin() as transaction:
            for each in new.values():
                transaction.save_prompt(each, PERSON, self._place)
        same = len(kept) - len(new)
        sentence = t(self._locale, "library.imported", count=len(new))
        if same:
            sentence += ". " + t(self._locale, "library.imported_before", count=same)
        sys.stderr.write(sentence + "\n")

    def _mine(self) -> list[LibraryEntry]:
        with self._store.begin() as transaction:
            entries = transaction.entries(PERSON, self._place)
        return [entry for entry in reversed(entries) if entry.mine]

    def _kept(self, draft: ImportedEntry, detector: Detector, policy: Policy) -> SavedPrompt:
        texts = enumerate(map(RawText, (draft.prompt, draft.name[:LONGEST_NAME], *draft.tags)))
        found = {place: (text, detector.detect(text)) for place, text in texts}
        prompt, name, *tags = mask_together(found, Vault(), self._locale, policy).texts.values()
        return SavedPrompt(name, prompt, tuple(tags), favourite=draft.favourite)
