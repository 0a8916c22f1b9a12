"""The library, as a part of the conversation."""

from typing import Final

from core.conversation import events as interview
from core.conversation.part import Part
from core.conversation.transitions import ANYWHERE, LOOKED_OVER, rows
from core.features.library import delivery, handlers, replies
from core.features.library.codes import LIBRARY_CODES
from core.features.library.controls import LIBRARY_CONTROLS
from core.features.library.events import (
    EntryAmended,
    EntryBrought,
    EntryOpened,
    EntryUsed,
    LibraryExported,
    LibraryRequested,
    SaveRequested,
)
from core.features.library.state import LibraryAsked, LibraryPhase, TemplateForm
from core.features.library.words import library_event, read_value

LIBRARY: Final = Part(
    "library",
    states=(*LibraryPhase, *LibraryAsked),
    listens=frozenset({*LibraryPhase, *LibraryAsked}),
    rows=(
        *rows(
            ANYWHERE,
            {
                LibraryRequested: handlers.look,
                LibraryExported: handlers.hand_over,
                EntryOpened: handlers.open_entry,
                EntryUsed: handlers.use,
                EntryBrought: handlers.bring,
                EntryAmended: handlers.amend,
            },
        ),
        (LOOKED_OVER, SaveRequested, handlers.save),
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
    waits=(SaveRequested,),
    controls=LIBRARY_CONTROLS,
    codes=LIBRARY_CODES,
    phrases=(library_event,),
    readers={LibraryPhase.FILLING: read_value},
    replies=(replies.ShowLibrary, replies.ShowEntry, replies.ShowFilled, replies.ShowLibraryFile),
    data=(TemplateForm,),
    reveals={replies.ShowFilled: delivery.reveal_filled},
    gathers={
        replies.ShowLibrary: delivery.gather_list,
        replies.ShowEntry: delivery.gather_entry,
        replies.ShowLibraryFile: delivery.gather_file,
    },
)
