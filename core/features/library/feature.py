"""The library, as a part of the conversation."""

import re
from collections.abc import Iterator
from typing import Final

from core.conversation import events as interview
from core.conversation.control_names import Control, Where
from core.conversation.control_specs import ControlSpec, Offer
from core.conversation.event_code import EventCode
from core.conversation.inputs import Input, InputField
from core.conversation.part import Lookup, Part
from core.conversation.transitions import ANYWHERE, LOOKED_OVER, rows
from core.features.library import events, handlers, replies, reveal, shown_text
from core.features.library.actions import SaveSubmitted, Searched
from core.features.library.limits import LONGEST_NAME, LONGEST_TAGS
from core.features.library.search import found
from core.features.library.state import LibraryAsked, LibraryPhase, TemplateForm
from core.features.library.typed_words import asks_for_library, library_event, read_value
from core.messages import Place
from core.ports import Transaction
from core.ports.library import Amendment

_ENTRY: Final = re.compile(r"[1-9][0-9]{0,8}")
_PRESSED: Final = frozenset(set(Amendment) - {Amendment.RENAME, Amendment.TAG})


def _write_list(event: events.LibraryRequested) -> str | None:
    return ("team" if event.team else "mine") if event.query is None else None


def _read_list(rest: str) -> events.LibraryRequested | None:
    return {"mine": events.LibraryRequested(), "team": events.LibraryRequested(team=True)}.get(rest)


def _write_change(event: events.EntryAmended) -> str | None:
    return None if event.texts else f"{event.amendment}:{event.number}"


def _read_change(rest: str) -> events.EntryAmended | None:
    verb, _, number = rest.partition(":")
    return events.EntryAmended(int(number), Amendment(verb)) if verb in _PRESSED and _ENTRY.fullmatch(number) else None


def _suggest(transaction: Transaction, person: str, place: Place, typed: str) -> Iterator[tuple[str, interview.Event]]:
    """Yield the entries of a person's own that are found by what is typed."""
    own = [entry for entry in transaction.entries(person, place) if entry.mine]
    return ((shown_text.name_of(each), events.EntryOpened(each.number)) for each in found(own, typed))


def _of_entry(verb: str, event: type[events.EntryOpened | events.EntryUsed]) -> EventCode:
    def read(rest: str) -> events.EntryOpened | events.EntryUsed | None:
        found, _, number = rest.partition(":")
        return event(int(number)) if found == verb and _ENTRY.fullmatch(number) else None

    return EventCode("entry", event, lambda found: f"{verb}:{found.number}", read)


# What buttons carry: `library:team`, `entry:open:7`, `entry:delete:7`.
_CODES: Final = (
    EventCode("library", events.LibraryRequested, _write_list, _read_list),
    EventCode("library", events.LibraryExported, lambda _: "file", {"file": events.LibraryExported()}.get),
    _of_entry("open", events.EntryOpened),
    _of_entry("use", events.EntryUsed),
    EventCode("entry", events.EntryAmended, _write_change, _read_change),
)
_CONTROLS: Final = (
    ControlSpec(
        Control.SAVE,
        "저장|저장하기|save",
        events.SaveRequested(),
        offers=(Offer(Where.PROMPT, 3),),
        input=Input(
            (
                InputField("name", "library.name", LONGEST_NAME, shown_text.first_name),
                InputField("tags", "library.tags", LONGEST_TAGS),
            ),
            SaveSubmitted,
        ),
    ),
    ControlSpec(
        Control.LIBRARY,
        "보관함|내보관함|프롬프트보관함|library|mylibrary",
        events.LibraryRequested(),
        offers=(Offer(Where.MENU, 11),),
    ),
)
LIBRARY: Final = Part(
    "library",
    states=(*LibraryPhase, *LibraryAsked),
    listens=frozenset({*LibraryPhase, *LibraryAsked}),
    rows=(
        *rows(
            ANYWHERE,
            {
                events.LibraryRequested: handlers.look,
                events.LibraryExported: handlers.hand_over,
                events.EntryOpened: handlers.open_entry,
                events.EntryUsed: handlers.use,
                events.EntryBrought: handlers.bring,
                events.EntryAmended: handlers.amend,
            },
        ),
        (LOOKED_OVER, events.SaveRequested, handlers.save),
        *rows(
            frozenset(LibraryPhase),
            {
                interview.Said: handlers.fill,
                interview.Skipped: handlers.skip,
                interview.WentBack: handlers.go_back,
                interview.SentNoWords: handlers.ask_again,
                interview.HelpRequested: handlers.help_here,
                interview.Cancelled: handlers.leave,
            },
        ),
        (frozenset({LibraryAsked.SHARE_ENTRY}), interview.Confirmed, handlers.share),
        (frozenset({LibraryAsked.DELETE_ENTRY}), interview.Confirmed, handlers.delete),
    ),
    waits=(events.SaveRequested,),
    controls=_CONTROLS,
    codes=_CODES,
    phrases=(library_event,),
    readers={LibraryPhase.FILLING: read_value},
    asks={LibraryPhase.FILLING: shown_text.fill_question},
    commands=(asks_for_library,),
    lookup=Lookup(events.EntryOpened, _suggest, Searched),
    replies=(replies.ShowLibrary, replies.ShowEntry, replies.ShowFilled, replies.ShowLibraryFile),
    data=(TemplateForm,),
    reveals={replies.ShowFilled: reveal.reveal_filled},
    gathers={
        replies.ShowLibrary: reveal.gather_list,
        replies.ShowEntry: reveal.gather_entry,
        replies.ShowLibraryFile: reveal.gather_file,
    },
)
