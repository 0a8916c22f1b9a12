"""The codes of what the controls of the library carry: `library:team`, `entry:open:7`, `entry:delete:7`."""

import re
from typing import Final

from core.conversation.event_code import EventCode
from core.features.library.events import EntryAmended, EntryOpened, EntryUsed, LibraryExported, LibraryRequested
from core.ports.library import Amendment

_ENTRY: Final = re.compile(r"[1-9][0-9]{0,8}")
_PRESSED: Final = frozenset(set(Amendment) - {Amendment.RENAME, Amendment.TAG})


def _write_list(event: LibraryRequested) -> str | None:
    return ("team" if event.team else "mine") if event.query is None else None


def _read_list(rest: str) -> LibraryRequested | None:
    return {"mine": LibraryRequested(), "team": LibraryRequested(team=True)}.get(rest)


def _write_change(event: EntryAmended) -> str | None:
    return None if event.texts else f"{event.amendment}:{event.number}"


def _read_change(rest: str) -> EntryAmended | None:
    verb, _, number = rest.partition(":")
    return EntryAmended(int(number), Amendment(verb)) if verb in _PRESSED and _ENTRY.fullmatch(number) else None


def _of_entry(verb: str, event: type[EntryOpened | EntryUsed]) -> EventCode:
    def read(rest: str) -> EntryOpened | EntryUsed | None:
        found, _, number = rest.partition(":")
        return event(int(number)) if found == verb and _ENTRY.fullmatch(number) else None

    return EventCode("entry", event, lambda found: f"{verb}:{found.number}", read)


LIBRARY_CODES: Final = (
    EventCode("library", LibraryRequested, _write_list, _read_list),
    EventCode("library", LibraryExported, lambda _: "file", {"file": LibraryExported()}.get),
    _of_entry("open", EntryOpened),
    _of_entry("use", EntryUsed),
    EventCode("entry", EntryAmended, _write_change, _read_change),
)
